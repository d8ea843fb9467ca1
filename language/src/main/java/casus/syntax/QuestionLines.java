package casus.syntax;

import static casus.syntax.Token.Kind.NUMERAL;
import static casus.syntax.Token.Kind.TEXT;

import java.util.ArrayList;
import java.util.List;

/// Reads what a dossier asks and how often it happens: `dossier`, `use`, `scale`, `question`,
/// `base`.
final class QuestionLines {
  private final Lines lines;

  QuestionLines(Lines lines) {
    this.lines = lines;
  }

  Statement dossier(LineReader line, Block block) {
    line.as(Form.DOSSIER);
    var name = line.name("the name of the dossier");
    var title = line.quotedIfAny();
    var details = new Details(lines, Form.DOSSIER, "dossier");
    var asOf = details.one("as of", Days::day);
    var yardstick =
        details.one("yardstick", r -> r.oneOf("`icd203` or `uk`", List.of("icd203", "uk")));
    var grades = details.one("grades", r -> r.oneOf("`admiralty`", List.of("admiralty")));
    details.read(line, block);
    return new Statement.DossierHead(
        name, title, asOf.get(), yardstick.get(), grades.get(), line.whole());
  }

  Statement use(LineReader line, Block block) {
    line.as(Form.USE);
    var paths = new ArrayList<Name>();
    do paths.add(path(line));
    while (line.acceptSymbol(","));
    line.finish();
    lines.rejectBelow(block, "`use`");
    return new Statement.Use(List.copyOf(paths), line.whole());
  }

  /// A path; in quotes where it holds blanks.
  static Name path(LineReader line) {
    if (line.at(NUMERAL)) return line.reference("a path");
    if (!line.at(TEXT)) return line.name("a path such as `treaties/cst`");
    var quoted = line.quoted("a path");
    return new Name(quoted.text(), quoted.span());
  }

  Statement scale(LineReader line, Block block) {
    line.as(Form.SCALE);
    var kind = line.oneOf("`strength` or `grade`", List.of("strength", "grade"));
    var factors = kind.text().equals("strength");
    var steps = new ArrayList<Statement.Scale.Step>();
    do {
      var name = line.name(factors ? "a word of the scale" : "the letter of a grade");
      var amount = factors ? Amounts.strength(line) : Amounts.probability(line);
      if (!line.failed()) steps.add(new Statement.Scale.Step(name, amount));
    } while (line.acceptSymbol(","));
    line.finish();
    lines.rejectBelow(block, "`scale`");
    return new Statement.Scale(kind, List.copyOf(steps), line.whole());
  }

  private record Period(Day from, Day to) {}

  Statement question(LineReader line, Block block) {
    line.as(Form.QUESTION);
    var name = line.name("the name of the question");
    var text = line.quoted("the question");
    var outcomes = new ArrayList<Statement.Question.Outcome>();
    var highest = new Slot<Boolean>();
    var details = new Details(lines, Form.QUESTION, "question");
    var period = details.one("from", QuestionLines::period);
    var resolveBy = details.one("resolve by", r -> r.quoted("how the question is settled"));
    details.block(
        "outcomes",
        Form.OUTCOMES,
        (r, b) -> {
          if (r.accept("highest reached by the deadline")) highest.set(true);
          for (var child : b.children()) outcome(child, outcomes);
        });
    details.read(line, block);
    var asked = period.get();
    return new Statement.Question(
        name,
        text,
        asked == null ? null : asked.from,
        asked == null ? null : asked.to,
        highest.isSet(),
        List.copyOf(outcomes),
        resolveBy.get(),
        line.whole());
  }

  private static Period period(LineReader line) {
    var from = Days.day(line);
    line.expect("to");
    return new Period(from, Days.day(line));
  }

  private void outcome(Block block, List<Statement.Question.Outcome> outcomes) {
    var line = lines.open(block, Form.OUTCOME);
    var name = line.name("the name of an outcome");
    var text = line.quotedIfAny();
    line.finish();
    if (!name.text().isEmpty()) outcomes.add(new Statement.Question.Outcome(name, text));
    lines.rejectBelow(block, "an outcome");
  }

  Statement base(LineReader line, Block block) {
    line.as(Form.BASE);
    var question = line.name("the name of a question");
    var classes = new ArrayList<Statement.ReferenceClass>();
    var rates = new ArrayList<Statement.Base.Rate>();
    var details = new Details(lines, Form.BASE, "base");
    details.each("from class", Form.BASE, r -> classesByWeight(r, classes));
    details.block("class", Form.CLASS, (r, b) -> referenceClass(r, b, classes));
    details.unnamed(
        Form.RATE, "an outcome and its rate", true, QuestionLines::isRate, r -> rate(r, rates));
    details.read(line, block);
    return new Statement.Base(question, List.copyOf(classes), List.copyOf(rates), line.whole());
  }

  private static boolean isRate(LineReader line) {
    var next = line.peek(1).kind();
    return next == NUMERAL || next == Token.Kind.WORD;
  }

  private static void rate(LineReader line, List<Statement.Base.Rate> rates) {
    var mark = line.mark();
    var outcome = line.name("an outcome");
    var amount = Amounts.rate(line);
    if (line.at("of")) line.unexpected("`of the rest`", "of the rest");
    line.finish();
    if (!line.failed()) rates.add(new Statement.Base.Rate(outcome, amount, line.since(mark)));
  }

  private static void classesByWeight(LineReader line, List<Statement.ReferenceClass> classes) {
    do {
      line.accept("class");
      var mark = line.mark();
      var text = line.quoted("the name of a reference class");
      line.expect("weight");
      var weight = Amounts.number(line, "a weight such as `2`");
      if (!line.failed())
        classes.add(new Statement.ReferenceClass(text, weight, List.of(), null, line.since(mark)));
    } while (line.acceptSymbol(","));
  }

  private void referenceClass(
      LineReader line, Block block, List<Statement.ReferenceClass> classes) {
    var text = line.quoted("the name of the reference class");
    var weight = line.accept("weight") ? Amounts.number(line, "a weight such as `2`") : 1;
    if (line.accept("records")) {
      var recorded = recorded(line, block);
      classes.add(new Statement.ReferenceClass(text, weight, List.of(), recorded, line.whole()));
      return;
    }
    var cases = new ArrayList<Statement.ReferenceClass.PastCase>();
    for (var child : block.children()) cases(child, cases);
    classes.add(new Statement.ReferenceClass(text, weight, List.copyOf(cases), null, line.whole()));
  }

  private Statement.ReferenceClass.Recorded recorded(LineReader line, Block block) {
    var mark = line.mark();
    var set = line.name("the name of a record set such as `requests`");
    var filter = line.quoted("which of its records, such as \"year >= 1990\"");
    var unverified = line.accept("with");
    if (unverified) line.expect("unverified");
    var span = line.since(mark);
    var outcomes = new ArrayList<Statement.ReferenceClass.Sorted>();
    for (var child : block.children()) sorted(child, outcomes);
    return new Statement.ReferenceClass.Recorded(
        set, filter, unverified, List.copyOf(outcomes), span);
  }

  private void sorted(Block block, List<Statement.ReferenceClass.Sorted> outcomes) {
    var line = lines.open(block, Form.RECORDED);
    do {
      var outcome = line.name("an outcome");
      var filter = line.quoted("which records ended so");
      if (!line.failed()) outcomes.add(new Statement.ReferenceClass.Sorted(outcome, filter));
    } while (line.acceptSymbol(","));
    line.finish();
    lines.rejectBelow(block, "an outcome of records");
  }

  private void cases(Block block, List<Statement.ReferenceClass.PastCase> cases) {
    var line = lines.open(block, Form.CASES);
    do {
      var name = line.reference("a case such as `Georgia-2003`");
      var outcome = line.name("how the case ended");
      var date = line.at(NUMERAL) ? Days.day(line) : null;
      if (!line.failed()) cases.add(new Statement.ReferenceClass.PastCase(name, outcome, date));
    } while (line.acceptSymbol(","));
    line.finish();
    lines.rejectBelow(block, "a list of cases");
  }
}
