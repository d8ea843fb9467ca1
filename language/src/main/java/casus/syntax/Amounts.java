package casus.syntax;

import static casus.syntax.Token.Kind.NUMERAL;
import static casus.syntax.Token.Kind.TEXT;
import static casus.syntax.Token.Kind.WORD;

import casus.text.Code;
import casus.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads amounts: probabilities, factors, counts.
final class Amounts {
  static final String PROBABILITY = "a probability, such as `30%` or `20..45%`";
  private static final String FACTOR = "a factor such as `x3`, or a word of the scale";
  private static final List<String> UNITS = List.of("day", "week", "month", "year");

  /// Words that can follow an amount, and so are not amounts themselves.
  static final Set<String> NOT_AMOUNTS =
      Set.of(
          "if",
          "else",
          "otherwise",
          "since",
          "per",
          "of",
          "and",
          "or",
          "not",
          "then",
          "for",
          "against",
          "by",
          "within",
          "true",
          "false",
          "given",
          "because",
          "abstains",
          "absent",
          "leak",
          "as",
          "in",
          "is",
          "prior",
          "on",
          "to");

  private static final Pattern RANGE =
      Pattern.compile("x?(\\d+(?:\\.\\d+)?)%?(?:[-–—−]|\\.{2,3}|…)x?(\\d+(?:\\.\\d+)?)%?");
  private static final Pattern BARE_NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private Amounts() {}

  /// `30%`, `30% (20..45%)`, `20..45%`, `odds 3:1`, `1 in 6`, `very-unlikely`, each perhaps `per
  /// month`.
  static Amount probability(LineReader line) {
    var mark = line.mark();
    var amount = single(line);
    if (!line.accept("per")) return amount;
    var unit = line.oneOf("`day`, `week`, `month` or `year`", UNITS).text();
    var range = amount instanceof Amount.PercentRange alone ? alone.range() : range(line, true);
    var value = amount instanceof Amount.Percent percent ? percent.value() : Double.NaN;
    if (range == null && amount instanceof Amount.Percent percent) range = percent.range();
    return new Amount.Rate(value, range, unit, line.since(mark));
  }

  /// As [#probability], or `30% of the rest`.
  static Amount rate(LineReader line) {
    var amount = probability(line);
    if (!(amount instanceof Amount.Percent percent) || !line.accept("of the rest")) return amount;
    return new Amount.Share(percent.value(), percent.range(), percent.span().to(line.before()));
  }

  private static Amount single(LineReader line) {
    var mark = line.mark();
    if (line.accept("odds")) return odds(line, mark);
    if (line.at(WORD) && !NOT_AMOUNTS.contains(line.slice(line.peek())))
      return new Amount.Word(line.name(PROBABILITY));
    var numeral = numeral(line);
    if (numeral.percent()) return percent(line, numeral);
    if (numeral.isBare() && line.isWord(line.peek(1), "in")) return frequency(line, mark);
    notAProbability(line, numeral);
    return none(line);
  }

  /// What stands for an amount that could not be read.
  private static Amount none(LineReader line) {
    return new Amount.Percent(0.5, null, line.emptyHere());
  }

  private static Amount percent(LineReader line, Numeral numeral) {
    var mark = line.mark();
    var span = line.take().span();
    if (numeral.isRange())
      return new Amount.PercentRange(new Amount.Range(numeral.low(), numeral.high(), span), span);
    var range = range(line, true);
    return new Amount.Percent(numeral.low(), range, line.since(mark));
  }

  /// Odds are in favour: 3:1 is 75 %.
  private static Amount odds(LineReader line, int mark) {
    var token = line.peek();
    var written = line.slice(token);
    var colon = written.indexOf(':');
    var favour = colon < 0 ? Numeral.NONE : Numeral.of(written.substring(0, colon));
    var against = colon < 0 ? Numeral.NONE : Numeral.of(written.substring(colon + 1));
    if (!favour.isBare() || !against.isBare()) {
      line.unexpected("odds such as `3:1`");
      return none(line);
    }
    line.take();
    return new Amount.Percent(
        favour.low() / (favour.low() + against.low()), null, line.since(mark));
  }

  private static Amount frequency(LineReader line, int mark) {
    var times = number(line, "a number");
    line.expect("in");
    var among = number(line, "a number");
    if (!line.failed() && among <= 0)
      line.fail(Code.E302, line.before(), "found one in none", "a number above 0", null);
    return new Amount.Percent(times / among, null, line.since(mark));
  }

  /// `(20..45%)` or `(2..5)`, null where no bracket follows.
  private static Amount.@Nullable Range range(LineReader line, boolean percent) {
    if (!line.atSymbol("(")) return null;
    var mark = line.mark();
    line.take();
    var numeral = numeral(line);
    var expected = percent ? "a range such as `20..45%`" : "a range such as `2..5`";
    if (!numeral.isRange() || numeral.factor() || numeral.percent() != percent) {
      line.unexpected(expected, percent ? percentHint(line) : rangeHint(line, "", ""));
      return null;
    }
    line.take();
    line.expectSymbol(")");
    return new Amount.Range(numeral.low(), numeral.high(), line.since(mark));
  }

  /// `x3`, `x3 (2..5)`, `x2..5` or a word of the scale.
  static Amount strength(LineReader line) {
    var mark = line.mark();
    var word = line.slice(line.peek());
    if (line.at(WORD) && !NOT_AMOUNTS.contains(word) && !word.matches("X\\d.*"))
      return new Amount.Word(line.name(FACTOR));
    var numeral = numeral(line);
    if (!numeral.factor()) {
      notAFactor(line, numeral);
      return new Amount.Factor(1, null, line.emptyHere());
    }
    if (isDecimalComma(line)) {
      line.fail(
          Code.E102,
          decimal(line),
          "found a decimal comma",
          "a decimal point",
          line.slice(line.peek()) + "." + line.slice(line.peek(2)));
      return new Amount.Factor(1, null, line.emptyHere());
    }
    var span = line.take().span();
    if (numeral.isRange())
      return new Amount.Factor(
          Double.NaN, new Amount.Range(numeral.low(), numeral.high(), span), span);
    var range = range(line, false);
    return new Amount.Factor(numeral.low(), range, line.since(mark));
  }

  /// What a finding found: `6.7%`, `20..25%`, `5.1 pp`, `3000 troops`.
  static Amount measured(LineReader line) {
    var numeral = numeral(line);
    if (!numeral.isNumber() || numeral.factor()) {
      line.unexpected("a number such as `6.7%`, `5.1 pp` or `3000 troops`", percentHint(line));
      return none(line);
    }
    if (isDecimalComma(line)) {
      decimalComma(line);
      return none(line);
    }
    if (numeral.percent()) return percent(line, numeral);
    var mark = line.mark();
    var span = line.take().span();
    var range = numeral.isRange() ? new Amount.Range(numeral.low(), numeral.high(), span) : null;
    var unit = line.words(List.of("of", "n", "omits", "leaning"));
    var value = numeral.isRange() ? Double.NaN : numeral.low();
    return new Amount.Count(value, range, unit, line.since(mark));
  }

  /// A bare number.
  static double number(LineReader line, String what) {
    var numeral = numeral(line);
    if (numeral.isBare()) {
      line.take();
      return numeral.low();
    }
    line.unexpected(what);
    return 0;
  }

  /// A whole number above 0.
  static int count(LineReader line, String what) {
    var numeral = numeral(line);
    if (numeral.isBare()
        && numeral.low() > 0
        && numeral.low() <= 1_000_000
        && numeral.low() == Math.rint(numeral.low())) {
      line.take();
      return (int) numeral.low();
    }
    line.unexpected(what);
    return 0;
  }

  /// A probability without range, as tests compare with.
  static double percent(LineReader line) {
    var numeral = numeral(line);
    if (numeral.percent() && !numeral.isRange()) {
      line.take();
      return numeral.low();
    }
    notAProbability(line, numeral);
    return 0;
  }

  private static Numeral numeral(LineReader line) {
    return line.at(NUMERAL) ? Numeral.of(line.slice(line.peek())) : Numeral.NONE;
  }

  private static void notAProbability(LineReader line, Numeral numeral) {
    if (line.at(NUMERAL) && isDecimalComma(line)) decimalComma(line);
    else if (numeral.factor())
      line.fail(
          Code.E301,
          line.peek().span(),
          "found the factor " + line.shown(line.peek()) + " where a probability is due",
          PROBABILITY,
          "`for " + line.slice(line.peek()) + "` after a claim");
    else if (numeral.isNumber() && line.isWord(line.peek(1), "pp"))
      line.fail(
          Code.E301,
          line.peek().span().to(line.peek(1).span()),
          "found percentage points where a probability is due",
          PROBABILITY,
          line.slice(line.peek()) + "%");
    else if (numeral.isNumber())
      line.fail(
          Code.E301,
          line.peek().span(),
          "found " + line.shown(line.peek()) + " without a unit",
          PROBABILITY,
          percentHint(line));
    else line.unexpected(PROBABILITY, percentHint(line));
  }

  private static void notAFactor(LineReader line, Numeral numeral) {
    var written = line.slice(line.peek());
    if (numeral.percent())
      line.fail(
          Code.E301,
          line.peek().span(),
          "found the percentage `" + written + "` where a factor is due",
          FACTOR,
          "`if true 80% if false 10%`");
    else if (numeral.isNumber())
      line.fail(
          Code.E301,
          line.peek().span(),
          "found `" + written + "` without a unit",
          FACTOR,
          "x" + written);
    else line.unexpected(FACTOR, factorHint(line, written));
  }

  private static @Nullable String factorHint(LineReader line, String written) {
    var digits = written.replaceFirst("^[×X]", "").replaceFirst("[x×]$", "");
    if (line.at(TEXT)) return null;
    return BARE_NUMBER.matcher(digits).matches() ? "x" + digits : rangeHint(line, "x", "");
  }

  /// `30%` for `30`, `30 %` and `0.3`; `20..45%` for `20-45%`.
  private static @Nullable String percentHint(LineReader line) {
    var written = line.slice(line.peek());
    if (!BARE_NUMBER.matcher(written).matches()) return rangeHint(line, "", "%");
    if (!written.startsWith("0.") || line.isSymbol(line.peek(1), "%")) return written + "%";
    return new BigDecimal(written).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  private static @Nullable String rangeHint(LineReader line, String before, String after) {
    if (!line.at(NUMERAL) || line.peek().end() - line.peek().start() > 40) return null;
    var parts = RANGE.matcher(line.slice(line.peek()));
    return parts.matches() ? before + parts.group(1) + ".." + parts.group(2) + after : null;
  }

  /// Whether `0,5` stands here: digits, a comma and digits without a blank.
  private static boolean isDecimalComma(LineReader line) {
    var comma = line.peek(1);
    var after = line.peek(2);
    return line.isSymbol(comma, ",")
        && comma.start() == line.peek().end()
        && after.kind() == NUMERAL
        && after.start() == comma.end()
        && !line.slice(line.peek()).endsWith("%");
  }

  private static Span decimal(LineReader line) {
    return line.peek().span().to(line.peek(2).span());
  }

  private static void decimalComma(LineReader line) {
    var decimals = line.slice(line.peek(2));
    line.fail(
        Code.E102,
        decimal(line),
        "found a decimal comma",
        "a decimal point",
        line.slice(line.peek()) + "." + decimals + (decimals.endsWith("%") ? "" : "%"));
  }

  /// A probability that may depend on conditions or on the date.
  static Chance chance(LineReader line) {
    var cases = new ArrayList<Chance.Case>();
    var conditional = false;
    while (true) {
      var amount = probability(line);
      if (line.accept("if")) {
        conditional = true;
        cases.add(new Chance.Case(amount, Conditions.condition(line), null));
        if (!line.acceptSymbol(",")) {
          line.unexpected("`,` and the amount `otherwise`");
          break;
        }
      } else if (line.accept("since")) {
        cases.add(new Chance.Case(amount, null, Days.day(line)));
        if (!line.acceptSymbol(",")) break;
      } else {
        if (conditional) line.expect("otherwise");
        else if (!cases.isEmpty()) line.expect("since");
        cases.add(new Chance.Case(amount, null, null));
        break;
      }
    }
    return new Chance(List.copyOf(cases));
  }
}
