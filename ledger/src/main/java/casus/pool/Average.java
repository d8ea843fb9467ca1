package casus.pool;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A way of making one distribution of several. The order of the voices never matters.
///
/// Where the odds are averaged, nobody is taken to be surer than 1% to 99%: [#SUREST]. One who says
/// never would otherwise decide alone.
public sealed interface Average {
  /// The highest probability that an average of odds takes from anybody, and 1 minus the lowest.
  double SUREST = 0.99;

  /// The weighted arithmetic mean of each outcome's probabilities: the linear pool (Stone 1961).
  record Mean() implements Average {}

  /// The middle of each outcome's probabilities, of an even number the mean of the middle two; of
  /// more than two outcomes brought to the sum 1. Weights are not looked at.
  record Median() implements Average {}

  /// The weighted mean of each outcome's log-odds against all others, turned back into a
  /// probability; of more than two outcomes brought to the sum 1.
  record LogOdds() implements Average {}

  /// Between any two outcomes the odds are the weighted geometric mean of the voices' odds: the
  /// logarithmic pool, `p(o) ~ prod p_i(o)^w_i` (Genest and Zidek 1986). With two outcomes it is
  /// [LogOdds].
  record Geometric() implements Average {}

  /// The mean of each outcome's probabilities without the outer ones; of more than two outcomes
  /// brought to the sum 1. Weights are not looked at.
  ///
  /// @param share how many are left out at *each* end, 0 to below 0.5, as a share of the voices
  ///   rounded down
  record Trimmed(double share) implements Average {
    public Trimmed {
      if (!(share >= 0 && share < 0.5)) throw new IllegalArgumentException("share " + share);
    }
  }

  /// The logarithmic pool with all log-odds multiplied: `p(o) ~ g(o)^a` where `g` is [Geometric]
  /// (Ranjan and Gneiting 2010; Satopaa and others 2014; Baron and others 2014).
  ///
  /// @param factor above 1 surer than the voices, which helps where each knows something else; 1 is
  ///   the pool itself; positive
  record Extremised(double factor) implements Average {
    public Extremised {
      if (!(factor > 0 && factor < Double.POSITIVE_INFINITY))
        throw new IllegalArgumentException("factor " + factor);
    }
  }

  /// The pool.
  ///
  /// @param voices at least one, all over the same outcomes
  /// @return probabilities with the sum 1
  default double[] of(List<Entrant> voices) {
    if (voices.isEmpty()) throw new IllegalArgumentException("nobody to pool");
    return switch (this) {
      case Mean _ -> mean(voices);
      case Median _ -> trimmed(voices, (voices.size() - 1) / 2);
      case Trimmed(var share) -> trimmed(voices, (int) Math.floor(share * voices.size() + 1e-9));
      case LogOdds _ -> logOdds(voices);
      case Geometric _ -> sharpened(logarithms(voices), 1);
      case Extremised(var factor) -> sharpened(logarithms(voices), factor);
    };
  }

  /// "trimmed by 10% at each end".
  default String words() {
    return switch (this) {
      case Mean _ -> "mean";
      case Median _ -> "median";
      case LogOdds _ -> "mean log-odds";
      case Geometric _ -> "geometric mean of odds";
      case Trimmed(var share) -> "mean without " + percent(share) + " at each end";
      case Extremised(var factor) -> "log-odds ×" + number(factor);
    };
  }

  private static String percent(double share) {
    return number(100 * share) + "%";
  }

  private static String number(double value) {
    var text = String.format(Locale.ROOT, "%.2f", value);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text.replaceAll("0$", "");
  }

  private static double[] mean(List<Entrant> voices) {
    var pooled = new double[outcomes(voices)];
    for (var voice : voices)
      for (var o = 0; o < pooled.length; o++)
        pooled[o] += voice.weight() * voice.probabilities()[o];
    return normalised(pooled);
  }

  /// The mean of what is left of each outcome's probabilities when `cut` of them go at each end.
  private static double[] trimmed(List<Entrant> voices, int cut) {
    var pooled = new double[outcomes(voices)];
    for (var o = 0; o < pooled.length; o++) {
      var outcome = o;
      var sorted =
          voices.stream().mapToDouble(voice -> voice.probabilities()[outcome]).sorted().toArray();
      pooled[o] = Arrays.stream(sorted, cut, sorted.length - cut).average().orElseThrow();
    }
    return normalised(pooled);
  }

  private static double[] logOdds(List<Entrant> voices) {
    var pooled = new double[outcomes(voices)];
    var weight = voices.stream().mapToDouble(Entrant::weight).sum();
    for (var o = 0; o < pooled.length; o++) {
      var sum = 0.0;
      for (var voice : voices) {
        var held = held(voice.probabilities()[o]);
        sum += voice.weight() * Math.log(held / (1 - held));
      }
      pooled[o] = 1 / (1 + Math.exp(-sum / weight));
    }
    return normalised(pooled);
  }

  /// The weighted mean of the logarithms of each outcome's probability.
  private static double[] logarithms(List<Entrant> voices) {
    var logs = new double[outcomes(voices)];
    var weight = voices.stream().mapToDouble(Entrant::weight).sum();
    for (var voice : voices)
      for (var o = 0; o < logs.length; o++)
        logs[o] += voice.weight() / weight * Math.log(held(voice.probabilities()[o]));
    return logs;
  }

  private static double[] sharpened(double[] logs, double factor) {
    var highest = Arrays.stream(logs).max().orElseThrow();
    return normalised(Arrays.stream(logs).map(log -> Math.exp(factor * (log - highest))).toArray());
  }

  private static double held(double probability) {
    return Math.clamp(probability, 1 - SUREST, SUREST);
  }

  private static double[] normalised(double[] masses) {
    var sum = Arrays.stream(masses).sum();
    // Of many outcomes each can have the median 0.
    return Arrays.stream(masses).map(mass -> sum > 0 ? mass / sum : 1.0 / masses.length).toArray();
  }

  private static int outcomes(List<Entrant> voices) {
    return voices.getFirst().probabilities().length;
  }
}
