package casus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that is so or not, and is not known for certain.
///
/// @param id with its argument: "attack(BLR)"
public record Fact(String id, String text, Basis basis, List<Evidence> evidence, Origin origin) {

  /// What its probability comes from, before any claim.
  public sealed interface Basis {
    record Prior(Chance chance) implements Basis {}

    record Given(boolean value) implements Basis {}

    /// Noisy-or: each cause that holds brings it about with its strength, independently; `leak`
    /// stands for all others.
    record ArisesFrom(List<Cause> causes, @Nullable Quantity leak) implements Basis {}

    record Decision(String council) implements Basis {}
  }

  public record Cause(Condition condition, Quantity strength) {}

  /// A claim that bears on the fact.
  public record Evidence(String claim, Support support, Origin origin) {}

  public sealed interface Support {
    /// The claim is `ratio` times as likely where the fact agrees with it.
    record Ratio(boolean favours, Quantity ratio, @Nullable String because) implements Support {}

    /// The probability of the claim, from a sound chain, where the fact is true and where it is
    /// false.
    record Rates(Quantity ifTrue, Quantity ifFalse) implements Support {}
  }
}
