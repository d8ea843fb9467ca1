package planted.network;

/// Breaks a rule of the house on purpose.
final class AsksTheTime {
  static long today() {
    return System.nanoTime();
  }

  private AsksTheTime() {}
}
