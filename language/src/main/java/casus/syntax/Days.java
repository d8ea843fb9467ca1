package casus.syntax;

import static casus.syntax.Token.Kind.NUMERAL;

import casus.text.Code;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads dates: `2020-08-17`, `2020-08`, `2020`.
final class Days {
  private static final String DATE = "a date such as `2020-08-17`, `2020-08` or `2020`";
  private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[./–-]?(\\d{1,2})[./–-]?(\\d{1,2})");
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private Days() {}

  static Day day(LineReader line) {
    var token = line.peek();
    var written = line.slice(token);
    var parts = ISO.matcher(written);
    if (!line.at(NUMERAL) || !parts.matches()) {
      line.unexpected(DATE, hint(line, written));
      return new Day(LocalDate.EPOCH, true, token.span());
    }
    if (line.peek(1).kind() == Token.Kind.WORD && month(line.slice(line.peek(1))) > 0) {
      line.unexpected(DATE);
    }
    var year = Integer.parseInt(parts.group(1));
    var month = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
    var day = parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3));
    var last = month < 1 || month > 12 ? 0 : YearMonth.of(year, month).lengthOfMonth();
    if (year == 0 || day < 1 || day > last) {
      line.fail(
          Code.E401,
          token.span(),
          "there is no " + written,
          "a day of the calendar",
          last > 0 && year > 0 ? String.format("%04d-%02d-%02d", year, month, last) : null);
      return new Day(LocalDate.EPOCH, true, token.span());
    }
    line.take();
    return new Day(LocalDate.of(year, month, day), parts.group(3) != null, token.span());
  }

  /// The date in the right form, where the wrong one leaves no doubt.
  private static @Nullable String hint(LineReader line, String written) {
    var dayFirst = DAY_FIRST.matcher(written);
    if (dayFirst.matches())
      return iso(number(dayFirst.group(3)), number(dayFirst.group(2)), number(dayFirst.group(1)));
    var yearFirst = YEAR_FIRST.matcher(written);
    if (yearFirst.matches())
      return iso(
          number(yearFirst.group(1)), number(yearFirst.group(2)), number(yearFirst.group(3)));
    return spelled(line, written);
  }

  /// `17 August 2020` and `August 2020`.
  private static @Nullable String spelled(LineReader line, String written) {
    if (month(written) > 0 && line.slice(line.peek(1)).matches("\\d{4}"))
      return String.format("%s-%02d", line.slice(line.peek(1)), month(written));
    var month = month(line.slice(line.peek(1)));
    if (month > 0 && written.matches("\\d{1,2}") && line.slice(line.peek(2)).matches("\\d{4}"))
      return iso(number(line.slice(line.peek(2))), month, number(written));
    return null;
  }

  private static int month(String word) {
    if (word.length() < 3) return 0;
    var at = MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT));
    return at >= 0 && at % 3 == 0 ? at / 3 + 1 : 0;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static @Nullable String iso(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 31) return null;
    return String.format("%04d-%02d-%02d", year, month, day);
  }
}
