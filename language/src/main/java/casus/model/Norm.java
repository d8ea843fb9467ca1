package casus.model;

/// What an article lets, makes or forbids somebody do.
///
/// @param action the action's name
/// @param target what stands in the action's brackets: "P", "S", an actor's code; empty where it
///   has none (`must consult`)
/// @param withForce whether the act includes force
public record Norm(
    Subject subject, Modality modality, String action, String target, boolean withForce) {

  public enum Modality {
    MAY,
    MUST,
    MUST_NOT
  }

  public sealed interface Subject {
    /// Any state, party or not.
    record AnyState() implements Subject {}

    /// Any body that is no state: an organisation, an alliance.
    record AnyOrganisation() implements Subject {}

    /// Every party to the instrument.
    record EachParty() implements Subject {}

    /// The parties acting through the organisation, and the organisation itself where an actor has
    /// its name for a code.
    record Collective(String name) implements Subject {}

    record One(String actor) implements Subject {}
  }
}
