package casus.cli;

import casus.desk.Dossiers;
import casus.desk.Opening;
import casus.desk.Reviewing;
import casus.desk.Reviewing.Accepted;
import casus.desk.Reviewing.Item;
import casus.desk.Reviewing.Wording;
import casus.view.ExcerptText;
import casus.view.Numbers;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// `casus review`.
@Command(
    name = "review",
    header = "Goes through proposed claims one by one: accept, edit, reject or skip.",
    footer = {
      "",
      "  casus review cases/belarus-2020",
      "",
      "  What you accept is written into dossier.md at once, after the last claim there; nothing else in the",
      "  file moves. Stop when you like: what is decided stays decided.",
      ""
    })
final class ReviewCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Mixin private NamedDossier dossier = new NamedDossier();

  @Override
  public Integer call() throws IOException {
    var terminal = casus.terminal();
    var page = dossier.look().page(terminal);
    return switch (Dossiers.open(terminal.folder(), dossier.written(), terminal.environment())) {
      case Opening.NotOpened(var problem) -> Messages.problems(terminal, page, List.of(problem));
      case Opening.Opened opened ->
          switch (Reviewing.open(opened)) {
            case Reviewing.Opening.Faulty(var problems) ->
                Messages.problems(terminal, page, problems);
            case Reviewing.Opening.Ready(var review) -> {
              if (review.size() == 0)
                terminal
                    .out()
                    .println(
                        "there are no proposals; `casus draft "
                            + dossier.written()
                            + "` makes some");
              else go(terminal, review);
              yield ExitCode.OK;
            }
          };
    };
  }

  private void go(Terminal terminal, Reviewing review) throws IOException {
    var open = new ArrayList<>(review.open());
    var at = 0;
    while (at < open.size()) {
      var item = review.item(open.get(at));
      show(terminal, item, at + 1, open.size());
      switch (ask(terminal, "accept, edit, reject, skip, undo, quit [a/e/r/s/u/q]")) {
        case "a", "accept" -> {
          if (accept(terminal, review, item, false)) at = next(review, open, at);
        }
        case "e", "edit" -> {
          if (accept(terminal, review, item, true)) at = next(review, open, at);
        }
        case "r", "reject" -> {
          together(terminal, review.reject(item.id()));
          at = next(review, open, at);
        }
        case "s", "skip" -> at++;
        case "u", "undo" -> {
          var back = review.undo();
          if (back == null) terminal.out().println("  there is nothing to take back");
          else at = Math.max(0, open.indexOf(back));
        }
        case "q", "quit" -> {
          return;
        }
        case null -> {
          return;
        }
        default -> terminal.out().println("  type a, e, r, s, u or q");
      }
    }
    terminal.out().println("nothing is left to decide");
  }

  /// The next that is still open: copies were decided with what they copy.
  private static int next(Reviewing review, List<String> all, int at) {
    var open = new HashSet<>(review.open());
    var next = at + 1;
    while (next < all.size() && !open.contains(all.get(next))) next++;
    return next;
  }

  private static void together(Terminal terminal, List<String> copies) {
    if (!copies.isEmpty())
      terminal.out().println("  the same words in " + String.join(", ", copies) + " go with it");
  }

  private static void show(Terminal terminal, Item item, int number, int count) {
    var out = terminal.out();
    out.println();
    out.println(
        "["
            + number
            + " of "
            + count
            + "] "
            + item.place()
            + " · "
            + item.rule()
            + ", "
            + Numbers.percent(item.confidence()));
    out.println(
        "  "
            + item.head()
            + (item.manner().isEmpty() ? "" : ": " + item.manner())
            + (item.copies().isEmpty()
                ? ""
                : " (the same words in " + String.join(", ", item.copies()) + ")"));
    out.println(
        "  … "
            + oneLine(item.before())
            + " »"
            + oneLine(item.words())
            + "« "
            + oneLine(item.after())
            + " …");
    if (item.english() != null && !item.english().isEmpty())
      out.println("  in English: " + oneLine(item.english()));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /// @param edit whether to ask for the words
  /// @return whether it was accepted
  private boolean accept(Terminal terminal, Reviewing review, Item item, boolean edit)
      throws IOException {
    var wording =
        switch (item.becomes()) {
          case CLAIM, FINDING -> wording(terminal, review, item, edit);
          case USE, NOTHING -> new Wording(item.source(), "", item.date(), "", null);
        };
    if (wording == null) return false;
    return switch (review.accept(item.id(), wording)) {
      case Accepted.Written(var lines, var copies) -> {
        lines.forEach(line -> terminal.out().println("  + " + line));
        if (lines.isEmpty()) terminal.out().println("  noted; there is nothing to write");
        together(terminal, copies);
        yield true;
      }
      case Accepted.Refused(var problems) -> {
        terminal.out().print(ExcerptText.of(problems, dossier.look().page(terminal)));
        terminal.out().println("  nothing was written");
        yield false;
      }
    };
  }

  /// What the analyst makes of it, or null where an answer cannot be used.
  private static @Nullable Wording wording(
      Terminal terminal, Reviewing review, Item item, boolean edit) throws IOException {
    var source =
        or(
            ask(terminal, "who says it: a source, or a new name [" + item.source() + "]"),
            item.source());
    var title = source;
    if (!review.knows(source) && !source.equals(item.source())) {
      if (!source.matches("[a-z][a-z0-9-]*")) {
        terminal.out().println("  a source's name has small letters, digits and hyphens");
        return null;
      }
      var speaker = item.speaker() == null ? source : item.speaker();
      title = or(ask(terminal, "a new source, titled [" + speaker + "]"), speaker);
    }
    var typed = or(ask(terminal, "on which day [" + item.date() + "]"), item.date().toString());
    var number = item.number();
    if (number != null) number = or(ask(terminal, "the number [" + number + "]"), number);
    var words = item.claim();
    if (item.english() != null && !item.english().isEmpty()) words = item.english();
    // A claim in a foreign language has to be put into the dossier's by somebody.
    var foreign = item.english() != null && item.english().isEmpty();
    if (edit || foreign)
      words = or(ask(terminal, foreign ? "in your words, in English" : "in your words"), words);
    try {
      return new Wording(source, title, LocalDate.parse(typed), words, number);
    } catch (DateTimeParseException wrong) {
      terminal.out().println("  '" + typed + "' is not a date such as 2020-08-17");
      return null;
    }
  }

  private static String or(@Nullable String typed, String otherwise) {
    return typed == null || typed.isEmpty() ? otherwise : typed;
  }

  /// The answer, or null at the end of the input.
  private static @Nullable String ask(Terminal terminal, String what) throws IOException {
    terminal.out().print("  " + what + " ");
    terminal.out().flush();
    var line = terminal.in().readLine();
    if (line == null) return null;
    var answer = line.strip();
    // A terminal shows what is typed; elsewhere the answer would be missing from the page.
    if (!terminal.asks()) terminal.out().println(answer);
    return answer.length() == 1 ? answer.toLowerCase(Locale.ROOT) : answer;
  }
}
