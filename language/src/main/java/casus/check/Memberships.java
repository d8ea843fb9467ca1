package casus.check;

import casus.model.Instrument;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Who is bound by an instrument on the as-of date.
final class Memberships {
  private final List<Instrument.Membership> all = new ArrayList<>();
  private final Set<String> ever = new LinkedHashSet<>();
  private final Set<String> bound = new LinkedHashSet<>();
  private final Set<String> suspended = new LinkedHashSet<>();

  Memberships(InstrumentDraft draft, Checking checking) {
    var head = draft.head();
    var dates = checking.dates();
    for (var party : head.syntax().parties()) {
      var code = party.code().text();
      var place = head.at(party.span());
      dates.period(party.from(), party.to(), "the membership of " + code, place);
      dates.period(party.suspendedFrom(), party.suspendedTo(), "the suspension of " + code, place);
      for (var earlier : head.syntax().parties()) {
        if (earlier.equals(party)) break;
        if (earlier.code().text().equals(code) && meet(earlier, party))
          checking
              .findings()
              .add(
                  Problem.of(
                          Code.E604,
                          place,
                          "`"
                              + code
                              + "` is listed twice for the same time, also at "
                              + head.at(earlier.span()).label())
                      .expecting("periods that do not meet: `to DATE`, `from DATE`"));
      }
      ever.add(code);
      all.add(
          new Instrument.Membership(
              code,
              day(party.from()),
              day(party.to()),
              day(party.suspendedFrom()),
              day(party.suspendedTo())));
      if (!dates.provisionInForce(party.from(), party.to())) continue;
      bound.add(code);
      if (party.suspendedFrom() != null
          && dates.inForce(party.suspendedFrom(), party.suspendedTo())) suspended.add(code);
    }
    var statuteOf = head.syntax().statuteOf();
    if (ever.isEmpty() && statuteOf != null) {
      ever.add(statuteOf.text());
      bound.add(statuteOf.text());
    }
  }

  private static boolean meet(Statement.Party one, Statement.Party other) {
    return !endsBefore(one, other) && !endsBefore(other, one);
  }

  private static boolean endsBefore(Statement.Party one, Statement.Party other) {
    return one.to() != null && other.from() != null && one.to().day().isBefore(other.from().day());
  }

  private static java.time.@org.jspecify.annotations.Nullable LocalDate day(
      casus.syntax.@org.jspecify.annotations.Nullable Day day) {
    return day == null ? null : day.day();
  }

  List<Instrument.Membership> all() {
    return List.copyOf(all);
  }

  /// Bound and not suspended.
  List<String> active() {
    return bound.stream().filter(code -> !suspended.contains(code)).toList();
  }

  /// Bound, suspended or not.
  Set<String> bound() {
    return bound;
  }

  boolean isSuspended(String code) {
    return suspended.contains(code);
  }

  /// Bound at any time.
  Set<String> ever() {
    return ever;
  }
}
