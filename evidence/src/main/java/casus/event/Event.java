package casus.event;

import casus.mention.Day;
import casus.mention.Passage;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something that somebody did, as a text reports it.
///
/// @param cue the verb that tells it
/// @param mode how it was done, in PLOVER's words (`investigate`, `withdraw`); null where the verb
///   does not say
/// @param contexts the settings that the sentence speaks of, in PLOVER's words; may be empty
/// @param sources who does it; empty where the sentence names nobody
/// @param targets to whom or with whom; empty where the sentence names nobody
/// @param day when, where the sentence says so; of several days the one nearest to the verb
/// @param confidence how far type and actors are trusted, from 0 to 1
public record Event(
    Passage cue,
    EventType type,
    @Nullable String mode,
    Set<String> contexts,
    List<Actor> sources,
    List<Actor> targets,
    @Nullable Day day,
    double confidence) {
  public Event {
    contexts = Set.copyOf(contexts);
    sources = List.copyOf(sources);
    targets = List.copyOf(targets);
    if (!(confidence >= 0 && confidence <= 1)) throw new IllegalArgumentException("" + confidence);
  }

  /// Who acts or is acted upon.
  ///
  /// @param mention where the text names them
  /// @param state the ISO 3166 alpha-3 code; null where none is named
  /// @param sector what they are in PLOVER's words (`GOV`, `MIL`, `REB`, `IGO`); null for a state
  ///   by its name alone
  public record Actor(Passage mention, @Nullable String state, @Nullable String sector) {}
}
