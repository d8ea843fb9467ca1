package casus.mention;

/// Something a text mentions, with its place.
public sealed interface Mention permits Quantity, Day, Provision {
  /// The words that mention it, as they stand in the text.
  Passage passage();
}
