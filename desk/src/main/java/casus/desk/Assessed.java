package casus.desk;

import casus.answer.Answer;
import casus.text.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of assessing a dossier.
public sealed interface Assessed {
  /// @param problems warnings only
  record Answered(Answer answer, List<Problem> problems) implements Assessed {}

  /// The dossier has errors.
  record Faulty(List<Problem> problems) implements Assessed {}

  /// What was asked cannot be read; the problems lie in the request, not in the dossier.
  record Misread(List<Problem> problems) implements Assessed {}

  /// A name that the dossier does not have.
  ///
  /// @param kind "scenario", "question" or "outcome"
  /// @param nearest the name that was probably meant, or null
  record Unknown(String kind, String typed, @Nullable String nearest, List<String> known)
      implements Assessed {}

  /// The answer cannot be computed.
  ///
  /// @param problem E801, E802 or E803
  /// @param names the variables, findings or terms that make it so
  record Refused(Problem problem, List<String> names) implements Assessed {}
}
