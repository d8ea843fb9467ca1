package casus.check;

import casus.model.Yardstick;
import casus.syntax.Parser;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From a file to the model: everything resolved and dated, and everything that is wrong with it.
public final class Checker {
  private final Findings findings = new Findings();
  private Yardstick yardstick = Yardstick.ICD203;

  private Checker() {}

  /// Checks a dossier or a library file and all it uses.
  ///
  /// @param main a dossier; or a library file, which has no question, whose tests may then give
  ///   facts that it does not declare
  /// @param asOf the date the answer is for; earlier than the file's own, everything later is left
  ///   out (a replay); null for the file's own
  /// @return with a dossier unless there are errors; never throws for anything a file can hold
  public static Checked check(SourceText main, Files files, @Nullable LocalDate asOf) {
    return new Checker().run(main, files, asOf);
  }

  private Checked run(SourceText main, Files files, @Nullable LocalDate asOf) {
    var judgement = files.judgement();
    if (judgement != null) return judged(main, files, judgement, asOf);
    var loaded = Uses.load(main, files, findings);
    return run(loaded, files, asOf);
  }

  /// The same with an analyst's numbers in the places of the dossier's own.
  private Checked judged(
      SourceText main, Files files, SourceText judgement, @Nullable LocalDate asOf) {
    var uses = new Findings();
    var unjudged = Uses.load(main, files, uses);
    var judged = JudgedTexts.of(judgement, unjudged);
    // What does not parse is found again in the judged texts; what is not there at all is not.
    uses.inOrder(List.of()).stream()
        .filter(problem -> problem.code().name().startsWith("E7"))
        .forEach(findings::add);
    judged.problems().forEach(findings::add);
    var loaded = new ArrayList<Uses.Loaded>();
    for (var file : unjudged) {
      var document = Parser.parse(judged.of(file.source()));
      document.problems().forEach(findings::add);
      loaded.add(new Uses.Loaded(file.path(), document));
    }
    var checked = run(List.copyOf(loaded), files, asOf);
    return new Checked(
        checked.dossier(),
        checked.expectations(),
        checked.problems().stream().map(judged::placed).toList(),
        judged.restated());
  }

  private Checked run(List<Uses.Loaded> loaded, Files files, @Nullable LocalDate asOf) {
    var sources = loaded.stream().map(Uses.Loaded::source).toList();
    var checking = begin(loaded, files.records(), asOf);
    var assembled = checking == null ? null : new Assembly(checking, files, yardstick).run();
    var problems =
        findings.inOrder(sources).stream()
            .filter(problem -> problem.isError() || isOwn(problem, loaded))
            .toList();
    return assembled == null || findings.hasErrors()
        ? new Checked(null, List.of(), problems)
        : new Checked(assembled.dossier(), assembled.tests(), problems);
  }

  /// Lints on library files are for those who keep the library.
  private static boolean isOwn(Problem problem, List<Uses.Loaded> loaded) {
    for (var file : loaded) if (file.source() == problem.place().source()) return !file.isLibrary();
    return true;
  }

  private @Nullable Checking begin(
      List<Uses.Loaded> loaded, Records records, @Nullable LocalDate asOf) {
    var declarations = new Declarations(loaded);
    var start = new Place(loaded.getFirst().source(), new Span(0, 0));
    var own = AsOf.written(declarations);
    var isLibrary =
        declarations.of(Statement.DossierHead.class).isEmpty()
            && declarations.of(Statement.Question.class).isEmpty();
    if (own == null) own = isLibrary && asOf == null ? LocalDate.EPOCH : asOf;
    if (own == null) {
      findings.add(
          Problem.of(Code.E501, head(declarations, start), "the dossier has no date")
              .expecting("`dossier NAME as of DATE`"));
      return null;
    }
    // A library file has no date of its own: any date asked for is as good as its latest.
    var written = isLibrary && asOf != null && asOf.isBefore(own) ? asOf : own;
    var dates = new Dates(written, asOf == null ? written : asOf, findings);
    var instruments = InstrumentDraft.of(declarations, findings);
    var names = Namespace.of(declarations, instruments, findings);
    yardstick = yardstick(declarations);
    var amounts = new Amounts(findings, names, dates, yardstick);
    var conditions = new Conditions(names, findings);
    var chances = new Chances(amounts, conditions, dates, findings);
    return new Checking(
        loaded,
        records,
        declarations,
        instruments,
        findings,
        names,
        dates,
        amounts,
        conditions,
        chances);
  }

  private static Place head(Declarations declarations, Place otherwise) {
    for (var head : declarations.of(Statement.DossierHead.class))
      return head.at(head.syntax().span());
    return otherwise;
  }

  private Yardstick yardstick(Declarations declarations) {
    var heads = declarations.of(Statement.DossierHead.class);
    for (var again : heads.subList(Math.min(1, heads.size()), heads.size()))
      findings.add(
          Code.E202, again.at(again.syntax().span()), "the file has a second `dossier` line");
    for (var head : heads) {
      var grades = head.syntax().grades();
      if (grades != null && !grades.text().equals("admiralty"))
        findings.add(
            Problem.of(
                    Code.E201,
                    head.at(grades.span()),
                    "there are no grades named `" + grades.text() + "`")
                .expecting("admiralty"));
      var name = head.syntax().yardstick();
      if (name == null) continue;
      for (var known : List.of(Yardstick.ICD203, Yardstick.UK))
        if (known.id().equals(name.text())) return known;
      findings.add(
          Problem.of(
                  Code.E201,
                  head.at(name.span()),
                  "there is no yardstick named `" + name.text() + "`")
              .expecting("icd203 or uk"));
    }
    return Yardstick.ICD203;
  }
}
