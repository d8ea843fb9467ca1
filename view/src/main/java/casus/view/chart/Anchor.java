package casus.view.chart;

import casus.model.Quantity;

/// A thing that a page may have a place for, and that marks of a chart lead to.
public sealed interface Anchor {
  /// @param id as in the dossier, "C7"
  record OfClaim(String id) implements Anchor {}

  /// @param id as in the dossier
  record OfSource(String id) implements Anchor {}

  /// @param id "request(BLR)"
  record OfFact(String id) implements Anchor {}

  /// @param id of the reason in the answer
  record OfReason(String id) implements Anchor {}

  /// @param id of the quantity
  record OfNumber(String id) implements Anchor {
    /// The number's own anchor.
    public static OfNumber of(Quantity quantity) {
      return new OfNumber(quantity.id());
    }
  }

  /// @param id as in the dossier
  record OfOutcome(String id) implements Anchor {}

  /// @param id "csto-charter 5 request(P)"
  record OfPathway(String id) implements Anchor {}

  /// The id of the place in a page: of its element, and of a link after the `#`.
  default String name() {
    return switch (this) {
      case OfClaim(var id) -> "claim-" + joined(id);
      case OfSource(var id) -> "source-" + joined(id);
      case OfFact(var id) -> "fact-" + joined(id);
      case OfReason(var id) -> "reason-" + joined(id);
      case OfNumber(var id) -> "number-" + joined(id);
      case OfPathway(var id) -> "pathway-" + joined(id);
      case OfOutcome(var id) -> "outcome-" + joined(id);
    };
  }

  private static String joined(String id) {
    return id.strip().replaceAll("\\s+", "_");
  }
}
