package casus.ledger.formats;

/// Probabilities as files write them.
final class Chance {
  private Chance() {}

  /// `0.3`, `.3`, `30%`, `3e-4`, `0,3`.
  ///
  /// @return NaN where it is no number
  static double of(String written) {
    var text = written.strip();
    var percent = text.endsWith("%");
    if (percent) text = text.substring(0, text.length() - 1).strip();
    if (text.isEmpty()) return Double.NaN;
    var last = text.charAt(text.length() - 1);
    // Double.parseDouble takes `1d`, `0x1p3`, `Infinity` and `NaN`, too.
    if (last != '.' && (last < '0' || last > '9')) return Double.NaN;
    try {
      var number = Double.parseDouble(text.indexOf(',') >= 0 ? text.replace(',', '.') : text);
      return percent ? number / 100 : number;
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  static boolean isOne(double number) {
    return number >= 0 && number <= 1;
  }

  /// Why a text is no probability.
  static String fault(String written) {
    if (Verdict.of(written) == Verdict.PENDING) return "no probability";
    return Double.isNaN(of(written))
        ? "a probability that is no number"
        : "a probability outside 0 to 1";
  }
}
