package casus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody who says things, with one soundness that all its claims share.
///
/// @param grade the Admiralty letter
/// @param soundness the probability that the source is sound on its matter
/// @param topicSoundness other grades for single topics; claims on these facts share that soundness
///   instead
/// @param via the source through which this one reaches us, or null
/// @param text path of the stored text inside the dossier, or null
/// @param lean which way it would speak anyway, were it unsound
public record Source(
    String id,
    String title,
    String grade,
    Quantity soundness,
    List<TopicSoundness> topicSoundness,
    @Nullable String via,
    @Nullable String text,
    Lean lean,
    Origin origin) {

  /// @param fact id of the fact
  public record TopicSoundness(String fact, String grade, Quantity soundness) {}

  public sealed interface Lean {
    /// Nothing was said about it.
    record Unknown() implements Lean {}

    /// `leans none`.
    record None() implements Lean {}

    /// @param outcome index in the question's outcomes
    record Towards(String question, int outcome, boolean favours) implements Lean {}
  }
}
