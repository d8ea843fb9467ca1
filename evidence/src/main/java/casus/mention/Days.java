package casus.mention;

import casus.mention.Day.Relation;
import casus.mention.Day.Scale;
import casus.mention.Phrases.Hit;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The grammar of days. It reads the sentences of one text in order, since `two days earlier`
/// counts from the day named last.
final class Days {
  private static final int FIRST_YEAR = 1700;
  private static final int LAST_YEAR = 2150;

  /// How many tokens around a day a verb tells past from future.
  private static final int NEAR = 8;

  private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

  private final Vocabulary words;
  private final Numerals numerals;
  private final String text;
  private final @Nullable LocalDate published;
  private @Nullable LocalDate named;

  /// A stretch of time named at some tokens; without days where it hangs on an unknown day.
  private record Time(@Nullable LocalDate first, @Nullable LocalDate last, Scale scale, int end) {}

  /// A day and the tokens it takes.
  record Found(Day day, int from, int end) {}

  Days(Vocabulary words, String text, @Nullable LocalDate published) {
    this.words = words;
    this.numerals = new Numerals(words);
    this.text = text;
    this.published = published;
  }

  /// The days of the next sentence.
  ///
  /// @param taken tokens that belong to other mentions
  List<Found> of(Sentence s, boolean[] taken) {
    var found = new ArrayList<Found>();
    for (var i = 0; i < s.size(); ) {
      var next = at(s, i);
      if (next != null && !free(next, taken)) next = null;
      if (next != null) {
        found.add(next);
        if (next.day().relation() == Relation.AT
            && next.day().scale() == Scale.DAY
            && next.day().first() != null) named = next.day().first();
      }
      i = next == null ? i + 1 : next.end();
    }
    return found;
  }

  private static boolean free(Found found, boolean[] taken) {
    for (var i = found.from(); i < found.end(); i++) if (taken[i]) return false;
    return true;
  }

  private @Nullable Found at(Sentence s, int from) {
    for (var relation : Relation.values()) {
      var hit =
          words.section("when-" + relation.name().toLowerCase(java.util.Locale.ROOT)).at(s, from);
      if (hit == null) continue;
      var at = past(s, hit.end());
      var time = span(s, from, at);
      if (time == null) time = time(s, at, true);
      if (time != null) return found(s, from, time, relation);
    }
    var span = span(s, from, from + 1);
    if (span != null) return found(s, from, span, Relation.AT);
    var time = time(s, from, words.has("determiner", s.at(from - 1)) || s.is(from - 1, "'s"));
    return time == null ? null : found(s, from, time, Relation.AT);
  }

  /// Past the articles that open a time: `by the end of the year`.
  private int past(Sentence s, int at) {
    return words.has("determiner", s.at(at)) && !words.has("this", s.at(at)) ? at + 1 : at;
  }

  private Found found(Sentence s, int from, Time time, Relation relation) {
    var first = time.first();
    var last = time.last();
    switch (relation) {
      case AT -> {}
      case SINCE ->
          last = published == null || first == null || published.isBefore(first) ? null : published;
      case BY ->
          first = published == null || last == null || last.isBefore(published) ? null : published;
      case BEFORE -> {
        last = first == null ? null : first.minusDays(1);
        first = null;
      }
      case AFTER -> {
        first = last == null ? null : last.plusDays(1);
        last = null;
      }
    }
    var day =
        new Day(Passage.of(text, s.span(from, time.end())), first, last, time.scale(), relation);
    return new Found(day, from, time.end());
  }

  /// `between 9 and 16 August`, `from 2014 to 2016`: two times with a joint.
  private @Nullable Time span(Sentence s, int from, int at) {
    var between = words.section("between").at(s, from);
    var opening = between == null ? words.section("from").at(s, from) : between;
    if (opening == null || at < opening.end()) return null;
    var start = past(s, opening.end());
    var joints = words.section(between == null ? "to" : "between-and");
    var first = time(s, start, true);
    if (first == null) {
      var day = dayOfMonth(s, start);
      var joint = day == null ? null : joints.at(s, day.end());
      if (day == null || joint == null) return null;
      var second = time(s, past(s, joint.end()), false);
      if (second == null || second.scale() != Scale.DAY) return null;
      if (second.last() == null) return second;
      if (day.value() > second.last().getDayOfMonth()) return null;
      return new Time(
          second.last().withDayOfMonth(day.value()), second.last(), Scale.DAY, second.end());
    }
    var joint = joints.at(s, first.end());
    if (joint == null) return null;
    var second = time(s, past(s, joint.end()), true);
    if (second == null) return null;
    if (first.first() == null || second.last() == null || second.last().isBefore(first.first()))
      return new Time(null, null, first.scale(), second.end());
    return new Time(
        first.first(), second.last(), coarser(first.scale(), second.scale()), second.end());
  }

  private static Scale coarser(Scale one, Scale other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /// The time that begins at a token.
  ///
  /// @param led whether a preposition or a determiner stands before it, so that `2014` is a year
  private @Nullable Time time(Sentence s, int from, boolean led) {
    var part = words.section("part-of").at(s, from);
    if (part != null) {
      var at = part.end();
      if (s.at(at).dash() && s.joined(at)) at++;
      // parts of parts are nobody's words
      var start = past(s, at);
      var whole = words.section("part-of").at(s, start) == null ? time(s, start, true) : null;
      if (whole == null) {
        at = past(s, at);
        whole = period(s, at, 0, at);
      }
      if (whole != null && whole.scale() != Scale.DAY) return part(whole, part.value());
    }
    var weekday = weekday(s, from);
    if (weekday != null) {
      var at = s.is(weekday.end(), ",") ? weekday.end() + 1 : weekday.end();
      var dated = words.has("month", s.at(at)) || s.at(at).number() ? calendar(s, at, false) : null;
      if (dated != null && dated.scale() == Scale.DAY) return dated;
      return weekday;
    }
    var calendar = calendar(s, from, led);
    if (calendar != null) return calendar;
    var relative = relative(s, from);
    return relative == null ? counted(s, from, led) : relative;
  }

  private static Time part(Time whole, String part) {
    var first = whole.first();
    var last = whole.last();
    if (first == null || last == null) return whole;
    var length = ChronoUnit.DAYS.between(first, last) + 1;
    var third = length / 3;
    if (whole.scale() == Scale.YEAR) {
      return switch (part) {
        case "EARLY" -> new Time(first, first.plusMonths(4).minusDays(1), Scale.MONTH, whole.end());
        case "MIDDLE" ->
            new Time(
                first.plusMonths(4), first.plusMonths(8).minusDays(1), Scale.MONTH, whole.end());
        case "LATE" -> new Time(first.plusMonths(8), last, Scale.MONTH, whole.end());
        default -> new Time(last, last, Scale.DAY, whole.end());
      };
    }
    if (whole.scale() == Scale.DECADE && !part.equals("END")) {
      var begin = first.getYear() + (part.equals("EARLY") ? 0 : part.equals("MIDDLE") ? 4 : 7);
      return years(begin, part.equals("EARLY") ? 4 : 3, Scale.YEAR, whole.end());
    }
    if (part.equals("END")) return new Time(last, last, Scale.DAY, whole.end());
    var scale = whole.scale() == Scale.MONTH ? Scale.WEEK : whole.scale();
    if (whole.scale() == Scale.MONTH) third = 10;
    return switch (part) {
      case "EARLY" -> new Time(first, first.plusDays(third - 1), scale, whole.end());
      case "MIDDLE" ->
          new Time(first.plusDays(third), first.plusDays(2 * third - 1), scale, whole.end());
      default -> new Time(first.plusDays(2 * third), last, scale, whole.end());
    };
  }

  // --- days of the calendar

  private record Numbered(int value, int end) {}

  /// A day of a month: `9`, `9th`.
  private @Nullable Numbered dayOfMonth(Sentence s, int at) {
    var t = s.at(at);
    if (!t.number() || t.text().length() > 2) return null;
    var value = numerals.number(t.text());
    if (value == null || value.intValue() < 1 || value.intValue() > 31) return null;
    var suffix = words.has("ordinal-suffix", s.at(at + 1)) && s.joined(at + 1);
    return new Numbered(value.intValue(), suffix ? at + 2 : at + 1);
  }

  private @Nullable Numbered year(Sentence s, int at, int least) {
    var t = s.at(at);
    if (!t.number() || t.text().length() != 4) return null;
    var value = numerals.number(t.text());
    if (value == null || value.scale() > 0) return null;
    var year = value.intValue();
    var end = words.has("year-noun", s.at(at + 1)) ? at + 2 : at + 1;
    return year < least || year > LAST_YEAR ? null : new Numbered(year, end);
  }

  private @Nullable Numbered month(Sentence s, int at) {
    var t = s.at(at);
    var month = words.value("month", t);
    if (month == null || (words.has("month-in-capitals", t) && !t.capital())) return null;
    var end =
        s.is(at + 1, ".") && s.joined(at + 1) && words.abbreviation(t.lower()) ? at + 2 : at + 1;
    return new Numbered(Integer.parseInt(month), end);
  }

  private @Nullable Time calendar(Sentence s, int from, boolean led) {
    var t = s.at(from);
    if (t.number()) {
      var dotted = DOTTED.matcher(t.text());
      if (dotted.matches())
        return day(
            Integer.parseInt(dotted.group(3)),
            Integer.parseInt(dotted.group(2)),
            Integer.parseInt(dotted.group(1)),
            from + 1);
      var year = year(s, from, 1000);
      if (year != null && s.is(from + 1, "-") && s.is(from + 3, "-") && s.joined(from + 4)) {
        var month = dayOfMonth(s, from + 2);
        var day = dayOfMonth(s, from + 4);
        if (month != null && day != null)
          return day(year.value(), month.value(), day.value(), day.end());
      }
      var decade = decade(s, from);
      if (decade != null) return decade;
      var first = dayOfMonth(s, from);
      if (first != null) {
        var dated = dayFirst(s, first);
        if (dated != null) return dated;
      }
      return led || words.has("year-noun", s.at(from + 1)) ? years(s, from) : null;
    }
    var month = month(s, from);
    if (month != null) return monthFirst(s, from, month, led);
    return null;
  }

  /// `9 August 2020`, `9–16 August`, `9th of August`
  private @Nullable Time dayFirst(Sentence s, Numbered first) {
    var at = first.end();
    @Nullable Numbered last = null;
    if (s.at(at).dash() || words.has("joiner", s.at(at)) || words.has("to", s.at(at))) {
      last = dayOfMonth(s, at + 1);
      if (last == null) return null;
      at = last.end();
    }
    if (words.has("of", s.at(at))) at++;
    var month = month(s, at);
    if (month == null) return null;
    at = s.is(month.end(), ",") ? month.end() + 1 : month.end();
    var year = year(s, at, 1000);
    return days(
        s,
        first.end() - 1,
        year,
        month.value(),
        first,
        last,
        year == null ? month.end() : year.end());
  }

  /// `August 9, 2020`, `August 9–16`, `August 2020`, `August`
  private @Nullable Time monthFirst(Sentence s, int from, Numbered month, boolean led) {
    var year = year(s, month.end(), 1000);
    if (year == null && (s.is(month.end(), ",") || words.has("of", s.at(month.end()))))
      year = year(s, month.end() + 1, FIRST_YEAR);
    if (year != null) return month(year.value(), month.value(), year.end());
    var first = dayOfMonth(s, month.end());
    if (first != null && words.section("percent").at(s, first.end()) == null) {
      var end = first.end();
      @Nullable Numbered last = null;
      if (s.at(end).dash() || (words.has("joiner", s.at(end)) && dayOfMonth(s, end + 1) != null)) {
        last = dayOfMonth(s, end + 1);
        if (last != null && last.value() > first.value()) end = last.end();
        else last = null;
      }
      var at = s.is(end, ",") ? end + 1 : end;
      year = year(s, at, FIRST_YEAR);
      return days(s, from, year, month.value(), first, last, year == null ? end : year.end());
    }
    if (!led && words.has("month-in-capitals", s.at(from)) && s.at(from).text().length() < 6)
      return null;
    // a month alone: that of the year nearest by the tense
    if (published == null) return new Time(null, null, Scale.MONTH, month.end());
    var start = LocalDate.of(published.getYear(), month.value(), 1);
    var tense = tense(s, from, month.end());
    var current = start.getMonth() == published.getMonth();
    if (tense < 0 && start.isAfter(published)) start = start.minusYears(1);
    else if (tense > 0 && !current && start.isBefore(published)) start = start.plusYears(1);
    else if (tense == 0 && ChronoUnit.MONTHS.between(published, start) >= 6)
      start = start.minusYears(1);
    return month(start.getYear(), start.getMonthValue(), month.end());
  }

  private @Nullable Time days(
      Sentence s,
      int from,
      @Nullable Numbered year,
      int month,
      Numbered first,
      @Nullable Numbered last,
      int end) {
    var to = last == null ? first.value() : last.value();
    if (to < first.value()) return null;
    if (year != null) {
      var one = date(year.value(), month, first.value());
      var other = date(year.value(), month, to);
      return one == null || other == null ? null : new Time(one, other, Scale.DAY, end);
    }
    // 2020 is a leap year: is there such a day at all?
    if (date(2020, month, first.value()) == null || date(2020, month, to) == null) return null;
    if (published == null) return new Time(null, null, Scale.DAY, end);
    var one = nearest(month, first.value(), tense(s, from, end));
    var other = one == null ? null : date(one.getYear(), month, to);
    return one == null || other == null ? null : new Time(one, other, Scale.DAY, end);
  }

  /// A day of a month in the year that the tense asks for, or in the nearest.
  private @Nullable LocalDate nearest(int month, int day, int tense) {
    var origin = published;
    if (origin == null) return null;
    @Nullable LocalDate best = null;
    for (var year = origin.getYear() - 1; year <= origin.getYear() + 1; year++) {
      var date = date(year, month, day);
      if (date == null
          || (tense < 0 && date.isAfter(origin))
          || (tense > 0 && date.isBefore(origin))) continue;
      if (best == null
          || Math.abs(ChronoUnit.DAYS.between(origin, date))
              < Math.abs(ChronoUnit.DAYS.between(origin, best))) best = date;
    }
    return best;
  }

  private static @Nullable LocalDate date(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static @Nullable Time day(int year, int month, int day, int end) {
    var date = date(year, month, day);
    return date == null ? null : new Time(date, date, Scale.DAY, end);
  }

  private static Time month(int year, int month, int end) {
    var first = LocalDate.of(year, month, 1);
    return new Time(first, first.plusMonths(1).minusDays(1), Scale.MONTH, end);
  }

  /// `1990s`, `nineties`
  private @Nullable Time decade(Sentence s, int at) {
    var year = year(s, at, FIRST_YEAR);
    if (year == null || year.value() % 10 != 0) return null;
    var s1 = s.joined(at + 1) && words.has("decade-suffix", s.at(at + 1));
    var s2 = s.is(at + 1, "'s") && s.joined(at + 1);
    return s1 || s2 ? years(year.value(), 10, Scale.DECADE, at + 2) : null;
  }

  private static Time years(int first, int count, Scale scale, int end) {
    return new Time(LocalDate.of(first, 1, 1), LocalDate.of(first + count - 1, 12, 31), scale, end);
  }

  /// `2014`, `2014–16`
  private @Nullable Time years(Sentence s, int at) {
    var year = year(s, at, FIRST_YEAR);
    if (year == null) return null;
    var next = s.at(year.end());
    if (s.joined(year.end())
        && (next.word() || next.is("/") || next.is(":") || next.is("%"))
        && !next.is("'s")) return null;
    if (words.section("percent").at(s, year.end()) != null) return null;
    if (next.dash() && s.joined(year.end())) {
      var to = s.at(year.end() + 1);
      var value = to.number() ? numerals.number(to.text()) : null;
      if (value != null && value.scale() <= 0) {
        var last =
            to.text().length() == 2
                ? year.value() / 100 * 100 + value.intValue()
                : value.intValue();
        if (last > year.value() && last <= LAST_YEAR)
          return new Time(
              LocalDate.of(year.value(), 1, 1),
              LocalDate.of(last, 12, 31),
              Scale.YEAR,
              year.end() + 2);
      }
    }
    return years(year.value(), 1, Scale.YEAR, year.end());
  }

  // --- days that hang on the day of publication

  private @Nullable Time weekday(Sentence s, int from) {
    var word = words.value("weekday", s.at(from));
    if (word == null) return null;
    // "sun" and "sat" are other words
    if (!s.at(from).capital() && words.has("month-in-capitals", s.at(from))) return null;
    return weekday(s, from, from, 0, word);
  }

  /// @param step -1 for `last Monday`, 1 for `next Monday`, 0 without either
  private Time weekday(Sentence s, int from, int at, int step, String value) {
    var end = at + 1;
    if (words.has("part-of-day", s.at(end))) end++;
    var origin = published;
    if (origin == null) return new Time(null, null, Scale.DAY, end);
    var day = DayOfWeek.of(Integer.parseInt(value));
    var future = step > 0 || (step == 0 && tense(s, from, end) > 0);
    var date =
        origin.with(
            step < 0
                ? TemporalAdjusters.previous(day)
                : step > 0
                    ? TemporalAdjusters.next(day)
                    : future
                        ? TemporalAdjusters.nextOrSame(day)
                        : TemporalAdjusters.previousOrSame(day));
    return new Time(date, date, Scale.DAY, end);
  }

  /// `yesterday`, `last week`, `this year`, `earlier this month`, `the next day`
  private @Nullable Time relative(Sentence s, int from) {
    var overnight = words.section("overnight").at(s, from);
    if (overnight != null)
      return published == null
          ? new Time(null, null, Scale.DAY, overnight.end())
          : new Time(published.minusDays(1), published, Scale.DAY, overnight.end());
    var day = words.section("relative-day").at(s, from);
    if (day != null) {
      var origin = published;
      var date = origin == null ? null : origin.plusDays(Integer.parseInt(day.value()));
      return new Time(date, date, Scale.DAY, day.end());
    }
    var neighbour = words.section("neighbour-day").at(s, from);
    if (neighbour != null) {
      var origin = named == null ? published : named;
      var date = origin == null ? null : origin.plusDays(Integer.parseInt(neighbour.value()));
      return new Time(date, date, Scale.DAY, neighbour.end());
    }
    var half = words.section("half-of-now").at(s, from);
    if (half != null) {
      var whole = stepped(s, half.end());
      if (whole != null) return cut(whole, half.value());
    }
    var seasons = words.section("season").at(s, from);
    if (seasons != null && words.has("when-led", s.at(from - 1))) {
      var year =
          year(
              s,
              words.has("of", s.at(seasons.end())) ? seasons.end() + 1 : seasons.end(),
              FIRST_YEAR);
      if (year != null) return season(year.value(), seasons.value(), year.end());
    }
    return stepped(s, from);
  }

  private Time cut(Time whole, String half) {
    var origin = published;
    if (origin == null || whole.first() == null || whole.last() == null) return whole;
    var inside = !origin.isBefore(whole.first()) && !origin.isAfter(whole.last());
    if (!inside) return whole;
    return half.equals("EARLIER")
        ? new Time(whole.first(), origin, whole.scale(), whole.end())
        : new Time(origin, whole.last(), whole.scale(), whole.end());
  }

  /// `last week`, `this year`, `next Monday`, `the past three years`
  private @Nullable Time stepped(Sentence s, int from) {
    var step = words.section("step").at(s, from);
    if (step == null) return null;
    var by = Integer.parseInt(step.value());
    var at = step.end();
    var weekday = words.value("weekday", s.at(at));
    if (weekday != null && s.at(at).capital()) return weekday(s, from, at, by, weekday);
    var month = month(s, at);
    if (month != null) return steppedMonth(month, by);
    var season = words.section("season").at(s, at);
    if (season != null) return steppedSeason(season, by);
    var single = period(s, at, by, at);
    if (single != null) return single;
    if (by == 0) return null;
    var number = words.has("several", s.at(at)) ? null : numerals.at(s, at);
    var unit =
        words.value(
            "period-plural",
            s.at(number == null ? at + (words.has("several", s.at(at)) ? 1 : 0) : number.end()));
    if (unit == null) return null;
    var end = (number == null ? at + (words.has("several", s.at(at)) ? 1 : 0) : number.end()) + 1;
    var origin = published;
    var scale = scale(unit);
    if (origin == null || number == null || number.value().precision() > 4 || number.vague())
      return origin == null || by > 0
          ? new Time(origin, null, scale, end)
          : new Time(null, origin, scale, end);
    var other = shifted(origin, unit, by * number.value().intValue());
    return by < 0 ? new Time(other, origin, scale, end) : new Time(origin, other, scale, end);
  }

  private Time steppedMonth(Numbered month, int by) {
    var origin = published;
    if (origin == null) return new Time(null, null, Scale.MONTH, month.end());
    var year = origin.getYear();
    if (by < 0 && month.value() >= origin.getMonthValue()) year--;
    if (by > 0 && month.value() <= origin.getMonthValue()) year++;
    return month(year, month.value(), month.end());
  }

  private Time steppedSeason(Hit season, int by) {
    var origin = published;
    if (origin == null) return new Time(null, null, Scale.SEASON, season.end());
    var this0 = season(origin.getYear(), season.value(), season.end());
    if (by < 0 && this0.last() != null && !this0.last().isBefore(origin))
      return season(origin.getYear() - 1, season.value(), season.end());
    if (by > 0 && this0.first() != null && !this0.first().isAfter(origin))
      return season(origin.getYear() + 1, season.value(), season.end());
    return this0;
  }

  /// @param month the first of the three; a winter begins in December of the year
  private static Time season(int year, String month, int end) {
    var first = LocalDate.of(year, Integer.parseInt(month), 1);
    return new Time(first, first.plusMonths(3).minusDays(1), Scale.SEASON, end);
  }

  /// The week, month, quarter or year that many steps from that of publication.
  private @Nullable Time period(Sentence s, int at, int by, int from) {
    var unit = words.value("period", s.at(at));
    if (unit == null) return null;
    var end = at + 1;
    var scale = scale(unit);
    var origin = published;
    if (origin == null) return new Time(null, null, scale, end);
    var moved = shifted(origin, unit, by);
    return switch (unit) {
      case "WEEK" -> {
        var monday = moved.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield new Time(monday, monday.plusDays(6), scale, end);
      }
      case "WEEKEND" -> {
        var monday = origin.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(by);
        if (by == 0 && tense(s, from, end) < 0 && monday.plusDays(5).isAfter(origin))
          monday = monday.minusWeeks(1);
        yield new Time(monday.plusDays(5), monday.plusDays(6), Scale.DAY, end);
      }
      case "MONTH" -> month(moved.getYear(), moved.getMonthValue(), end);
      case "QUARTER" -> {
        var first = LocalDate.of(moved.getYear(), (moved.getMonthValue() - 1) / 3 * 3 + 1, 1);
        yield new Time(first, first.plusMonths(3).minusDays(1), scale, end);
      }
      case "YEAR" -> years(moved.getYear(), 1, scale, end);
      case "DECADE" -> years(moved.getYear() / 10 * 10, 10, scale, end);
      default -> null;
    };
  }

  private static Scale scale(String unit) {
    return switch (unit) {
      case "DAY", "WEEKEND" -> Scale.DAY;
      case "WEEK" -> Scale.WEEK;
      case "MONTH" -> Scale.MONTH;
      case "QUARTER" -> Scale.SEASON;
      case "YEAR" -> Scale.YEAR;
      default -> Scale.DECADE;
    };
  }

  private static LocalDate shifted(LocalDate day, String unit, int by) {
    return switch (unit) {
      case "DAY" -> day.plusDays(by);
      case "WEEK", "WEEKEND" -> day.plusWeeks(by);
      case "MONTH" -> day.plusMonths(by);
      case "QUARTER" -> day.plusMonths(3L * by);
      case "YEAR" -> day.plusYears(by);
      default -> day.plusYears(10L * by);
    };
  }

  /// `two days earlier`, `a week ago`, `three months later`; `the 2014` of `the 2014 protests`
  private @Nullable Time counted(Sentence s, int from, boolean led) {
    var article = words.has("article", s.at(from));
    var number = numerals.at(s, from);
    BigDecimal count;
    int at;
    if (number != null && !number.vague()) {
      count = number.value();
      at = number.end();
    } else if (article) {
      count = BigDecimal.ONE;
      at = from + 1;
    } else return named(s, from, led);
    var unit = words.value("period", s.at(at));
    if (unit == null) unit = words.value("period-plural", s.at(at));
    if (unit == null || count.precision() - count.scale() > 4 || count.scale() > 0) return null;
    var direction = words.section("direction").at(s, at + 1);
    if (direction == null) return null;
    var scale = scale(unit);
    var ago = direction.value().equals("AGO");
    var origin = ago || named == null ? published : named;
    if (origin == null) return new Time(null, null, scale, direction.end());
    var by = count.intValue() * (direction.value().equals("LATER") ? 1 : -1);
    var day = shifted(origin, unit, by);
    return switch (scale) {
      case DAY -> new Time(day, day, scale, direction.end());
      case WEEK -> new Time(day.minusDays(3), day.plusDays(3), scale, direction.end());
      case MONTH -> new Time(day.minusDays(15), day.plusDays(15), scale, direction.end());
      case SEASON -> new Time(day.minusDays(45), day.plusDays(45), scale, direction.end());
      case YEAR -> years(day.getYear(), 1, scale, direction.end());
      case DECADE -> years(day.getYear() - 1, 3, scale, direction.end());
    };
  }

  /// `the nineties`
  private @Nullable Time named(Sentence s, int from, boolean led) {
    var decade = led ? words.value("decade", s.at(from)) : null;
    return decade == null ? null : years(Integer.parseInt(decade), 10, Scale.DECADE, from + 1);
  }

  /// Below 0 for the past, above for the future, 0 where no verb near tells.
  private int tense(Sentence s, int at, int end) {
    // a preposition between the verb and the day takes no room
    var from = words.has("linking", s.at(at - 1)) ? at - 1 : at;
    for (var k = 1; k <= NEAR; k++) {
      var before = tense(s.at(from - k));
      // "would be held": what a participle says is said by the verb before it
      if (before < 0 && future(s, from - k)) before = 1;
      if (before != 0) return before;
      var after = tense(s.at(end + k - 1));
      if (after != 0) return after;
    }
    return 0;
  }

  private boolean future(Sentence s, int participle) {
    for (var i = participle - 1; i >= participle - 3; i--)
      if (words.has("future", s.at(i))) return true;
    return false;
  }

  private int tense(Token t) {
    if (!t.word()) return 0;
    if (words.has("future", t)) return 1;
    return words.has("past", t) || pastForm(t) ? -1 : 0;
  }

  private boolean pastForm(Token t) {
    var ending = words.section("past-ending");
    return t.text().length() > 4
        && !t.capital()
        && ending.value(t.lower().substring(t.lower().length() - 2)) != null;
  }
}
