package casus.mention;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers in digits, in words and in both: `2,000`, `twenty-five`, `1.5 million`, `a dozen`.
final class Numerals {
  private static final Pattern GROUPED =
      Pattern.compile("\\p{Nd}{1,3}([,.\u00a0\u202f\u2009]\\p{Nd}{3})+");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private final Vocabulary words;
  private final char decimal;

  /// A number as it stands in a sentence.
  ///
  /// @param end the token after it
  /// @param digits whether it is written in digits alone
  /// @param vague whether it gives no more than its least, as `dozens`
  record Numeral(BigDecimal value, int end, boolean digits, boolean vague) {}

  /// A share as it stands in a sentence: `a third`, `one in five`.
  ///
  /// @param percent of a hundred
  /// @param rounded whether the share has no end in decimals
  record Share(BigDecimal percent, int end, boolean rounded) {}

  Numerals(Vocabulary words) {
    this.words = words;
    this.decimal = words.section("format").value(",") == null ? '.' : ',';
  }

  /// The number that begins at a token; null if none does.
  @Nullable Numeral at(Sentence s, int from) {
    var indefinite = words.section("indefinite").at(s, from);
    if (indefinite != null)
      return new Numeral(new BigDecimal(indefinite.value()), indefinite.end(), false, true);
    var first = s.at(from);
    if (first.number()) return digits(s, from);
    if (words.has("half", first)) {
      var article = words.has("article", s.at(from + 1)) ? from + 2 : from + 1;
      var scale = scale(s, article);
      return scale == null
          ? null
          : new Numeral(scale.divide(BigDecimal.TWO), article + 1, false, false);
    }
    if (words.has("article", first)) {
      var scale = scale(s, from + 1);
      return scale == null ? null : spelled(s, from);
    }
    return words.has("cardinal", first) ? spelled(s, from) : null;
  }

  private @Nullable Numeral digits(Sentence s, int from) {
    var value = number(s.at(from).text());
    if (value == null) return null;
    var i = from + 1;
    var plain = true;
    if (s.joined(i)) {
      var suffix = words.value("suffix", s.at(i));
      if (suffix != null)
        return new Numeral(value.multiply(new BigDecimal(suffix)), i + 1, false, false);
    }
    if (s.at(i).dash() && s.joined(i) && s.joined(i + 1) && scale(s, i + 1) != null) i++;
    for (var scale = scale(s, i); scale != null; scale = scale(s, i)) {
      value = value.multiply(scale);
      plain = false;
      i++;
      // "2 тыс. военных"
      if (s.is(i, ".")
          && s.joined(i)
          && words.abbreviation(s.at(i - 1).lower())
          && s.at(i + 1).word()) i++;
    }
    return new Numeral(value, i, plain, false);
  }

  /// Digits to a number; null where they are none, as in `3.2.1`.
  @Nullable BigDecimal number(String text) {
    var groups = GROUPED.matcher(text);
    var end = groups.lookingAt() ? groups.end() : 0;
    if (end > 0 && text.charAt(0) != '0') {
      var separator = text.charAt(text.indexOf(firstSeparator(text)));
      var rest = text.substring(end);
      var one =
          text.substring(0, end).chars().filter(c -> !Character.isDigit(c)).distinct().count() == 1;
      var several = text.substring(0, end).chars().filter(c -> c == separator).count() > 1;
      if (one && (separator != decimal || several) && (rest.isEmpty() || fraction(rest, separator)))
        return plain(
            text.substring(0, end).replace(String.valueOf(separator), "") + rest.replace(',', '.'));
    }
    return plain(text.replace(',', '.'));
  }

  private static char firstSeparator(String text) {
    for (var i = 0; i < text.length(); i++)
      if (!Character.isDigit(text.charAt(i))) return text.charAt(i);
    throw new IllegalArgumentException(text);
  }

  private static boolean fraction(String rest, char separator) {
    return rest.charAt(0) != separator
        && (rest.charAt(0) == '.' || rest.charAt(0) == ',')
        && rest.chars().skip(1).allMatch(Character::isDigit);
  }

  private static @Nullable BigDecimal plain(String text) {
    var dots = text.chars().filter(c -> c == '.').count();
    if (dots > 1 || text.length() > 30) return null;
    var ascii = new StringBuilder();
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '.') ascii.append(c);
      else if (Character.isDigit(c)) ascii.append(Character.digit(c, 10));
      else return null;
    }
    return new BigDecimal(ascii.toString());
  }

  private @Nullable BigDecimal scale(Sentence s, int i) {
    var scale = words.value("scale", s.at(i));
    return scale == null ? null : new BigDecimal(scale);
  }

  /// `two hundred and fifty thousand`, `twenty-five`, `one and a half million`
  private @Nullable Numeral spelled(Sentence s, int from) {
    var total = BigDecimal.ZERO;
    var current = BigDecimal.ZERO;
    var room = HUNDRED.multiply(THOUSAND).multiply(THOUSAND).multiply(THOUSAND).multiply(THOUSAND);
    var i = from;
    var end = from;
    while (i < s.size() && i - from < 16) {
      var t = s.at(i);
      var word = words.value(i == from && words.has("article", t) ? "article" : "cardinal", t);
      var scale = scale(s, i);
      if (word != null) {
        var value = new BigDecimal(word);
        if (end > from && !fits(current, value)) break;
        current = current.add(value);
      } else if (scale != null && end > from) {
        if (scale.compareTo(THOUSAND) < 0) {
          current = current.multiply(scale);
        } else {
          if (scale.compareTo(room) >= 0) break;
          room = scale;
          total = total.add(current.multiply(scale));
          current = BigDecimal.ZERO;
        }
      } else break;
      end = i + 1;
      i = end;
      var dash = s.at(i).dash() && s.joined(i) && s.joined(i + 1);
      if (dash && words.has("cardinal", s.at(i + 1))) i++;
      else if (words.has("joiner", s.at(i))
          && total.add(current).compareTo(HUNDRED) >= 0
          && words.has("cardinal", s.at(i + 1))) i++;
      else if (half(s, i)) {
        current = current.add(new BigDecimal("0.5"));
        end = i + 3;
        i = end;
        if (scale(s, i) == null) break;
      }
    }
    if (end == from) return null;
    return new Numeral(total.add(current), end, false, false);
  }

  /// `and a half`
  private boolean half(Sentence s, int i) {
    return words.has("joiner", s.at(i))
        && words.has("article", s.at(i + 1))
        && words.has("half", s.at(i + 2));
  }

  private static boolean fits(BigDecimal current, BigDecimal next) {
    if (next.signum() == 0) return false;
    var room = next.compareTo(BigDecimal.TEN) < 0 ? BigDecimal.TEN : HUNDRED;
    return current.remainder(room).signum() == 0
        && (current.signum() == 0 || current.compareTo(room) >= 0)
        && next.compareTo(HUNDRED) < 0;
  }

  /// The share that begins at a token; null if none does.
  @Nullable Share share(Sentence s, int from) {
    if (words.has("ordinal-context", s.at(from - 1)) && !words.has("cardinal", s.at(from)))
      return null;
    var fraction = words.value("fraction", s.at(from));
    if (fraction != null) return divided(BigDecimal.ONE, new BigDecimal(fraction), from + 1);
    if (words.has("half", s.at(from))) return new Share(new BigDecimal(50), from + 1, false);
    var article = words.value("article", s.at(from));
    var cardinal = words.value("cardinal", s.at(from));
    var top = article != null ? article : cardinal;
    if (top == null && s.at(from).number()) {
      var value = number(s.at(from).text());
      if (value == null || value.scale() > 0 || value.precision() > 4) return null;
      return outOf(s, from + 1, value);
    }
    if (top == null) return null;
    var i = from + 1;
    if (s.at(i).dash()) i++;
    var part = words.value("part", s.at(i));
    if (part != null) {
      if (!words.has("of", s.at(i + 1))
          && article != null
          && words.section("stop").at(s, i + 1) == null
          && s.at(i + 1).word()) return null;
      return divided(new BigDecimal(top), new BigDecimal(part), i + 1);
    }
    return cardinal == null ? null : outOf(s, from + 1, new BigDecimal(cardinal));
  }

  private @Nullable Share outOf(Sentence s, int at, BigDecimal top) {
    var joint = words.section("out-of").at(s, at);
    if (joint == null) return null;
    var bottom = at(s, joint.end());
    if (bottom == null
        || bottom.vague()
        || bottom.value().compareTo(top) <= 0
        || bottom.value().compareTo(THOUSAND) > 0
        || bottom.value().scale() > 0) return null;
    if (joint.end() == at + 1) {
      var round = bottom.value().remainder(BigDecimal.TEN).signum() == 0;
      if (!round && bottom.value().compareTo(BigDecimal.TEN) > 0) return null;
      if (top.compareTo(BigDecimal.TEN) > 0) return null;
    }
    return divided(top, bottom.value(), bottom.end());
  }

  private static Share divided(BigDecimal top, BigDecimal bottom, int end) {
    var percent = top.multiply(HUNDRED).divide(bottom, MathContext.DECIMAL64);
    var rounded = percent.setScale(1, RoundingMode.HALF_UP);
    var exact = rounded.multiply(bottom).compareTo(top.multiply(HUNDRED)) == 0;
    var shown = exact ? new BigDecimal(rounded.stripTrailingZeros().toPlainString()) : rounded;
    return new Share(shown, end, !exact);
  }
}
