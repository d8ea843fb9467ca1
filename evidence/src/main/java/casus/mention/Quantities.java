package casus.mention;

import casus.mention.Numerals.Numeral;
import casus.mention.Quantity.Comparison;
import casus.mention.Quantity.Unit;
import casus.mention.Quantity.Unit.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The grammar of quantities: a comparison, a number or two, a unit, whose share it is.
final class Quantities {
  /// Words that a counted noun may stand away from its number.
  private static final int REACH = 6;

  private static final Kind[] MEASURES = {Kind.DISTANCE, Kind.DURATION};
  private static final Comparison[] COMPARISONS = {
    Comparison.EXACTLY,
    Comparison.ABOUT,
    Comparison.UNDER,
    Comparison.OVER,
    Comparison.AT_LEAST,
    Comparison.AT_MOST
  };

  private final Vocabulary words;
  private final Numerals numerals;

  Quantities(Vocabulary words) {
    this.words = words;
    this.numerals = new Numerals(words);
  }

  /// Two numbers, equal but for a range, and what follows them.
  private record Amount(
      BigDecimal low,
      BigDecimal high,
      Unit unit,
      boolean vague,
      boolean rounded,
      @Nullable Comparison after,
      int end) {
    Amount(BigDecimal low, BigDecimal high, Unit unit, boolean vague, boolean rounded, int end) {
      this(low, high, unit, vague, rounded, null, end);
    }
  }

  private record Compared(Comparison comparison, int end) {}

  /// The quantities of a sentence, in its order.
  ///
  /// @param taken tokens that belong to other mentions
  List<Found> of(Sentence s, boolean[] taken) {
    var found = new ArrayList<Found>();
    for (var i = 0; i < s.size(); ) {
      var next = taken[i] ? null : at(s, i, taken);
      if (next != null) found.add(next);
      i = next == null ? i + 1 : next.end();
    }
    return found;
  }

  /// A quantity by its tokens.
  ///
  /// @param populationFrom the first token of the population; 0 with `populationTo` where none is
  record Found(
      int from,
      int end,
      Comparison comparison,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      Unit unit,
      int populationFrom,
      int populationTo) {}

  private @Nullable Found at(Sentence s, int from, boolean[] taken) {
    var compared = compared(s, from);
    var start = compared == null ? from : compared.end();
    if (start >= s.size() || taken[start]) return null;
    var between = compared == null ? between(s, from) : null;
    var amount = between == null ? amount(s, start, compared != null) : between;
    if (amount == null) return null;
    for (var i = start; i < amount.end(); i++) if (taken[i]) return null;
    var end = amount.end();
    var comparison = compared == null ? Comparison.EXACTLY : compared.comparison();
    if (amount.vague()) comparison = Comparison.AT_LEAST;
    else if (amount.low().compareTo(amount.high()) != 0) comparison = Comparison.BETWEEN;
    else if (amount.after() != null) comparison = amount.after();
    else if (compared == null) {
      var after = after(s, end);
      if (after != null) {
        comparison = after.comparison();
        end = after.end();
      } else if (amount.rounded()) comparison = Comparison.ABOUT;
    }
    var population = population(s, end, amount);
    var low =
        comparison == Comparison.UNDER || comparison == Comparison.AT_MOST ? null : amount.low();
    var high =
        comparison == Comparison.OVER || comparison == Comparison.AT_LEAST ? null : amount.high();
    return new Found(
        from,
        end,
        comparison,
        low,
        high,
        amount.unit(),
        population == null ? 0 : population[0],
        population == null ? 0 : population[1]);
  }

  private @Nullable Compared compared(Sentence s, int from) {
    @Nullable Compared best = null;
    for (var comparison : COMPARISONS) {
      var hit = words.section(section(comparison, "")).at(s, from);
      if (hit != null && (best == null || hit.end() > best.end()))
        best = new Compared(comparison, hit.end());
    }
    if (best == null) return null;
    // "more than about 20": the outer word says which side, the inner one that it is rounded
    var inner = words.section("about").at(s, best.end());
    return inner == null ? best : new Compared(best.comparison(), inner.end());
  }

  private @Nullable Compared after(Sentence s, int from) {
    for (var comparison : COMPARISONS) {
      var hit = words.section(section(comparison, "after-")).at(s, from);
      if (hit != null) return new Compared(comparison, hit.end());
    }
    return null;
  }

  private static String section(Comparison comparison, String before) {
    return before + comparison.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /// `between 20 and 25 per cent`, `from 500 to 800 troops`
  private @Nullable Amount between(Sentence s, int from) {
    var opening = words.section("between").at(s, from);
    var closed = opening != null;
    if (opening == null) opening = words.section("from").at(s, from);
    if (opening == null) return null;
    var first = bare(s, opening.end());
    if (first == null) return null;
    var joint = words.section(closed ? "between-and" : "to").at(s, first.end());
    // "from 10% to 15%" is a change and not a range
    if (joint == null || (!closed && first.unit().kind() != Kind.COUNT)) return null;
    var second = amount(s, joint.end(), true);
    if (second == null || second.vague()) return null;
    var low =
        first.unit().kind() == Kind.COUNT
            ? scaled(first.low(), second, s, joint.end())
            : first.low();
    if (low.compareTo(second.low()) > 0) return null;
    return new Amount(low, second.high(), second.unit(), false, false, second.end());
  }

  /// "between 1 and 2 million": the first number is multiplied too.
  private BigDecimal scaled(BigDecimal first, Amount second, Sentence s, int at) {
    var start = words.section("currency-sign").at(s, at);
    var i = start == null ? at : start.end();
    var plain = s.at(i).number() ? numerals.number(s.at(i).text()) : null;
    if (plain == null || plain.signum() == 0 || plain.compareTo(second.low()) == 0) return first;
    var factor = second.low().divide(plain, java.math.MathContext.DECIMAL64);
    return first.compareTo(plain) < 0 ? plain(first.multiply(factor)) : first;
  }

  private static BigDecimal plain(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /// A number with a sign or a unit that needs no noun; a count without words where it has none.
  private @Nullable Amount bare(Sentence s, int from) {
    var sign = words.section("currency-sign").at(s, from);
    var numeral = numerals.at(s, sign == null ? from : sign.end());
    if (numeral == null || numeral.vague()) return null;
    var value = plain(numeral.value());
    if (sign != null)
      return new Amount(
          value, value, new Unit(Kind.MONEY, sign.value()), false, false, numeral.end());
    var measured = measure(s, numeral.end());
    return measured == null
        ? new Amount(value, value, new Unit(Kind.COUNT, ""), false, false, numeral.end())
        : new Amount(value, value, measured.unit(), false, false, measured.end());
  }

  private record Measured(Unit unit, int end) {}

  /// The unit that stands at a token, where it is one that needs no noun.
  private @Nullable Measured measure(Sentence s, int at) {
    var points = words.section("points").at(s, at);
    if (points != null) return new Measured(new Unit(Kind.POINTS, ""), points.end());
    var percent = words.section("percent").at(s, at);
    if (percent != null) return new Measured(new Unit(Kind.PERCENT, ""), percent.end());
    var currency = words.section("currency").at(s, at);
    if (currency != null)
      return new Measured(new Unit(Kind.MONEY, currency.value()), currency.end());
    var dashed = s.at(at).dash() && s.joined(at) && s.joined(at + 1);
    for (var kind : MEASURES) {
      var section = words.section(kind.name().toLowerCase(java.util.Locale.ROOT));
      var hit = section.at(s, dashed ? at + 1 : at);
      if (hit != null) return new Measured(new Unit(kind, hit.value()), hit.end());
    }
    var times = words.section("times").at(s, at);
    if (times != null) return new Measured(new Unit(Kind.MULTIPLE, ""), times.end());
    return null;
  }

  private @Nullable Amount amount(Sentence s, int from, boolean compared) {
    var multiple = words.value("multiple", s.at(from));
    if (multiple != null) {
      var value = new BigDecimal(multiple);
      return new Amount(value, value, new Unit(Kind.MULTIPLE, ""), false, false, from + 1);
    }
    var share = numerals.share(s, from);
    if (share != null && shareMeant(s, from, share, compared))
      return new Amount(
          share.percent(),
          share.percent(),
          new Unit(Kind.PERCENT, ""),
          false,
          share.rounded(),
          share.end());
    var sign = words.section("currency-sign").at(s, from);
    var numberAt = sign == null ? from : sign.end();
    if (sign == null && !beginsNumber(s, from)) return null;
    var first = numerals.at(s, numberAt);
    if (first == null) return null;
    var low = plain(first.value());
    var high = low;
    var end = first.end();
    if (first.vague()) return counted(s, from, low, low, end, true, true);
    if (sign == null) {
      if (words.section("not-after").at(s, end) != null) return null;
      var measured = measure(s, end);
      // "20%-25%"
      if (measured != null && measured.unit().kind() == Kind.PERCENT) end = measured.end();
      var second = second(s, end);
      var change = words.section("from").at(s, from - 1) != null;
      if (second != null
          && measured != null
          && (change || words.section("percent").at(s, second.end()) == null)) second = null;
      if (second != null && second.value().compareTo(low) > 0 && !second.vague()) {
        low = scaledPlain(first, second, s, low);
        high = plain(second.value());
        end = second.end();
      } else if (second != null && s.at(end).dash() && measured == null) {
        return null;
      } else if (measured != null) {
        return new Amount(low, low, measured.unit(), false, false, measured.end());
      }
      if (words.section("not-after").at(s, end) != null) return null;
      var unit = measure(s, end);
      if (unit != null) return new Amount(low, high, unit.unit(), false, false, unit.end());
      return counted(s, from, low, high, end, compared, false);
    }
    var second = second(s, end);
    if (second != null && second.value().compareTo(low) > 0) {
      low = scaledPlain(first, second, s, low);
      high = plain(second.value());
      end = second.end();
    }
    var currency = words.section("currency").at(s, end);
    return new Amount(
        low,
        high,
        new Unit(Kind.MONEY, currency == null ? sign.value() : currency.value()),
        false,
        false,
        currency == null ? end : currency.end());
  }

  /// The second number of `20 to 25`, `20–25`, `two or three`.
  private @Nullable Numeral second(Sentence s, int at) {
    var joint = words.section("to").at(s, at);
    if (joint == null) return null;
    var sign = words.section("currency-sign").at(s, joint.end());
    var from = sign == null ? joint.end() : sign.end();
    if (!s.at(from).number() && !words.has("cardinal", s.at(from))) return null;
    var second = numerals.at(s, from);
    if (second == null) return null;
    var dash =
        s.at(second.end()).dash() && s.joined(second.end()) && s.at(second.end() + 1).number();
    return dash ? null : second;
  }

  /// "2 to 3 million" multiplies the first number too.
  private static BigDecimal scaledPlain(Numeral first, Numeral second, Sentence s, BigDecimal low) {
    if (low.signum() == 0 || !first.digits() || second.digits() || !s.at(second.end() - 1).word())
      return low;
    var high = second.value();
    var factor = BigDecimal.ONE;
    while (high.compareTo(low.multiply(factor).multiply(BigDecimal.valueOf(1000))) > 0)
      factor = factor.multiply(BigDecimal.valueOf(1000));
    return plain(low.multiply(factor));
  }

  /// Whether a number may begin here: not inside `F-16`, `9/11`, `Article 4`, `+375 29`.
  private boolean beginsNumber(Sentence s, int from) {
    var before = s.at(from - 1);
    var t = s.at(from);
    var grouped = t.text().indexOf(',') > 0;
    if (words.has("designation", before) && t.number() && !grouped) return false;
    if (before.is(".") && words.has("designation", s.at(from - 2)) && t.number()) return false;
    if (!t.number()) return true;
    if (s.joined(from)
        && !before.is("(")
        && !before.is("[")
        && !before.is("\"")
        && !before.is("“")
        && !before.is("~")
        && !before.is("≈")
        && !before.is("<")
        && !before.is(">")
        && !before.is("=")
        && !before.is("±")) return false;
    if (t.text().length() > 1 && t.text().charAt(0) == '0' && Character.isDigit(t.text().charAt(1)))
      return false;
    if (before.number() && !s.at(from - 1).is(t.lower())) return false;
    var next = s.at(from + 1);
    if (!s.joined(from + 1)) return !(next.number() && t.text().length() <= 3);
    if (next.is("/") || next.is(":") || next.is("(")) return false;
    if (next.word())
      return words.has("suffix", next)
          || words.has("scale", next)
          || measure(s, from + 1) != null
          || next.is("'s");
    return true;
  }

  private boolean shareMeant(Sentence s, int from, Numerals.Share share, boolean compared) {
    var one = share.end() == from + 1;
    if (!one) return true;
    if (words.has("fraction", s.at(from))) return s.at(share.end()).word();
    // "half": of, the, or after a comparison; not "half an hour", "half a million"
    if (words.has("article", s.at(share.end())) || s.at(share.end()).dash()) return false;
    return compared
        || words.has("of", s.at(share.end()))
        || words.has("determiner", s.at(share.end()));
  }

  /// A number with the noun it counts; null where it has none and nothing else says that it counts.
  private @Nullable Amount counted(
      Sentence s,
      int from,
      BigDecimal low,
      BigDecimal high,
      int end,
      boolean compared,
      boolean vague) {
    if (year(s, from, end, compared)) return null;
    // "300 or more prisoners"
    var after = compared || vague ? null : after(s, end);
    if (after != null && nounEnd(s, after.end()) > after.end()) {
      var noun = nounEnd(s, after.end());
      var unit = new Unit(Kind.COUNT, phrase(s, after.end(), noun));
      return new Amount(low, high, unit, false, false, after.comparison(), noun);
    }
    var of = vague && words.has("of", s.at(end - 1));
    var noun = nounEnd(s, end);
    var one = low.compareTo(BigDecimal.ONE) == 0 && high.compareTo(BigDecimal.ONE) == 0;
    if (one) {
      if (!words.has("single", s.at(end))) noun = end;
      else noun = end + 1;
    }
    if (noun > end) {
      var name = phrase(s, end, noun);
      return new Amount(low, high, new Unit(Kind.COUNT, name), vague, false, noun);
    }
    if (one || of) return null;
    var people = words.section("counted");
    if (people.at(s, from - 1) != null || (people.at(s, end) != null && !s.at(from).capital()))
      return new Amount(low, high, new Unit(Kind.COUNT, ""), vague, false, end);
    if (words.section("sample-before").at(s, from - 2) != null)
      return new Amount(low, high, new Unit(Kind.COUNT, ""), vague, false, end);
    return null;
  }

  /// `in 2014`, `the 2020 elections`: four digits without a separator after nothing that compares.
  private boolean year(Sentence s, int from, int end, boolean compared) {
    var t = s.at(from);
    if (compared || end != from + 1 || t.text().length() != 4 || !t.number()) return false;
    var value = numerals.number(t.text());
    if (value == null || value.scale() > 0) return false;
    var year = value.intValue();
    if (year < 1700 || year > 2150) return false;
    var before = s.at(from - 1);
    return !(from == 0 || before.is("of") || words.has("counted", before)) || year % 100 != 0;
  }

  private static String phrase(Sentence s, int from, int to) {
    var text = new StringBuilder();
    for (var i = from; i < to; i++) {
      if (i > from && s.at(i).spaced()) text.append(' ');
      text.append(s.at(i).text());
    }
    return text.toString();
  }

  /// Where the noun phrase that a number counts ends: after its first plural; the same token where
  /// there is none.
  private int nounEnd(Sentence s, int from) {
    for (var i = from; i < s.size() && i - from < REACH; i++) {
      var t = s.at(i);
      if (t.dash() && i > from && s.joined(i) && s.joined(i + 1)) continue;
      if (t.is("'s") && i > from && s.at(i - 1).capital()) continue;
      if (!t.word()) return from;
      if (words.has("stop", t)) return from;
      if (plural(t)) {
        // "police officers"
        while (plural(s.at(i + 1)) && !s.at(i + 1).capital() && !words.has("stop", s.at(i + 1)))
          i++;
        return i + 1;
      }
    }
    return from;
  }

  private boolean plural(Token t) {
    var w = t.lower();
    if (words.has("plural", t)) return true;
    return t.word()
        && w.length() > 3
        && w.endsWith("s")
        && !w.endsWith("ss")
        && !words.has("singular", t)
        && !w.endsWith("'s")
        && !w.endsWith("ous");
  }

  /// First and last token of what a share is a share of; null where it is not said.
  private int @Nullable [] population(Sentence s, int end, Amount amount) {
    if (amount.unit().kind() != Kind.PERCENT) return null;
    var from = end;
    var outOf = s.at(end - 1).number() || words.has("cardinal", s.at(end - 1));
    if (words.has("of", s.at(from))) from++;
    else if (words.genitive() && (plural(s.at(from)) || words.has("group", s.at(from))))
      return genitive(s, from);
    else if (!outOf && (!words.has("determiner", s.at(from)) || words.has("that", s.at(from))))
      return null;
    var determiner = words.section("determiner").at(s, from);
    if (determiner != null) from = determiner.end();
    var i = from;
    var last = from;
    for (; i < s.size() && i - from < 2 * REACH; i++) {
      var t = s.at(i);
      if (t.dash() && s.joined(i) && s.joined(i + 1)) continue;
      if (t.is("'s")) continue;
      if (t.number()) {
        last = i + 1;
        continue;
      }
      if (!t.word()) break;
      if (words.has("of", t) && last == i && i > from) continue;
      if (words.has("group", t) || plural(t)) {
        last = i + 1;
        if (words.has("of", s.at(i + 1))) continue;
        if (words.has("joiner", s.at(i + 1))
            && (plural(s.at(i + 2)) || words.has("group", s.at(i + 2)))) {
          i++;
          continue;
        }
        if (plural(s.at(i + 1)) && !words.has("stop", s.at(i + 1)) && t.capital()) continue;
        if (words.has("within", s.at(i + 1))) last = within(s, i + 1);
        break;
      }
      if (words.has("stop", t) && !(words.has("determiner", t) && words.has("of", s.at(i - 1))))
        break;
      last = i + 1;
    }
    return last > from ? new int[] {from, last} : null;
  }

  /// A population in the genitive: `7 % белорусов`, `30 % бюджета Литвы`.
  private int[] genitive(Sentence s, int from) {
    var to = from + 1;
    while (s.at(to).capital() && !words.has("stop", s.at(to))) to++;
    return new int[] {from, to};
  }

  /// `in Minsk`, `aged 18–24`, `under 30`: the end of what narrows a population down.
  private int within(Sentence s, int at) {
    var i = at + 1;
    if (words.has("determiner", s.at(i))) i++;
    if (!s.at(i).capital() && !s.at(i).number()) return at;
    while (s.at(i).capital() || s.at(i).number() || (s.at(i).dash() && s.at(i + 1).number())) i++;
    return i;
  }

  /// Whether words around a quantity say that it is the size of a sample.
  boolean sample(Sentence s, Found found) {
    if (found.unit().kind() != Kind.COUNT) return false;
    for (var k = 1; k <= 4; k++) {
      var hit = words.section("sample-before").at(s, found.from() - k);
      if (hit != null && hit.end() == found.from()) return true;
    }
    return words.section("sample-after").at(s, found.end()) != null;
  }

  /// The number of people that a population is told with, as in `68% of 1,200 adults`; null where
  /// it is told without.
  @Nullable Numeral told(Sentence s, Found found) {
    if (found.populationTo() == 0) return null;
    var numeral = numerals.at(s, found.populationFrom());
    return numeral == null || numeral.vague() ? null : numeral;
  }

  /// The tokens from and to which a sentence says who it has its numbers from; null where it does
  /// not say so.
  int @Nullable [] source(Sentence s) {
    for (var i = 0; i < s.size(); i++) {
      var before = words.section("source-before").at(s, i);
      if (before != null) {
        var end = sourceEnd(s, before.end());
        if (end > before.end()) return new int[] {before.end(), end};
      }
      if (words.has("finds", s.at(i)) || words.has("reckons", s.at(i))) {
        var start = sourceStart(s, i);
        if (start < i) return new int[] {start, i};
      }
    }
    return null;
  }

  private int sourceEnd(Sentence s, int from) {
    var i = from;
    while (i < s.size()) {
      var t = s.at(i);
      var inside = t.dash() && s.joined(i) && s.joined(i + 1);
      if (!t.word() && !t.number() && !inside && !t.is("&")) break;
      var small = words.has("linking", t);
      if (i > from && words.has("stop", t) && !small && !words.has("determiner", t)) break;
      if (small
          && !words.has("of", t)
          && !s.at(i + 1).capital()
          && !words.has("determiner", s.at(i + 1))
          && !s.at(i + 1).number()) break;
      i++;
    }
    return i;
  }

  /// Where the subject of a verb of finding begins: it must name a study, or be names alone before
  /// `estimates`.
  private int sourceStart(Sentence s, int verb) {
    var start = verb;
    var study = false;
    for (var k = verb - 1; k >= 0 && verb - k < 20; k--) {
      var t = s.at(k);
      var inside = t.dash() && s.joined(k) && s.joined(k + 1);
      if (!t.word() && !t.number() && !inside && !t.is("&")) break;
      study |= words.has("study", t);
      var small = words.has("linking", t) || words.has("determiner", t) || words.has("article", t);
      if (words.has("stop", t) && !small) break;
      start = k;
    }
    while (start < verb && words.has("linking", s.at(start))) start++;
    if (study) return start;
    if (!words.has("reckons", s.at(verb))) return verb;
    return s.at(verb - 1).capital() || words.has("determiner", s.at(start)) ? start : verb;
  }
}
