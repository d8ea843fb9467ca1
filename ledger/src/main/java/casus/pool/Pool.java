package casus.pool;

/// Which pool of a question's forecasts is asked for.
public sealed interface Pool {
  /// From fewer questions no factor is learned: the best one would be chance.
  int FEWEST = 10;

  /// All by the same rule, with nothing learned from other questions.
  record Averaged(Average average) implements Pool {}

  /// [Average.Extremised] by the factor that would have been best on other questions: see
  /// [Sharpening].
  record Fitted(Training training) implements Pool {}

  /// [Average.Mean] with weights by how good each forecaster was on other questions: see
  /// [TrackRecord].
  record Proven(Training training) implements Pool {}

  /// Each forecaster's answers to linked questions made coherent, then [Average.Mean] with weights
  /// by how coherent they were: see [Worlds].
  record Coherentised() implements Pool {}

  /// Which questions a pool learns from. Never the one that it is made for.
  enum Training {
    /// Those whose outcome was known at the moment of the pool: what could be done at the time.
    PAST,
    /// All others, also later ones: leave-one-question-out, which says how well the rule does with
    /// as much to learn from as there is.
    OTHERS
  }

  /// "median".
  default String words() {
    return switch (this) {
      case Averaged(var average) -> average.words();
      case Fitted(var training) -> "log-odds ×fitted, " + on(training);
      case Proven(var training) -> "mean by past score, " + on(training);
      case Coherentised _ -> "mean made coherent";
    };
  }

  private static String on(Training training) {
    return switch (training) {
      case PAST -> "past questions";
      case OTHERS -> "all others";
    };
  }
}
