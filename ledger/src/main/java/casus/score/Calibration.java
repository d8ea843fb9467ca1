package casus.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Whether what was said to happen with 30 % happened in 30 of 100 cases, and what the Brier score
/// is made of.
///
/// A statement is the probability of the yes of a question with two outcomes, or of each outcome of
/// a question with more; it came true or not.
///
/// The Brier score of the statements is, exactly, `reliability − resolution + uncertainty + spread
/// − covariance`: Murphy, *A New Vector Partition of the Probability Score*, Journal of Applied
/// Meteorology 12 (1973), and for what is lost by taking the statements of a bin together,
/// Stephenson, Coelho and Jolliffe, *Two Extra Components in the Brier Score Decomposition*,
/// Weather and Forecasting 23 (2008). With `n` statements `p`, `n_k` of them in bin `k` with the
/// mean `p_k`, of which the share `o_k` came true, and `o` of all:
///
/// @param bins those with statements in them, in order
/// @param statements how many
/// @param brier their mean squared error
/// @param reliability `Σ n_k/n (p_k − o_k)²`: 0 for who is calibrated
/// @param resolution `Σ n_k/n (o_k − o)²`: how far the bins differ in what came true; more is
///   better
/// @param uncertainty `o (1 − o)`: the score of who always says `o`
/// @param spread `1/n ΣΣ (p − p_k)²` within the bins
/// @param covariance `2/n ΣΣ (p − p_k)(o_i − o_k)` within the bins
/// @param expected mean of `p (1 − p)`: the Brier score of these statements if each were as likely
///   as it says. The less it is, the sharper they are
/// @param variance of the statements about their mean: another measure of sharpness
public record Calibration(
    List<Bin> bins,
    int statements,
    double brier,
    double reliability,
    double resolution,
    double uncertainty,
    double spread,
    double covariance,
    double expected,
    double variance) {

  /// @param low from which probability on
  /// @param high up to which: without it, but for the last bin
  /// @param questions of which the statements speak
  /// @param said mean of what was said
  /// @param happened share of them that came true
  /// @param band where that share lies in 90 of 100 cases if each statement is as likely as their
  ///   mean says and all are independent: the binomial's. Statements on one question are not
  ///   independent, so that the band is rather too narrow
  public record Bin(
      double low,
      double high,
      int statements,
      int questions,
      double said,
      double happened,
      Bounds band) {}

  /// Statements being collected.
  static final class Statements {
    private double[] said = new double[64];
    private boolean[] cameTrue = new boolean[64];
    private int[] question = new int[64];
    private int size;

    void add(double probability, boolean happened, int ofQuestion) {
      if (size == said.length) {
        said = Arrays.copyOf(said, 2 * size);
        cameTrue = Arrays.copyOf(cameTrue, 2 * size);
        question = Arrays.copyOf(question, 2 * size);
      }
      said[size] = probability;
      cameTrue[size] = happened;
      question[size++] = ofQuestion;
    }

    /// @param bins of equal width
    Calibration calibration(int bins) {
      var counts = new int[bins];
      var sums = new double[bins];
      var trues = new int[bins];
      var total = 0.0;
      var all = 0;
      for (var i = 0; i < size; i++) {
        var k = bin(said[i], bins);
        counts[k]++;
        sums[k] += said[i];
        total += said[i];
        if (cameTrue[i]) {
          trues[k]++;
          all++;
        }
      }
      var rate = (double) all / size;
      var mean = total / size;
      var reliability = 0.0;
      var resolution = 0.0;
      for (var k = 0; k < bins; k++) {
        if (counts[k] == 0) continue;
        var n = counts[k];
        reliability += n * square(sums[k] / n - (double) trues[k] / n);
        resolution += n * square((double) trues[k] / n - rate);
      }
      var brier = 0.0;
      var spread = 0.0;
      var covariance = 0.0;
      var expected = 0.0;
      var variance = 0.0;
      for (var i = 0; i < size; i++) {
        var k = bin(said[i], bins);
        var o = cameTrue[i] ? 1.0 : 0.0;
        var off = said[i] - sums[k] / counts[k];
        brier += square(said[i] - o);
        spread += square(off);
        covariance += 2 * off * (o - (double) trues[k] / counts[k]);
        expected += said[i] * (1 - said[i]);
        variance += square(said[i] - mean);
      }
      return new Calibration(
          bins(counts, sums, trues),
          size,
          brier / size,
          reliability / size,
          resolution / size,
          rate * (1 - rate),
          spread / size,
          covariance / size,
          expected / size,
          variance / size);
    }

    private List<Bin> bins(int[] counts, double[] sums, int[] trues) {
      var bins = new ArrayList<Bin>();
      var questions = questions(counts.length);
      for (var k = 0; k < counts.length; k++) {
        if (counts[k] == 0) continue;
        var mean = sums[k] / counts[k];
        bins.add(
            new Bin(
                (double) k / counts.length,
                (double) (k + 1) / counts.length,
                counts[k],
                questions[k],
                mean,
                (double) trues[k] / counts[k],
                Binomial.band(counts[k], mean)));
      }
      return bins;
    }

    /// The statements of one question come one after the other.
    private int[] questions(int bins) {
      var count = new int[bins];
      var latest = new int[bins];
      Arrays.fill(latest, -1);
      for (var i = 0; i < size; i++) {
        var k = bin(said[i], bins);
        if (latest[k] != question[i]) count[k]++;
        latest[k] = question[i];
      }
      return count;
    }

    private static int bin(double probability, int bins) {
      // 0.3 is the beginning of a bin, whatever three times a tenth is in binary.
      return Math.min(bins - 1, (int) Math.floor(probability * bins + 1e-9));
    }

    private static double square(double x) {
      return x * x;
    }
  }
}
