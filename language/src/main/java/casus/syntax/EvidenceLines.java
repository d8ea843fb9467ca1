package casus.syntax;

import static casus.syntax.Token.Kind.NUMERAL;

import casus.text.Code;
import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads who says what about what: `actor`, `source`, `claim`, `finding`, `fact`.
final class EvidenceLines {
  private static final List<String> KINDS = List.of("state", "body", "person");

  private final Lines lines;

  EvidenceLines(Lines lines) {
    this.lines = lines;
  }

  /// One actor; others may follow on the same line.
  Statement.Actor actor(LineReader line) {
    line.as(Form.ACTOR);
    var mark = line.mark() - 1;
    var code = line.name("the code of the actor");
    var name = line.quoted("the name of the actor");
    var kind =
        line.atEnd() || line.at("actor")
            ? null
            : line.oneOf("`state`, `body`, `person` or another `actor`", KINDS);
    return new Statement.Actor(code, name, kind, line.since(mark));
  }

  Statement source(LineReader line, Block block) {
    line.as(Form.SOURCE);
    var name = line.name("the name of the source");
    var title = line.quoted("the title of the source");
    var grade = new Slot<Name>();
    var topics = new ArrayList<Statement.Source.TopicGrade>();
    var details = new Details(lines, Form.SOURCE, "source");
    details.each("grade", Form.SOURCE, r -> grade(r, grade, topics));
    var text = details.one("text", QuestionLines::path);
    var via = details.one("via", r -> r.name("the name of a source"));
    var leans = details.one("leans", EvidenceLines::lean);
    if (details.read(line, block) && !grade.isSet() && !line.isRestating())
      line.unexpected("a grade, such as `grade B`");
    return new Statement.Source(
        name,
        title,
        grade.get(),
        text.get(),
        via.get(),
        leans.get(),
        List.copyOf(topics),
        line.whole());
  }

  private static void grade(
      LineReader line, Slot<Name> grade, List<Statement.Source.TopicGrade> topics) {
    var letter = line.name("the letter of a grade");
    if (line.accept("on")) {
      var topic = line.atom("a fact");
      if (!line.failed()) topics.add(new Statement.Source.TopicGrade(letter, topic));
    } else if (grade.isSet()) {
      line.fail(
          Code.E102,
          line.before(),
          "found a second grade",
          "`on` and the fact that it is for",
          "grade " + letter.text() + " on FACT");
    } else if (!line.failed()) {
      grade.set(letter);
    }
  }

  /// `for open`, `against open`, `none`.
  static Statement.Lean lean(LineReader line) {
    var mark = line.mark();
    if (line.accept("none")) return new Statement.Lean(false, null, line.since(mark));
    var favours = line.at("for");
    if (!line.accept("for") && !line.accept("against"))
      line.unexpected("`for`, `against` or `none`", List.of("for", "against", "none"));
    var outcome = line.name("an outcome");
    return new Statement.Lean(favours, outcome, line.since(mark));
  }

  Statement claim(LineReader line, Block block) {
    return said(line.as(Form.CLAIM), block, false);
  }

  Statement finding(LineReader line, Block block) {
    return said(line.as(Form.FINDING), block, true);
  }

  private record Located(Name source, @Nullable Quoted quote) {}

  private Statement said(LineReader line, Block block, boolean finding) {
    var name = line.name(finding ? "the name of the finding" : "the name of the claim");
    var source = line.name("the source that says so");
    var date = Days.day(line);
    var text = line.quoted("what is said");
    var value = finding ? Amounts.measured(line) : null;
    var form = finding ? Form.FINDING : Form.CLAIM;
    var details = new Details(lines, form, finding ? "finding" : "claim");
    var population = details.one("of", r -> population(r));
    var size = details.one("n", EvidenceLines::sampleSize);
    var omits = details.one("omits", r -> r.quoted("the words that are missing"));
    var leaning = details.one("leaning", EvidenceLines::lean);
    var located = new Slot<Located>();
    details.unnamed(form, "`@SOURCE`", true, r -> r.atSymbol("@"), r -> located(r, located));
    details.read(line, block);
    var at = located.get();
    return new Statement.Claim(
        name,
        source,
        date,
        text,
        omits.get(),
        leaning.get(),
        at == null ? null : at.source,
        at == null ? null : at.quote,
        value,
        population.get(),
        size.get(),
        line.whole());
  }

  private static String population(LineReader line) {
    var words = line.words(List.of("n", "omits", "leaning"));
    if (words.isEmpty()) line.unexpected("of whom or what, in words");
    return words;
  }

  private static Amount sampleSize(LineReader line) {
    var mark = line.mark();
    var number = Amounts.number(line, "the size of the sample, such as `1000`");
    return new Amount.Count(number, null, "", line.since(mark));
  }

  private static void located(LineReader line, Slot<Located> located) {
    if (located.isSet() || !line.atSymbol("@")) {
      line.unexpected("`@SOURCE \"words\"` once, or the end of the line");
      return;
    }
    line.expectSymbol("@");
    var source = line.name("the source that is quoted");
    located.set(new Located(source, line.quotedIfAny()));
  }

  Statement fact(LineReader line, Block block) {
    line.as(Form.FACT);
    var atom = line.atom("the name of the fact");
    var text = line.quotedIfAny();
    if (text == null && !line.isRestating() && !line.at("is") && !line.at("arises"))
      line.unexpected("what the fact is, in quotes");
    if (line.at(NUMERAL))
      line.unexpected("`prior` before the amount", "prior " + line.slice(line.peek()));
    var value = new Slot<Statement.FactValue>();
    var evidence = new ArrayList<Statement.Evidence>();
    var details = new Details(lines, Form.FACT, "fact");
    details.each("prior", Form.FACT, r -> value(r, value, prior(r)));
    details.each("given", Form.FACT, r -> value(r, value, given(r)));
    details.each("arises from", Form.FACT, r -> value(r, value, causes(r)));
    details.each("is decision of", Form.FACT, r -> value(r, value, decision(r)));
    details.unnamed(
        Form.EVIDENCE,
        "a claim that speaks for or against it",
        false,
        EvidenceLines::isEvidence,
        r -> evidence(r, evidence));
    if (details.read(line, block) && !value.isSet() && !line.isRestating())
      line.unexpected("`prior` and a probability, `given`, `arises from` or `is decision of`");
    var known = value.get();
    var untold = new Quoted("", new Span(atom.span().end(), atom.span().end()));
    return new Statement.Fact(
        atom,
        text == null ? untold : text,
        known == null ? unknown(line) : known,
        List.copyOf(evidence),
        line.whole());
  }

  private static void value(
      LineReader line, Slot<Statement.FactValue> slot, Statement.FactValue value) {
    if (slot.isSet())
      line.fail(Code.E102, line.before(), "found a second value for the fact", "one", null);
    else if (!line.failed()) slot.set(value);
  }

  private static Statement.FactValue unknown(LineReader line) {
    var even = new Amount.Percent(0.5, null, line.emptyHere());
    return new Statement.FactValue.Prior(new Chance(List.of(new Chance.Case(even, null, null))));
  }

  private static Statement.FactValue prior(LineReader line) {
    return new Statement.FactValue.Prior(Amounts.chance(line));
  }

  private static Statement.FactValue given(LineReader line) {
    var value = line.oneOf("`true` or `false`", List.of("true", "false")).text().equals("true");
    var since = line.accept("since") ? Days.day(line) : null;
    return new Statement.FactValue.Given(value, since);
  }

  private static Statement.FactValue causes(LineReader line) {
    var causes = new ArrayList<Statement.FactValue.Cause>();
    @Nullable Amount leak = null;
    do {
      if (line.at("leak") && causes.size() > 0) {
        line.expect("leak");
        leak = Amounts.probability(line);
        break;
      }
      var cause = Conditions.condition(line);
      causes.add(new Statement.FactValue.Cause(cause, Amounts.probability(line)));
    } while (line.acceptSymbol(","));
    return new Statement.FactValue.ArisesFrom(List.copyOf(causes), leak);
  }

  private static Statement.FactValue decision(LineReader line) {
    return new Statement.FactValue.DecisionOf(line.name("the name of a council"));
  }

  private static boolean isEvidence(LineReader line) {
    return line.isWord(line.peek(1), "for")
        || line.isWord(line.peek(1), "against")
        || line.isWord(line.peek(1), "if");
  }

  private static void evidence(LineReader line, List<Statement.Evidence> evidence) {
    var claim = line.name("the name of a claim");
    var support = support(line);
    if (!line.failed()) evidence.add(new Statement.Evidence(claim, support, line.whole()));
  }

  private static Statement.Support support(LineReader line) {
    if (line.accept("if true")) {
      var ifTrue = Amounts.probability(line);
      line.expect("if false");
      return new Statement.Support.Rates(ifTrue, Amounts.probability(line));
    }
    var favours = line.at("for");
    if (!line.accept("for") && !line.accept("against"))
      line.unexpected(
          "`for` or `against` and a strength, or `if true … if false …`",
          List.of("for", "against", "if true"));
    var strength = Amounts.strength(line);
    var because = line.accept("because") ? line.quoted("the reason") : null;
    return new Statement.Support.Strength(favours, strength, because);
  }
}
