package casus.inference;

/// Shannon's measures, in bits (Shannon 1948; Cover & Thomas 2006, chapter 2), with 0 log 0 = 0.
public final class Information {
  private Information() {}

  /// The entropy H = −Σ p log₂ p of a distribution, from 0 (certain) to log₂ of its length. An
  /// argument that does not sum to 1 is normalised; one that sums to 0 has entropy 0.
  public static double entropy(double... distribution) {
    var total = 0.0;
    for (var p : distribution) total += p;
    if (!(total > 0)) return 0;
    var entropy = 0.0;
    for (var p : distribution) entropy -= plogp(p / total);
    return Math.max(0, entropy);
  }

  /// The mutual information I = Σ p(x,y) log₂ (p(x,y) / p(x) p(y)) of two variables: by how many
  /// bits seeing one is expected to lower the entropy of the other; 0 when independent.
  ///
  /// @param joint `joint[x][y]`; normalised if it does not sum to 1
  public static double mutual(double[][] joint) {
    if (joint.length == 0) return 0;
    var rows = new double[joint.length];
    var columns = new double[joint[0].length];
    var total = 0.0;
    for (var x = 0; x < rows.length; x++) {
      for (var y = 0; y < columns.length; y++) {
        rows[x] += joint[x][y];
        columns[y] += joint[x][y];
        total += joint[x][y];
      }
    }
    if (!(total > 0)) return 0;
    // Summed term by term, not as H(x) + H(y) − H(x,y): small values would drown in rounding.
    var information = 0.0;
    for (var x = 0; x < rows.length; x++) {
      for (var y = 0; y < columns.length; y++) {
        var p = joint[x][y];
        if (p > 0) information += p / total * log2(p * total / (rows[x] * columns[y]));
      }
    }
    return Math.max(0, information);
  }

  private static double plogp(double p) {
    return p > 0 ? p * log2(p) : 0;
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
