package casus.view;

import casus.answer.Movement;
import casus.answer.Movement.Part;
import casus.answer.Replay;
import casus.model.Indicator;
import casus.model.Indicator.Observation;
import java.util.Comparator;
import java.util.List;

/// What moved a replayed answer, in words.
public final class ReplayWords {
  /// What a replay is not, said wherever one is shown.
  public static final String WARNING =
      "Replayed, not on record: computed now from a text that was written with today's knowledge. It is no"
          + " forecast that anybody made then, and earns no score as one.";

  /// An effect of less is none.
  static final double NOTHING = 5e-5;

  private ReplayWords() {}

  /// The outcome that the answer speaks of, as asked.
  public static String outcome(Replay replay) {
    var outcome = replay.outcome();
    return outcome.text().isEmpty() ? outcome.id() : outcome.text();
  }

  /// The part that moved it most in the direction in which it went.
  public static String most(Replay replay, Movement moved) {
    var way = Math.signum(moved.after() - moved.before());
    return moved.parts().stream()
        .filter(part -> way * part.effect() >= NOTHING)
        .max(Comparator.comparingDouble(part -> Math.abs(part.effect())))
        .map(part -> part(replay, part))
        .orElse("no single thing");
  }

  /// "C9 csto-press: no request has reached the organisation".
  static String part(Replay replay, Part part) {
    var name = part.names().isEmpty() ? "" : part.names().getFirst();
    return switch (part.kind()) {
      case CLAIM -> claim(replay, name);
      case SIGN -> sign(replay, name);
      case LAW -> "the law: " + String.join(", ", part.names());
      case TIME -> time(part.names());
    };
  }

  private static String claim(Replay replay, String id) {
    var claim = replay.dossier().claim(id);
    return claim == null ? id : id + " " + claim.source() + ": " + claim.text();
  }

  private static String sign(Replay replay, String id) {
    for (var sign : replay.dossier().indicators())
      if (sign.id().equals(id)) return observed(sign) + ": " + sign.text();
    return id;
  }

  private static String observed(Indicator sign) {
    return switch (sign.observation()) {
      case Observation.Seen _ -> "seen";
      case Observation.NotSeenBy _ -> "looked for and not seen";
      case Observation.None() -> "no longer reported";
    };
  }

  private static String time(List<String> names) {
    if (names.isEmpty()) return "time";
    var shown = String.join(", ", names.subList(0, Math.min(3, names.size())));
    return "time: " + shown + (names.size() > 3 ? " and " + (names.size() - 3) + " more" : "");
  }
}
