package casus.inference;

import java.util.List;

/// What came of compiling a network.
public sealed interface Compilation {
  /// It worked.
  record Compiled(Circuit circuit) implements Compilation {}

  /// The network is too wide for exact inference within the limits; nothing was approximated.
  ///
  /// @param width how many variables must be held together at the widest point of the best
  ///   elimination order found, the memory of folds included
  /// @param entries the estimated number of product terms of the circuit
  /// @param bytes the estimated memory to hold it, in bytes
  /// @param variables the variables at the widest point, in order of declaration: removing a link
  ///   among them is what would help
  record TooWide(int width, double entries, double bytes, List<Variable> variables)
      implements Compilation, Inference {
    public TooWide {
      variables = List.copyOf(variables);
    }
  }

  /// The circuit, where being too wide can only be a mistake of the program.
  ///
  /// @throws IllegalStateException if the network is too wide
  default Circuit circuit() {
    return switch (this) {
      case Compiled compiled -> compiled.circuit;
      case TooWide wide -> throw new IllegalStateException("too wide: " + wide);
    };
  }
}
