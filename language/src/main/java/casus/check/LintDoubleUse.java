package casus.check;

import casus.model.Claim;
import casus.model.Weighing;
import casus.text.Code;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// W102 and W103: the same evidence counted twice, as one claim in two factors or as one source
/// alone behind two factors of one sign that are not said to overlap. Where a reason depends on a
/// fact that its claims bear on, the source's soundness is shared in the model, and nothing is
/// said.
final class LintDoubleUse implements Lint {
  @Override
  public void over(Review review) {
    review
        .factsByClaim()
        .forEach((claim, facts) -> {
          if (facts.size() > 1)
            review.lint(
                Code.W102,
                review.place(Names.Kind.CLAIM, claim),
                claim + " bears on several facts: " + String.join(", ", facts),
                "one fact for each claim; what follows from that fact needs no claim of its own");
        });
    Map<String, String> speakers = new HashMap<>();
    for (Claim claim : review.dossier().claims()) speakers.put(claim.id(), claim.source());
    for (var weighing : review.dossier().weighings()) reasons(review, weighing, speakers);
  }

  private static void reasons(Review review, Weighing weighing, Map<String, String> speakers) {
    var overlapping = overlapping(weighing);
    Map<String, Weighing.Reason> byClaim = new HashMap<>();
    Map<String, Weighing.Reason> bySource = new HashMap<>();
    for (var reason : weighing.reasons()) {
      if (reason.inBase()) continue;
      var again = false;
      for (var claim : reason.cites()) {
        var other = byClaim.putIfAbsent(reason.outcome() + " " + claim, reason);
        if (other == null || other.equals(reason) || overlapping.contains(pair(reason, other)))
          continue;
        again = true;
        review.lint(
            Code.W102,
            review.place(reason.origin()),
            claim + " stands behind two reasons, `" + other.id() + "` and `" + reason.id() + "`",
            "how far they are the same: " + overlap(weighing, other, reason));
      }
      var source = onlySource(review, reason, speakers);
      if (source == null) continue;
      var key = reason.outcome() + " " + reason.favours() + " " + source;
      var other = bySource.putIfAbsent(key, reason);
      if (again || other == null || overlapping.contains(pair(reason, other))) continue;
      review.lint(
          Code.W103,
          review.place(reason.origin()),
          "two reasons, `"
              + other.id()
              + "` and `"
              + reason.id()
              + "`, rest on the source `"
              + source
              + "` alone",
          "a fact with these claims below it and `if FACT` in the reason, so that doubt about the"
              + " source counts; or, if it is the same point twice, "
              + overlap(weighing, other, reason));
    }
  }

  /// The one source behind all that a reason cites, or null; null also where a fact that the reason
  /// turns on already weighs the claim.
  private static @Nullable String onlySource(
      Review review, Weighing.Reason reason, Map<String, String> speakers) {
    var condition = reason.condition();
    var sources = new HashSet<String>();
    for (var claim : reason.cites()) {
      if (condition != null && review.weighs(condition, claim)) return null;
      sources.add(speakers.getOrDefault(claim, claim));
    }
    return sources.size() == 1 ? sources.iterator().next() : null;
  }

  private static String overlap(Weighing weighing, Weighing.Reason one, Weighing.Reason other) {
    return "`overlaps "
        + one.id()
        + ", "
        + other.id()
        + " by 0.5` in `weigh "
        + weighing.question()
        + "`";
  }

  private static Set<String> overlapping(Weighing weighing) {
    var pairs = new HashSet<String>();
    for (var overlap : weighing.overlaps())
      for (var one : overlap.reasons())
        for (var other : overlap.reasons()) pairs.add(one + " " + other);
    return pairs;
  }

  private static String pair(Weighing.Reason one, Weighing.Reason other) {
    return one.id() + " " + other.id();
  }
}
