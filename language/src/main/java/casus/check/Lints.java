package casus.check;

import java.util.List;

/// All lints, in the order of their codes. W105, W115 and W117 are found on the way, where
/// quotations and references are resolved.
final class Lints {
  private static final List<Lint> ALL =
      List.of(
          new LintUnsupported(),
          new LintDoubleUse(),
          new LintNoLean(),
          new LintUndistinguished(),
          new LintCertain(),
          new LintNoResolution(),
          new LintConfidence(),
          new LintOneSided(),
          new LintDayMissing(),
          new LintNoEffect(),
          new LintFactMissing(),
          new LintFromMemory(),
          new LintPeriodOver(),
          new LintNotInForce(),
          new LintContradiction(),
          new LintUnreachable(),
          new LintHeldByNobody());

  private Lints() {}

  static void over(Review review) {
    for (var lint : ALL) lint.over(review);
  }
}
