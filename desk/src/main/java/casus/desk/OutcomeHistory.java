package casus.desk;

import casus.answer.Answer;
import casus.check.Checker;
import casus.desk.LookingBack.Looked;
import casus.desk.Opening.Opened;
import casus.history.OutsideView;
import casus.history.ReferenceClass;
import casus.history.SetCatalogue;
import casus.history.StoredSet;
import casus.model.BaseRate;
import casus.model.Dossier;
import casus.model.Question;
import casus.text.NearestName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What came of asking what is behind the base rate of an outcome.
public sealed interface OutcomeHistory {
  /// @param answer which speaks of the outcome
  /// @param views what was counted for it, by the text of the class; a listed class has none
  /// @param stored the sets it was counted in
  record Shown(Answer answer, Map<String, OutsideView> views, List<StoredSet> stored)
      implements OutcomeHistory {}

  /// There is no answer.
  record Unanswered(Assessed assessed) implements OutcomeHistory {}

  /// No question of the dossier has such an outcome.
  ///
  /// @param nearest of the outcomes and the record sets, or null
  record Unknown(String typed, @Nullable String nearest, List<String> outcomes)
      implements OutcomeHistory {}

  /// The question has no base rate.
  record Baseless(String question) implements OutcomeHistory {}

  /// Looks up what is behind a base rate.
  ///
  /// @param outcome name of an outcome
  /// @param question name of its question, or null for the first that has such an outcome
  /// @param asOf a day to go back to, or null
  static OutcomeHistory of(
      Opened opened,
      String outcome,
      @Nullable String question,
      @Nullable LocalDate asOf,
      LookingBack past) {
    var dossier = Checker.check(opened.source(), opened.files(), asOf).dossier();
    var asking = dossier == null ? null : asking(dossier, outcome, question);
    if (dossier != null && asking == null) return unknown(dossier, outcome, question);
    var request =
        Request.PLAIN
            .asOf(asOf)
            .about(asking == null ? question : asking.id(), asking == null ? null : outcome)
            .draws(1);
    return switch (Assessing.assess(opened, request)) {
      case Assessed.Answered(var answer, var _) ->
          answer.would() == null ? new Baseless(answer.question().id()) : shown(answer, past);
      case Assessed other -> new Unanswered(other);
    };
  }

  /// The question that is asked about, or null.
  private static @Nullable Question asking(
      Dossier dossier, String outcome, @Nullable String question) {
    for (var one : dossier.questions())
      if (one.indexOf(outcome) >= 0 && (question == null || one.id().equals(question))) return one;
    return null;
  }

  /// Whether a question of a dossier has such an outcome.
  static boolean isOutcome(Opened opened, String name) {
    var dossier = Checker.check(opened.source(), opened.files(), null).dossier();
    return dossier != null && asking(dossier, name, null) != null;
  }

  private static OutcomeHistory unknown(
      Dossier dossier, String outcome, @Nullable String question) {
    var outcomes = new ArrayList<String>();
    for (var one : dossier.questions())
      if (question == null || one.id().equals(question))
        one.outcomes().forEach(known -> outcomes.add(known.id()));
    var names = new ArrayList<>(outcomes);
    SetCatalogue.known().sets().forEach(set -> names.add(set.name()));
    return new Unknown(outcome, NearestName.of(outcome, names), List.copyOf(outcomes));
  }

  private static OutcomeHistory shown(Answer answer, LookingBack past) {
    var views = new LinkedHashMap<String, OutsideView>();
    var stored = new LinkedHashMap<String, StoredSet>();
    for (var base : answer.dossier().baseRates()) {
      if (!base.question().equals(answer.question().id())) continue;
      for (var known : base.classes()) {
        var recorded = known.recorded();
        if (recorded == null) continue;
        var asked =
            new ReferenceClass(
                recorded.set(),
                recorded.filter(),
                success(recorded, answer.subject()),
                recorded.unverified(),
                answer.asOf());
        if (past.count(asked, Integer.MAX_VALUE) instanceof Looked.Seen(var view, var set)) {
          views.put(known.text(), view);
          stored.put(set.set().name(), set);
        }
      }
    }
    return new Shown(answer, views, List.copyOf(stored.values()));
  }

  /// The records of an outcome; of the first, those that belong to no other.
  private static String success(BaseRate.Recorded recorded, int outcome) {
    var own = filters(recorded, outcome);
    if (!own.isEmpty())
      return own.size() == 1
          ? own.getFirst()
          : own.stream().map(f -> "(" + f + ")").collect(Collectors.joining(" or "));
    return recorded.outcomes().stream()
        .map(sorted -> "not (" + sorted.filter() + ")")
        .collect(Collectors.joining(" and "));
  }

  private static List<String> filters(BaseRate.Recorded recorded, int outcome) {
    return recorded.outcomes().stream()
        .filter(sorted -> sorted.outcome() == outcome)
        .map(BaseRate.Sorted::filter)
        .toList();
  }
}
