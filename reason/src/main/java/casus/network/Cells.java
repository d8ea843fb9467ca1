package casus.network;

import casus.inference.Variable;
import java.util.List;

/// The entries of one local model as functions of the dossier's quantities.
///
/// @param child whose local model it is
/// @param quantities indexes of the quantities that the entries depend on
/// @param count how many entries there are
/// @param writer computes them
record Cells(Variable child, int[] quantities, int count, Writer writer) {
  @FunctionalInterface
  interface Writer {
    /// @param q the value of every quantity, by index
    /// @param parameters where to write
    /// @param offset where this model's entries begin
    void write(double[] q, double[] parameters, int offset);
  }

  static Cells of(Variable child, List<Integer> quantities, int count, Writer writer) {
    return new Cells(
        child, quantities.stream().distinct().mapToInt(i -> i).toArray(), count, writer);
  }

  /// The entries at these values of the quantities.
  double[] at(double[] q) {
    var values = new double[count];
    writer.write(q, values, 0);
    return values;
  }
}
