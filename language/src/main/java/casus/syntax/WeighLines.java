package casus.syntax;

import static casus.syntax.Token.Kind.WORD;

import java.util.ArrayList;
import java.util.List;

/// Reads reasons, signs and what-ifs: `weigh`, `indicator`, `scenario`, `lever`.
final class WeighLines {
  private static final int DAYS_A_WEEK = 7;
  private static final int DAYS_A_MONTH = 30;

  private final Lines lines;

  WeighLines(Lines lines) {
    this.lines = lines;
  }

  Statement weigh(LineReader line, Block block) {
    line.as(Form.WEIGH);
    var question = line.name("the name of a question");
    var reasons = new ArrayList<Statement.Weigh.Reasons>();
    var gates = new ArrayList<Statement.Weigh.OnlyIf>();
    var overlaps = new ArrayList<Statement.Weigh.Overlap>();
    var details = new Details(lines, Form.WEIGH, "weigh");
    details.block("for", Form.REASONS, (r, b) -> reasons.add(reasons(r, b)));
    details.each("overlaps", Form.OVERLAPS, r -> overlap(r, overlaps));
    details.unnamed(
        Form.GATE,
        "`OUTCOME only if`",
        false,
        r -> r.isWord(r.peek(1), "only"),
        r -> gate(r, gates));
    details.read(line, block);
    return new Statement.Weigh(
        question, List.copyOf(reasons), List.copyOf(gates), List.copyOf(overlaps), line.whole());
  }

  private Statement.Weigh.Reasons reasons(LineReader line, Block block) {
    var outcome = line.name("an outcome");
    var reasons = new ArrayList<Statement.Reason>();
    for (var child : block.children()) reason(child, reasons);
    return new Statement.Weigh.Reasons(outcome, List.copyOf(reasons), line.whole());
  }

  private static void gate(LineReader line, List<Statement.Weigh.OnlyIf> gates) {
    var outcome = line.name("an outcome");
    line.expect("only if");
    var condition = Conditions.condition(line);
    if (!line.failed()) gates.add(new Statement.Weigh.OnlyIf(outcome, condition, line.whole()));
  }

  private static void overlap(LineReader line, List<Statement.Weigh.Overlap> overlaps) {
    var reasons = line.names("the name of a reason");
    line.expect("by");
    var correlation = Amounts.number(line, "a number from 0 to 1, such as `0.5`");
    if (!line.failed())
      overlaps.add(new Statement.Weigh.Overlap(List.copyOf(reasons), correlation, line.whole()));
  }

  private void reason(Block block, List<Statement.Reason> reasons) {
    var line = lines.open(block, Form.REASON);
    var favours = line.acceptSymbol("+");
    if (!favours && !line.acceptSymbol("-"))
      line.unexpected("a reason: `+` or `-` and a text in quotes");
    if (line.at(WORD) && !line.isRestating())
      line.unexpected("the reason in quotes", "\"" + line.phrase() + "\"");
    var text = line.quoted("the reason");
    var details = new Details(lines, Form.REASON, "a reason");
    var name = details.one("as", r -> r.name("a name for the reason"));
    var condition = details.one("if", Conditions::condition);
    var inBase = details.flag("in base");
    var because = details.one("because", r -> r.quoted("the grounds"));
    var cites = new ArrayList<Name>();
    var strength = new Slot<Amount>();
    details.unnamed(
        Form.REASON,
        "a strength, `[CLAIMS]`",
        true,
        r -> true,
        r -> strengthOrCites(r, strength, cites));
    if (details.read(line, block) && !strength.isSet() && !inBase.isSet())
      line.unexpected("a strength, such as `moderate` or `x3`");
    if (text.text().isEmpty() && (line.failed() || (line.isRestating() && !name.isSet()))) return;
    reasons.add(
        new Statement.Reason(
            favours,
            text,
            name.get(),
            strength.get(),
            condition.get(),
            List.copyOf(cites),
            inBase.isSet(),
            because.get(),
            line.whole()));
  }

  private static void strengthOrCites(LineReader line, Slot<Amount> strength, List<Name> cites) {
    if (line.atSymbol("[")) cites.addAll(cites(line));
    else if (!strength.isSet()) fill(strength, line);
    else
      line.unexpected(
          "`as NAME`, `if CONDITION`, `[CLAIMS]`, `in base` or `because TEXT`",
          List.of("as", "if", "in base", "because"));
  }

  private static void fill(Slot<Amount> strength, LineReader line) {
    var amount = Amounts.strength(line);
    if (!line.failed()) strength.set(amount);
  }

  /// `[C1, C2]`; the commas may be left out.
  private static List<Name> cites(LineReader line) {
    var claims = new ArrayList<Name>();
    line.expectSymbol("[");
    do claims.add(line.name("the name of a claim"));
    while (line.acceptSymbol(",") || line.at(WORD));
    line.expectSymbol("]");
    return line.failed() ? List.of() : List.copyOf(claims);
  }

  private record Seen(Day day, List<Name> cites) {}

  Statement indicator(LineReader line, Block block) {
    line.as(Form.INDICATOR);
    var name = line.name("the name of the indicator");
    var text = line.quoted("what can be seen");
    var cases = new ArrayList<Chance.Case>();
    var details = new Details(lines, Form.INDICATOR, "indicator");
    var within = details.one("within", WeighLines::days);
    details.each("if", Form.INDICATOR, r -> chance(r, cases));
    var otherwise = details.one("else", Amounts::probability);
    var seen = details.one("seen", Form.SEEN, WeighLines::seen);
    var notSeenBy = details.one("not seen by", Form.NOT_SEEN, Days::day);
    var sameSignAs =
        details.one("same sign as", Form.SAME_SIGN, r -> r.name("the name of an indicator"));
    if (details.read(line, block) && cases.isEmpty() && !line.isRestating())
      line.unexpected("`if`, an outcome and a probability");
    var sighting = seen.get();
    return new Statement.Indicator(
        name,
        text,
        within.or(0),
        List.copyOf(cases),
        otherwise.get(),
        sighting == null ? null : sighting.day,
        sighting == null ? List.of() : sighting.cites,
        notSeenBy.get(),
        sameSignAs.get(),
        line.whole());
  }

  private static int days(LineReader line) {
    var count = Amounts.count(line, "a whole number");
    if (line.accept("days") || line.accept("day")) return count;
    if (line.accept("weeks") || line.accept("week")) return DAYS_A_WEEK * count;
    if (!line.accept("months") && !line.accept("month"))
      line.unexpected("`days`, `weeks` or `months`", List.of("days", "weeks", "months"));
    return DAYS_A_MONTH * count;
  }

  private static void chance(LineReader line, List<Chance.Case> cases) {
    var condition = Conditions.condition(line);
    var amount = Amounts.probability(line);
    if (!line.failed()) cases.add(new Chance.Case(amount, condition, null));
  }

  private static Seen seen(LineReader line) {
    var day = Days.day(line);
    return new Seen(day, line.atSymbol("[") ? cites(line) : List.of());
  }

  Statement scenario(LineReader line, Block block) {
    line.as(Form.SCENARIO);
    var name = line.name("the name of the scenario");
    var text = line.quoted("what the scenario is");
    var overrides = new ArrayList<Statement.Scenario.Overriding>();
    var details = new Details(lines, Form.SCENARIO, "scenario");
    var suppose = details.one("suppose", Conditions::literals);
    details.each("override", Form.SCENARIO, r -> override(r, overrides));
    if (details.read(line, block) && !suppose.isSet() && overrides.isEmpty())
      line.unexpected("`suppose` and what is supposed");
    return new Statement.Scenario(
        name, text, suppose.or(List.of()), List.copyOf(overrides), line.whole());
  }

  private static void override(LineReader line, List<Statement.Scenario.Overriding> overrides) {
    do {
      var mark = line.mark();
      var fact = line.atom("a fact");
      line.expect("to");
      var value = line.oneOf("`true` or `false`", List.of("true", "false"));
      if (!line.failed())
        overrides.add(
            new Statement.Scenario.Overriding(fact, value.text().equals("true"), line.since(mark)));
    } while (line.acceptSymbol(","));
  }

  Statement lever(LineReader line, Block block) {
    line.as(Form.LEVER);
    var name = line.name("the name of the lever");
    var text = line.quoted("what is done");
    var details = new Details(lines, Form.LEVER, "lever");
    var by = details.one("by", r -> r.name("the actor who does it"));
    var set = details.one("set", Conditions::literals);
    if (details.read(line, block)) {
      if (!by.isSet()) line.unexpected("`by` and the actor who does it");
      if (!set.isSet()) line.unexpected("`set` and what it brings about");
    }
    return new Statement.Lever(name, text, by.get(), set.or(List.of()), line.whole());
  }
}
