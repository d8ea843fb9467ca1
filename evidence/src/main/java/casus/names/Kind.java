package casus.names;

/// What a name names.
public enum Kind {
  /// One human being: `Alexander Lukashenko`, `Lukashenko`.
  PERSON,
  /// A body, a group, a company, an army, or a government named as one: `NATO`, `Syrian
  /// government`.
  ORGANISATION,
  /// A point, an area or a feature of the earth, and a state by its name: `Minsk`, `Belarus`.
  PLACE
}
