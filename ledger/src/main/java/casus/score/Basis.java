package casus.score;

/// Which forecasts count, and how much.
public enum Basis {
  /// Every forecast counts once.
  EVERY(0),
  /// The last forecast of each forecaster on each question counts once: the last by time, and of
  /// several at one time the last in the source.
  LAST(1),
  /// Each forecaster counts once on each question, by the mean over its days: on each day (of UTC)
  /// from the forecaster's first forecast until the question ends, the forecast that stood when the
  /// day, or the question, ended.
  DAILY(2);

  private final int place;

  Basis(int place) {
    this.place = place;
  }

  /// Where its total stands among the totals, from 0.
  public int place() {
    return place;
  }
}
