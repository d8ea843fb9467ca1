package casus.pool;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How good forecasters were on other questions, as weights. Of every question learned from, a
/// forecaster's Brier score is compared with the mean of all who answered it, so that nobody gains
/// by answering easy ones. The mean difference is shrunk as if there had been [#PRIOR] more
/// questions without a difference, and added to the mean score of all: that is the error expected
/// of the forecaster, not taken below a tenth of that mean. The weight is 1 over it, as for
/// independent unbiased estimates (Bates and Granger 1969, *The combination of forecasts*).
final class TrackRecord {
  /// How many questions without a difference are put in for everybody.
  static final int PRIOR = 10;

  private static final double LEAST = 0.1;

  private final Map<String, double[]> differences = new HashMap<>();
  private double scores;
  private int questions;

  void learn(Standing standing) {
    add(standing, 1);
  }

  void forget(Standing standing) {
    add(standing, -1);
  }

  private void add(Standing standing, int sign) {
    var own = new LinkedHashMap<String, double[]>();
    for (var voice : standing.voices()) {
      var sum = own.computeIfAbsent(voice.forecaster(), _ -> new double[2]);
      sum[0] += standing.loss(voice.probabilities());
      sum[1]++;
    }
    var mean = own.values().stream().mapToDouble(sum -> sum[0] / sum[1]).average().orElseThrow();
    own.forEach((forecaster, sum) -> {
      var difference = differences.computeIfAbsent(forecaster, _ -> new double[2]);
      difference[0] += sign * (sum[0] / sum[1] - mean);
      difference[1] += sign;
    });
    scores += sign * mean;
    questions += sign;
  }

  /// @return how many questions it rests on
  int questions() {
    return questions;
  }

  List<Entrant> weighed(List<Entrant> voices) {
    if (questions == 0 || scores <= 0) return voices;
    var all = scores / questions;
    return voices.stream()
        .map(voice -> {
          var own = differences.getOrDefault(voice.forecaster(), new double[2]);
          var expected = all + own[0] / (own[1] + PRIOR);
          return voice.weighing(all / Math.max(expected, LEAST * all));
        })
        .toList();
  }
}
