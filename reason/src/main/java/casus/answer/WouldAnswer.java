package casus.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Would they? The base rate and what each reason does to it.
///
/// @param base the base rate of each outcome
/// @param start logit of the subject outcome from the base rate alone
/// @param observed what everything observed adds to that before any reason counts, in logits:
///   signs, claims of sources that lean towards an outcome, suppositions; `start`, `observed` and
///   the shares of gate and reasons sum to `end`
/// @param end logit of the headline
/// @param exactShares whether the shares are exact Shapley values, rather than the path integral
/// @param reasons in the order given
/// @param gate what `only if` does, or null where the subject has no gate
public record WouldAnswer(
    List<BaseAnswer> base,
    double start,
    double observed,
    double end,
    boolean exactShares,
    List<ReasonAnswer> reasons,
    @Nullable GateAnswer gate) {

  /// The outside view of an outcome, beside the inside view.
  ///
  /// @param probability the outside view: how often cases like this one end so
  /// @param range 90 %
  /// @param fromClass whether it was computed from the classes, rather than written
  /// @param inside the inside view: the answer, after all reasons and gates
  /// @param gateOpen the answer were its gates open, which a class whose cases all met them is to
  ///   be compared with; NaN where it has no gate, or they cannot be open
  /// @param classes the reference classes with their cases, for the reader
  public record BaseAnswer(
      String outcome,
      double probability,
      Interval range,
      boolean fromClass,
      double inside,
      double gateOpen,
      List<ClassAnswer> classes) {
    /// What multiplies the odds on the way from the outside to the inside view: over 1 where the
    /// reasons and gates speak for it; NaN where the base rate is 0 or 1 and the answer too.
    public double odds() {
      return inside * (1 - probability) / ((1 - inside) * probability);
    }
  }

  /// What one reference class says of an outcome.
  ///
  /// @param successes cases that ended in the outcome
  /// @param part its share in the pooled rate: its weight among all weights
  /// @param mean (successes + ½) / (cases + 1), Jeffreys
  /// @param interval 90 % of that posterior, with as many cases as they are worth
  /// @param worth as many independent cases would say as much
  /// @param sharing what makes them worth less than there are: "responder"; null where nothing does
  /// @param records among which it was counted: "requests, trigger = terror"; null for listed cases
  /// @param unit what one record is; null for listed cases
  /// @param counts which records ended in the outcome; null for listed cases, and for the outcome
  ///   that takes what the others leave
  public record ClassAnswer(
      String text,
      int successes,
      int cases,
      double weight,
      double part,
      double mean,
      Interval interval,
      double worth,
      @Nullable String sharing,
      @Nullable String records,
      @Nullable String unit,
      @Nullable String counts) {}

  /// @param outcome the outcome whose odds it moves
  /// @param factor by which it multiplies (over 1) or divides (shown as less than 1) the odds where
  ///   active; NaN where not counted
  /// @param strength the word or factor as written
  /// @param active the probability that it is active
  /// @param share its Shapley share of the move to `end` from `start` and `observed`, in logits of
  ///   the subject outcome
  /// @param without the subject's probability were it left out
  /// @param claims ids of the claims cited and of those that bear on its condition
  public record ReasonAnswer(
      String id,
      String text,
      String outcome,
      boolean favours,
      double factor,
      String strength,
      double active,
      double share,
      double without,
      boolean inBase,
      @Nullable String condition,
      List<String> claims) {}

  /// @param condition in the words of the language
  /// @param words the same in plain words
  /// @param holds the probability that the gate is open
  /// @param share its Shapley share in logits; negative infinity where the outcome is ruled out
  public record GateAnswer(
      String condition, String words, double holds, double share, boolean ruledOut) {}
}
