package casus.model;

/// Who does what to whom: Russia uses force in Belarus. Inside an instrument the target may be the
/// variable `P` (a party) or `S` (any state).
public record Act(String actor, String action, String target) {
  @Override
  public String toString() {
    return actor + " " + action + " " + target;
  }
}
