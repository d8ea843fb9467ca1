package casus.inference;

/// How large a circuit may become before compiling is given up.
///
/// @param entries the largest number of product terms of the circuit, and of entries of any one
///   intermediate factor; one costs about 8 bytes while kept and up to 100 while compiling or
///   differentiating
/// @param restarts how many elimination orders are tried; more restarts sometimes find a much
///   smaller circuit
public record Limits(long entries, int restarts) {
  private static final long LARGEST = 30_000_000;
  private static final int PEAK_BYTES = 100;

  public Limits {
    if (entries < 1 || restarts < 1) {
      throw new IllegalArgumentException("limits must be positive: " + entries + ", " + restarts);
    }
  }

  /// Thirty million entries, fewer where the heap of this JVM could not hold the compilation.
  public static Limits standard() {
    return new Limits(
        Math.min(LARGEST, Math.max(1, Runtime.getRuntime().maxMemory() / PEAK_BYTES)), 12);
  }

  /// The same with another number of entries.
  public Limits withEntries(long entries) {
    return new Limits(entries, restarts);
  }

  /// Derivatives take memory for every state of the query: beyond four states, fewer entries.
  Limits forStates(int states) {
    return withEntries(Math.max(1, entries * 4 / Math.max(4, states)));
  }
}
