package casus.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the `expect` lines of a `casus-test` fence, and the queries of prose and command line.
final class TestLines {
  private static final List<String> STATUSES =
      List.of("lawful", "permitted", "obliged", "forbidden", "silent", "conflict");

  private final Lines lines;

  TestLines(Lines lines) {
    this.lines = lines;
  }

  /// What an expectation claims, before its setting is known.
  private interface Claimed {
    Expectation under(Expectation.Setting setting);
  }

  /// The expectation, or null where the line could not be read.
  @Nullable Expectation expect(LineReader line, Block block) {
    line.as(Form.EXPECT);
    var claimed = claimed(line);
    var readings = new ArrayList<Expectation.ReadingChoice>();
    var details = new Details(lines, Form.EXPECT, "expect");
    var given = details.one("given", Conditions::literals);
    var asOf = details.one("as of", Days::day);
    var scenario = details.one("with scenario", r -> r.name("the name of a scenario"));
    var lever = details.one("with lever", r -> r.name("the name of a lever"));
    details.each("under", Form.EXPECT, r -> choices(r, readings));
    if (!details.read(line, block) || claimed == null) return null;
    return claimed.under(
        new Expectation.Setting(
            given.or(List.of()), asOf.get(), scenario.get(), lever.get(), List.copyOf(readings)));
  }

  private static @Nullable Claimed claimed(LineReader line) {
    if (line.at("could")) return status(line.as(Form.EXPECT_STATUS));
    if (line.at("P")) return chance(line.as(Form.EXPECT_CHANCE));
    if (line.at("swing")) return swing(line.as(Form.EXPECT_SWING));
    line.unexpected("`could(…)`, `P(…)` or `swing(…)`", List.of("could", "swing"));
    return null;
  }

  private static Claimed status(LineReader line) {
    var could = Conditions.could(line);
    var status =
        line.accept("depends on reading")
            ? "depends on reading"
            : line.oneOf(
                    "a status: `lawful`, `permitted`, `obliged`, `forbidden`, `silent`, `conflict`"
                        + " or `depends on reading`",
                    STATUSES)
                .text();
    return setting -> new Expectation.Status(could, status, setting, line.whole());
  }

  private static @Nullable Claimed chance(LineReader line) {
    var event = event(line);
    if (line.at("higher") || line.at("lower")) return compared(line, event);
    if (line.accept("between")) {
      var low = Amounts.percent(line);
      line.expect("and");
      return between(line, event, low, Amounts.percent(line), false);
    }
    if (line.accept("at least")) return between(line, event, Amounts.percent(line), 1, false);
    if (line.accept("at most")) return between(line, event, 0, Amounts.percent(line), false);
    if (line.accept("is")) {
      var point = Amounts.percent(line);
      line.expect("within");
      var tolerance = Amounts.percent(line);
      return between(line, event, rounded(point - tolerance), rounded(point + tolerance), true);
    }
    line.unexpected(
        "`between`, `at least`, `at most`, `is`, `higher` or `lower`",
        List.of("between", "at least", "at most", "is", "higher", "lower"));
    return null;
  }

  private static Claimed between(
      LineReader line, Condition event, double low, double high, boolean tolerance) {
    return setting -> new Expectation.Between(event, low, high, tolerance, setting, line.whole());
  }

  /// Without the last bits that subtraction leaves: 12 % less 2 % is 10 %.
  private static double rounded(double fraction) {
    return Math.rint(fraction * 1e12) / 1e12;
  }

  private static Claimed compared(LineReader line, Condition event) {
    var higher = line.accept("higher");
    if (!higher) line.expect("lower");
    var than = line.accept("than") ? event(line) : null;
    return setting -> new Expectation.Compared(event, higher, than, setting, line.whole());
  }

  /// `P(troops = open)`.
  static Condition event(LineReader line) {
    line.expect("P");
    line.expectSymbol("(");
    var event = Conditions.condition(line);
    line.expectSymbol(")");
    return event;
  }

  private static Claimed swing(LineReader line) {
    line.expect("swing");
    line.expectSymbol("(");
    var outcome = Conditions.reached(line);
    line.expectSymbol(")");
    line.expect("first is");
    var candidates = new ArrayList<Atom>();
    do candidates.add(line.atom("the name of a number"));
    while (line.accept("or"));
    return setting ->
        new Expectation.SwingFirst(outcome, List.copyOf(candidates), setting, line.whole());
  }

  private static void choices(LineReader line, List<Expectation.ReadingChoice> readings) {
    do {
      var term = line.name("the name of a term");
      line.expectSymbol("=");
      var reading = line.name("the name of a reading");
      if (!line.failed()) readings.add(new Expectation.ReadingChoice(term, reading));
    } while (line.acceptSymbol(","));
  }

  /// `P(troops = open) in words`, `could(…)`, or the name of something.
  static Document.Query query(LineReader line) {
    if (line.at("P") && line.isSymbol(line.peek(1), "(")) {
      var event = event(line);
      return new Document.Query.Probability(event, line.accept("in words"));
    }
    if (line.at("could") && line.isSymbol(line.peek(1), "("))
      return new Document.Query.Could(Conditions.could(line));
    return new Document.Query.Named(line.atom("`P(…)`, `could(…)` or a name"));
  }
}
