package casus.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The choice among candidates that want the same words.
final class Choice {
  private Choice() {}

  /// The candidates of the greatest weight together of which no two share a word, in order.
  static List<Candidate> best(int size, List<Candidate> candidates) {
    var byEnd = new ArrayList<>(candidates);
    byEnd.sort(
        Comparator.comparingInt(Candidate::to)
            .thenComparingInt(Candidate::from)
            .thenComparing(Candidate::kind));
    var weight = new double[size + 1];
    var last = new Candidate[size + 1];
    var next = 0;
    for (var end = 1; end <= size; end++) {
      weight[end] = weight[end - 1];
      for (; next < byEnd.size() && byEnd.get(next).to() == end; next++) {
        var candidate = byEnd.get(next);
        var sum = weight[candidate.from()] + candidate.weight();
        if (sum > weight[end] + 1e-9) {
          weight[end] = sum;
          last[end] = candidate;
        }
      }
    }
    var chosen = new ArrayList<Candidate>();
    for (var end = size; end > 0; ) {
      var candidate = last[end];
      if (candidate == null) {
        end--;
        continue;
      }
      chosen.add(candidate);
      end = candidate.from();
    }
    return chosen.reversed();
  }
}
