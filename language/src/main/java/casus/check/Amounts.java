package casus.check;

import casus.model.Quantity;
import casus.model.Quantity.Unit;
import casus.model.Yardstick;
import casus.syntax.Amount;
import casus.syntax.Quoted;
import casus.text.Code;
import casus.text.Problem;
import casus.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Amounts as written to quantities: units, ranges, rates, and the words of scales and yardsticks.
final class Amounts {
  /// Factors over this need a written reason.
  private static final double CAP = 20;

  /// What a number is for.
  ///
  /// @param id of the quantity: "prior hostile"
  /// @param label for a reader
  /// @param where the file it stands in
  record Purpose(String id, String label, Declared<?> where) {}

  /// The question's period, for rates; null where there is none or more than one.
  record Period(java.time.LocalDate from, java.time.LocalDate to) {}

  private final Findings findings;
  private final Names names;
  private final Dates dates;
  private final Yardstick yardstick;
  private final Map<String, Quantity> strengths = new LinkedHashMap<>();
  private @Nullable Period period;

  Amounts(Findings findings, Names names, Dates dates, Yardstick yardstick) {
    this.findings = findings;
    this.names = names;
    this.dates = dates;
    this.yardstick = yardstick;
  }

  void knowStrength(String word, Quantity strength) {
    strengths.put(word, strength);
  }

  List<Quantity> strengths() {
    return List.copyOf(strengths.values());
  }

  /// The period that rates run over where nothing else says.
  void knowPeriod(@Nullable Period only) {
    period = only;
  }

  /// An amount where a probability is due, or null after reporting what is wrong with it.
  @Nullable Quantity probability(Amount amount, Purpose purpose) {
    return probability(amount, purpose, period);
  }

  @Nullable Quantity probability(Amount amount, Purpose purpose, @Nullable Period over) {
    var at = purpose.where();
    return switch (amount) {
      case Amount.Percent percent ->
          share(percent.value(), percent.range(), percent.span(), purpose);
      case Amount.PercentRange(Amount.Range range, Span span) ->
          share(Double.NaN, range, span, purpose);
      case Amount.Rate rate -> rate(rate, purpose, over);
      case Amount.Word word -> yardstickWord(word, purpose);
      case Amount.Share share -> {
        wrongUnit(at, share.span(), "a share of the rest", "a probability of its own", null);
        yield null;
      }
      case Amount.Factor factor -> {
        wrongUnit(
            at,
            factor.span(),
            "the factor " + at.slice(factor.span()),
            "a probability such as 30% or 20..45%",
            factorHint(factor.value()));
        yield null;
      }
      case Amount.Count count -> {
        wrongUnit(
            at,
            count.span(),
            count.unit().isEmpty() ? "a bare number" : "a number of " + count.unit(),
            "a probability such as 30% or 20..45%",
            percentHint(count));
        yield null;
      }
    };
  }

  /// The share in `30% of the rest`.
  @Nullable Quantity ofTheRest(Amount.Share share, Purpose purpose) {
    return share(share.value(), share.range(), share.span(), purpose);
  }

  private @Nullable Quantity share(
      double value, Amount.@Nullable Range range, Span span, Purpose purpose) {
    if (!fits(value, range, span, purpose.where())) return null;
    var low = range == null ? value : range.low();
    var high = range == null ? value : range.high();
    var point = Double.isNaN(value) ? LogitNormal.mean(low, high) : value;
    return quantity(purpose, Unit.PROBABILITY, point, low, high, span);
  }

  /// Whether a probability and its range are ones.
  private boolean fits(double value, Amount.@Nullable Range range, Span span, Declared<?> where) {
    if (!Double.isNaN(value) && !isProbability(value)) return outside(where, span, value);
    if (range == null) return !Double.isNaN(value);
    if (!isProbability(range.low())) return outside(where, range.span(), range.low());
    if (!isProbability(range.high())) return outside(where, range.span(), range.high());
    return ordered(value, range, span, where);
  }

  private static boolean isProbability(double value) {
    return value >= 0 && value <= 1;
  }

  private boolean outside(Declared<?> where, Span span, double value) {
    findings.add(
        Problem.of(Code.E302, where.at(span), "a probability of " + percent(value))
            .expecting("0 to 100%"));
    return false;
  }

  private boolean ordered(double value, Amount.Range range, Span span, Declared<?> where) {
    if (!(range.low() <= range.high())) {
      findings.add(
          Problem.of(Code.E303, where.at(range.span()), "the range starts above its end")
              .expecting("the lower end first"));
      return false;
    }
    if (!Double.isNaN(value) && !(range.low() <= value && value <= range.high())) {
      findings.add(
          Problem.of(Code.E303, where.at(span), "the point lies outside its own range")
              .expecting("a point inside the range, or the range alone: it stands for its mean"));
      return false;
    }
    return true;
  }

  private @Nullable Quantity rate(Amount.Rate rate, Purpose purpose, @Nullable Period over) {
    if (!fits(rate.value(), rate.range(), rate.span(), purpose.where())) return null;
    if (over == null) {
      wrongUnit(
          purpose.where(),
          rate.span(),
          "a rate without a period to run over",
          "a probability, or a dossier with one question and its deadline",
          null);
      return null;
    }
    var times = dates.left(rate.unit(), over.from(), over.to());
    var range = rate.range();
    var low = atLeastOnce(range == null ? rate.value() : range.low(), times);
    var high = atLeastOnce(range == null ? rate.value() : range.high(), times);
    var point =
        Double.isNaN(rate.value())
            ? LogitNormal.mean(low, high)
            : Math.clamp(atLeastOnce(rate.value(), times), low, high);
    return quantity(purpose, Unit.PROBABILITY, point, low, high, rate.span());
  }

  /// 1 − (1−p)^times.
  private static double atLeastOnce(double each, double times) {
    return times == 0 ? 0 : each == 1 ? 1 : -Math.expm1(times * Math.log1p(-each));
  }

  private @Nullable Quantity yardstickWord(Amount.Word word, Purpose purpose) {
    var text = word.name().text();
    for (var band : yardstick.bands())
      if (hyphened(band.words()).equals(text))
        return quantity(
            purpose,
            Unit.PROBABILITY,
            LogitNormal.mean(band.from(), band.to()),
            band.from(),
            band.to(),
            word.span());
    var strength = strengths.get(text);
    if (strength != null)
      wrongUnit(
          purpose.where(),
          word.span(),
          "`" + text + "` is a strength (" + strength.written() + ")",
          "a probability such as 30% or 20..45%",
          null);
    else
      unknownWord(
          word,
          purpose.where(),
          yardstickWords(),
          "a probability such as 30%, or a word of " + yardstick.title());
    return null;
  }

  private List<String> yardstickWords() {
    return yardstick.bands().stream().map(band -> hyphened(band.words())).toList();
  }

  private static String hyphened(String words) {
    return words.replace(' ', '-');
  }

  /// A strength: a word of the scale, shared by all who use it, or a factor of its own.
  ///
  /// @param because the reason for an unusual size, or null
  @Nullable Quantity factor(Amount amount, Purpose purpose, @Nullable Quoted because) {
    var at = purpose.where();
    var found =
        switch (amount) {
          case Amount.Word word -> strengthWord(word, at);
          case Amount.Factor factor -> factorOf(factor, purpose);
          case Amount.Percent percent -> noFactor(at, percent.span(), "a percentage");
          case Amount.PercentRange(Amount.Range _, Span span) ->
              noFactor(at, span, "a range of percentages");
          case Amount.Rate rate -> noFactor(at, rate.span(), "a rate");
          case Amount.Share share -> noFactor(at, share.span(), "a share of the rest");
          case Amount.Count count -> noFactor(at, count.span(), countHint(count));
        };
    if (found != null && found.point() > CAP && because == null)
      findings.add(
          Problem.of(
                  Code.E304,
                  at.at(amount.span()),
                  "the factor "
                      + number(found.point())
                      + " is over x"
                      + number(CAP)
                      + " and has no reason")
              .expecting("a factor up to x" + number(CAP) + ", or `because \"…\"` after it"));
    return found;
  }

  private @Nullable Quantity noFactor(Declared<?> at, Span span, String found) {
    var words = String.join(", ", strengths.keySet());
    wrongUnit(
        at,
        span,
        found + " where a strength is due",
        "a factor such as x3, or a word of the scale: " + words,
        null);
    return null;
  }

  private @Nullable Quantity strengthWord(Amount.Word word, Declared<?> at) {
    var strength = strengths.get(word.name().text());
    if (strength != null) return strength;
    if (yardstickWords().contains(word.name().text()))
      return noFactor(at, word.span(), "`" + word.name().text() + "`, a likelihood,");
    unknownWord(
        word,
        at,
        List.copyOf(strengths.keySet()),
        "a word of the scale ("
            + String.join(", ", strengths.keySet())
            + "), or a factor such as x3");
    return null;
  }

  /// A factor as written; a range alone stands for its geometric mean, the median of a log-normal
  /// with these quantiles.
  @Nullable Quantity factorOf(Amount.Factor factor, Purpose purpose) {
    var at = purpose.where();
    var range = factor.range();
    var value = factor.value();
    if (range != null && !ordered(value, range, factor.span(), at)) return null;
    var low = range == null ? value : range.low();
    var high = range == null ? value : range.high();
    if (!(low > 0) || !Double.isFinite(high)) {
      wrongUnit(at, factor.span(), "a factor of " + number(low), "a factor over 0", null);
      return null;
    }
    var point = Double.isNaN(value) ? Math.clamp(Math.sqrt(low * high), low, high) : value;
    if (point < 1) {
      wrongUnit(
          at,
          factor.span(),
          "the factor " + number(point) + " is under 1 and turns its reason round",
          "a factor of at least 1",
          "x" + number(1 / point) + " and the opposite sign");
      return null;
    }
    return quantity(purpose, Unit.FACTOR, point, low, high, factor.span());
  }

  private void wrongUnit(
      Declared<?> at, Span span, String found, String expected, @Nullable String hint) {
    findings.add(Problem.of(Code.E301, at.at(span), found).expecting(expected).hint(hint));
  }

  private void unknownWord(Amount.Word word, Declared<?> at, List<String> known, String expected) {
    findings.add(
        Problem.of(
                Code.E201, at.at(word.span()), "`" + word.name().text() + "` is no word of a scale")
            .expecting(expected)
            .hint(names.suggest(word.name().text(), known)));
  }

  private static @Nullable String factorHint(double factor) {
    if (Double.isNaN(factor) || factor <= 0) return null;
    return percent(factor / (1 + factor));
  }

  private static String countHint(Amount.Count count) {
    return count.unit().isEmpty() ? "a bare number" : "a number of " + count.unit();
  }

  private static @Nullable String percentHint(Amount.Count count) {
    var value = count.value();
    if (count.unit().equals("pp")) return number(value) + "%";
    if (!count.unit().isEmpty() || !(value >= 0 && value <= 100)) return null;
    return number(value > 0 && value < 1 ? value * 100 : value) + "%";
  }

  private Quantity quantity(
      Purpose purpose, Unit unit, double point, double low, double high, Span span) {
    var at = purpose.where();
    return new Quantity(
        purpose.id(), purpose.label(), at.slice(span), unit, point, low, high, at.origin(span));
  }

  static String percent(double probability) {
    return number(probability * 100) + "%";
  }

  /// Up to three significant digits, without trailing zeros.
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15)
      return String.format(Locale.ROOT, "%.0f", value);
    return String.format(Locale.ROOT, "%.3g", value)
        .replaceAll("(\\.\\d*?)0+(?=$|e)", "$1")
        .replaceAll("\\.(?=$|e)", "");
  }
}
