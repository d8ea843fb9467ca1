package casus.check;

import casus.syntax.Day;
import casus.syntax.Statement;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The file's own as-of date.
final class AsOf {
  private AsOf() {}

  /// The date a dossier states; else the latest day it knows of: its last claim or observation, or
  /// the first day of its question. A library file, which has none of these, is taken in its latest
  /// known form. Null where a dossier has no date at all.
  static @Nullable LocalDate written(Declarations declarations) {
    for (var head : declarations.of(Statement.DossierHead.class))
      if (head.syntax().asOf() != null) return head.syntax().asOf().day();
    @Nullable LocalDate latest = null;
    for (var claim : declarations.of(Statement.Claim.class))
      latest = later(latest, claim.syntax().date());
    for (var indicator : declarations.of(Statement.Indicator.class)) {
      latest = later(latest, indicator.syntax().seen());
      latest = later(latest, indicator.syntax().notSeenBy());
    }
    for (var question : declarations.of(Statement.Question.class))
      latest = later(latest, question.syntax().from());
    return latest == null ? ofLaw(declarations) : latest;
  }

  /// The last day on which something in the law began.
  private static @Nullable LocalDate ofLaw(Declarations declarations) {
    @Nullable LocalDate latest = null;
    for (var declared : declarations.of(Statement.Instrument.class)) {
      var instrument = declared.syntax();
      latest = later(latest, instrument.signed());
      latest = later(latest, instrument.inForce());
      for (var party : instrument.parties()) latest = later(latest, party.from());
      for (var statement : instrument.body())
        if (statement instanceof Statement.Article article) latest = later(latest, article.since());
    }
    return latest;
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable Day other) {
    if (other == null) return one;
    return one == null || other.day().isAfter(one) ? other.day() : one;
  }
}
