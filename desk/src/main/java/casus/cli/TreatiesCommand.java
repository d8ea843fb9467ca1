package casus.cli;

import casus.desk.LawInForce;
import casus.text.NearestName;
import casus.treaty.Provisions;
import casus.view.TreatyJson;
import casus.view.TreatyText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `casus treaties`.
@Command(
    name = "treaties",
    header = "Shows the treaty library: its contents, a text on a day, what binds two states.",
    footer = {
      "",
      "  casus treaties                                         what there is",
      "  casus treaties cst --at 2005-06-01                     the text in force that day, and its parties",
      "  casus treaties --between RUS BLR --at 2020-08-17       what binds both, and what it could trigger",
      ""
    })
final class TreatiesCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "Instruments, or files of the library, by name.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--between",
      arity = "2",
      paramLabel = "STATE",
      description = "Two states by their codes: the one that acts, and the one where it would.")
  private List<String> between = new ArrayList<>();

  @Option(
      names = "--at",
      paramLabel = "DATE",
      description = "The day, such as 2020-08-17; today by default.")
  private @Nullable LocalDate at;

  @Option(names = "--json", description = "The same as JSON (docs/json.md), nothing else.")
  private boolean json;

  @Mixin private Look look = new Look();

  @Override
  public Integer call() {
    var terminal = casus.terminal();
    if (!names.isEmpty() && !between.isEmpty())
      return Messages.misuse(terminal, "name instruments, or two states, not both");
    var day = at == null ? terminal.today() : at;
    var law = LawInForce.on(day);
    if (!between.isEmpty()) return between(terminal, law);
    if (names.isEmpty()) {
      var page = look.page(terminal);
      return show(terminal, law, law.provisions(), TreatyText.list(law.provisions(), day, page));
    }
    var found = new ArrayList<Provisions>();
    for (var name : names) {
      var these = law.named(name);
      if (these.isEmpty())
        return Messages.misuse(
            terminal,
            "the library has no `"
                + name
                + "`; "
                + law.nearest(name)
                    .map(near -> "did you mean `" + near + "`?")
                    .orElse("`casus treaties` lists what it has"));
      found.addAll(these);
    }
    return show(terminal, law, found, TreatyText.inForce(found, day, look.page(terminal)));
  }

  private int between(Terminal terminal, LawInForce law) {
    var codes = between.stream().map(code -> code.strip().toUpperCase(Locale.ROOT)).toList();
    for (var code : codes)
      if (!law.bound().contains(code)) {
        var near = NearestName.of(code, law.bound());
        return Messages.misuse(
            terminal,
            "nothing in the library binds `"
                + code
                + "` by name; states go by their ISO codes, such as RUS"
                + (near == null ? "" : "; did you mean `" + near + "`?"));
      }
    var binding = law.binding(codes.getFirst(), codes.getLast());
    var page = look.page(terminal);
    return show(
        terminal,
        law,
        binding,
        TreatyText.between(codes.getFirst(), codes.getLast(), law.at(), binding, page));
  }

  private int show(Terminal terminal, LawInForce law, List<Provisions> these, String text) {
    terminal.out().print(json ? TreatyJson.of(these, law.at()) : text);
    return ExitCode.OK;
  }
}
