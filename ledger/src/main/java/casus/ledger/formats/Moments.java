package casus.ledger.formats;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times as files write them. A time without a zone is taken as UTC.
final class Moments {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?)?"
              + " *(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?");
  private static final Pattern AMERICAN =
      Pattern.compile(
          "(\\d{1,2})/(\\d{1,2})/(\\d{2}|\\d{4})(?: +(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");
  private static final Pattern EPOCH = Pattern.compile("(\\d{9,10})(?:\\.\\d+)?|\\d{12,13}");

  private Moments() {}

  /// A moment of the file.
  ///
  /// @param start the moment, or where a day is all that is said, its beginning in UTC
  /// @param day whether a day is all that is said
  record Moment(Instant start, boolean day) {
    /// The moment, or the end of the day.
    Instant end() {
      return day ? start.plusSeconds(86_400) : start;
    }
  }

  /// Reads `2025-03-08 05:18:23.67+00`, `2020-08-15T19:09:22Z`, `2011-08-31`, `12/31/11` (month
  /// first, as its American makers write it), and seconds or milliseconds since 1970.
  ///
  /// @return null where the text is no time
  static @Nullable Moment of(String written) {
    var text = written.strip();
    var moment = plain(text);
    if (moment != null) return moment;
    try {
      var iso = ISO.matcher(text);
      if (iso.matches()) {
        var date = LocalDate.of(number(iso.group(1)), number(iso.group(2)), number(iso.group(3)));
        if (iso.group(4) == null) return new Moment(start(date), true);
        var fraction = iso.group(7) == null ? "" : iso.group(7);
        var time =
            date.atTime(
                number(iso.group(4)),
                number(iso.group(5)),
                iso.group(6) == null ? 0 : number(iso.group(6)),
                fraction.isEmpty() ? 0 : number((fraction + "00000000").substring(0, 9)));
        return new Moment(time.toInstant(zone(iso.group(8))), false);
      }
      var american = AMERICAN.matcher(text);
      if (american.matches()) {
        var year = number(american.group(3));
        var date =
            LocalDate.of(
                year < 100 ? 2000 + year : year,
                number(american.group(1)),
                number(american.group(2)));
        if (american.group(4) == null) return new Moment(start(date), true);
        LocalDateTime time =
            date.atTime(
                number(american.group(4)),
                number(american.group(5)),
                american.group(6) == null ? 0 : number(american.group(6)));
        return new Moment(time.toInstant(ZoneOffset.UTC), false);
      }
    } catch (DateTimeException noSuchDay) {
      return null;
    }
    var epoch = EPOCH.matcher(text);
    if (!epoch.matches()) return null;
    return new Moment(
        epoch.group(1) == null
            ? Instant.ofEpochMilli(Long.parseLong(text))
            : Instant.ofEpochSecond(Long.parseLong(epoch.group(1))),
        false);
  }

  /// Seconds or milliseconds since 1970; so many seconds as there are milliseconds now would be far
  /// in the future.
  static Moment since1970(double number) {
    return new Moment(
        Instant.ofEpochMilli(Math.round(number < 1e11 ? 1000 * number : number)), false);
  }

  /// `2020-08-15T19:09:22Z` and `2020-08-15 19:09:22`, which a file of a million rows is full of,
  /// without a regular expression.
  private static @Nullable Moment plain(String text) {
    var length = text.length();
    if (length != 19 && !(length == 20 && text.charAt(19) == 'Z')) return null;
    if (text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || (text.charAt(10) != 'T' && text.charAt(10) != ' ')
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') return null;
    var year = 100 * pair(text, 0) + pair(text, 2);
    int month = pair(text, 5);
    int day = pair(text, 8);
    int hour = pair(text, 11);
    int minute = pair(text, 14);
    int second = pair(text, 17);
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > 28 || hour < 0 || hour > 23)
      return null;
    if (minute < 0 || minute > 59 || second < 0 || second > 59) return null;
    return new Moment(
        Instant.ofEpochSecond(
            LocalDate.of(year, month, day).toEpochDay() * 86_400
                + hour * 3600L
                + minute * 60L
                + second),
        false);
  }

  /// Two digits, or far below zero where they are none.
  private static int pair(String text, int at) {
    var tens = text.charAt(at) - '0';
    var ones = text.charAt(at + 1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -100_000 : 10 * tens + ones;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static Instant start(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static ZoneOffset zone(@Nullable String written) {
    if (written == null || Character.isLetter(written.charAt(0))) return ZoneOffset.UTC;
    return ZoneOffset.of(written.length() == 3 ? written + ":00" : written);
  }
}
