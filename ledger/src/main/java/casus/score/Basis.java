package casus.score;

/// Which forecasts count, and how much.
public enum Basis {
  /// Every forecast counts once.
  EVERY,
  /// The last forecast of each forecaster on each question counts once: the last by time, and of
  /// several at one time the last in the source.
  LAST,
  /// Each forecaster counts once on each question, by the mean over its days: on each day (of UTC)
  /// from the forecaster's first forecast until the question ends, the forecast that stood when the
  /// day, or the question, ended.
  DAILY
}
