package casus.inference;

/// Where the parameters of a draw come from.
@FunctionalInterface
public interface ParameterSource {
  /// Writes the parameters of one draw.
  ///
  /// Called from several threads, in any order, perhaps twice for one draw: what is written may
  /// depend on nothing but `draw` (derive a random generator from the draw, or look the numbers up
  /// in a table made before), and every draw must write the same positions.
  ///
  /// @param draw from 0
  /// @param parameters as in [Network#parameters()], holding the default values and what earlier
  ///   draws have written
  void fill(int draw, double[] parameters);
}
