package casus.syntax;

import org.jspecify.annotations.Nullable;

/// The value of an attribute that a statement may have once.
final class Slot<T> {
  private @Nullable T value;

  void set(T read) {
    value = read;
  }

  /// The value, or null where the attribute was not written.
  @Nullable T get() {
    return value;
  }

  T or(T otherwise) {
    return value == null ? otherwise : value;
  }

  boolean isSet() {
    return value != null;
  }
}
