package casus.answer;

import casus.inference.Evidence;
import casus.inference.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked of a Bayesian network.
///
/// @param evidence what was found
/// @param posteriors variables whose probabilities are wanted
/// @param explanations how many of the most probable explanations are wanted, from 0
/// @param target the probability whose parameters are wanted, or null
/// @param parameters how many of them
/// @param information the variable that others may tell about, or null
public record NetworkQuestions(
    Evidence evidence,
    List<Variable> posteriors,
    int explanations,
    @Nullable Target target,
    int parameters,
    @Nullable Variable information) {
  public NetworkQuestions {
    posteriors = List.copyOf(posteriors);
  }

  /// @param state counted from 0
  public record Target(Variable variable, int state) {}
}
