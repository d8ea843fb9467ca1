package casus.inference;

/// What came of asking a [JunctionTree]: the [Beliefs], or that the network is too wide for exact
/// inference within the limits; nothing is approximated.
public sealed interface Inference permits Beliefs, Compilation.TooWide {
  /// The beliefs, where being too wide can only be a mistake of the program.
  ///
  /// @throws IllegalStateException if the network is too wide
  default Beliefs beliefs() {
    return switch (this) {
      case Beliefs beliefs -> beliefs;
      case Compilation.TooWide wide -> throw new IllegalStateException("too wide: " + wide);
    };
  }
}
