package casus.check;

import casus.model.Dossier;
import casus.model.Expectation;
import casus.model.Restated;
import casus.text.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of checking a file.
///
/// @param dossier null where errors leave nothing to compute with
/// @param expectations its tests, resolved
/// @param restated the numbers that are an analyst's own, where [Files#judgement] has some
/// @param problems all of them, errors and lints, of every file it uses, in file order
public record Checked(
    @Nullable Dossier dossier,
    List<Expectation> expectations,
    List<Problem> problems,
    List<Restated> restated) {

  /// Without an analyst's own numbers.
  public Checked(
      @Nullable Dossier dossier, List<Expectation> expectations, List<Problem> problems) {
    this(dossier, expectations, problems, List.of());
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
