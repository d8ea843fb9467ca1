package casus.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a Bayesian network answers, in names and numbers alone.
///
/// @param logEvidence log P(findings), natural
/// @param posteriors of the variables asked for, in the order asked
/// @param explanations the most probable states of everything, the most probable first
/// @param sensitivity what the probability asked about depends on, or null where none was
/// @param information what tells most about a variable, or null where none was asked about
/// @param engine how it was computed
public record NetworkAnswer(
    double logEvidence,
    List<Posterior> posteriors,
    List<Explained> explanations,
    @Nullable Sensitivity sensitivity,
    @Nullable Telling information,
    Engine engine) {
  public NetworkAnswer {
    posteriors = List.copyOf(posteriors);
    explanations = List.copyOf(explanations);
  }

  /// P(variable = state | findings) for each state, in order.
  ///
  /// @param observed whether it was found in one of them
  public record Posterior(
      String variable, List<String> states, double[] probabilities, boolean observed) {}

  /// One state for each variable that was not observed to be in one.
  ///
  /// @param probability of all of them together, given the findings. Where a variable is hidden
  ///   (what one cause of a noisy-max contributes) its most probable state belongs to the
  ///   explanation and is not listed
  public record Explained(double probability, List<State> states) {}

  public record State(String variable, String state) {}

  /// The parameters that P(variable = state | findings) depends on most.
  ///
  /// @param probability as it is
  /// @param parameters by the size of the derivative, the largest first
  public record Sensitivity(
      String variable, String state, double probability, List<Parameter> parameters) {}

  /// One entry of a table. When it moves, the others of its row keep their proportions.
  ///
  /// @param name `P(x = s | a = t, b = u)`
  /// @param value from 0 to 1
  /// @param derivative of the probability asked about with respect to the value
  /// @param less the probability asked about, exactly, were the value 0.1 lower, or 0
  /// @param more the same, were it 0.1 higher, or 1
  public record Parameter(String name, double value, double derivative, double less, double more) {}

  /// How much seeing each other variable would be expected to tell about one.
  ///
  /// @param entropy of the variable, given the findings, in bits
  /// @param variables by what they tell, the most first; those observed in one state tell nothing
  ///   more and are left out
  public record Telling(String variable, double entropy, List<Told> variables) {}

  /// @param bits mutual information, given the findings
  public record Told(String variable, double bits) {}

  /// @param method what computed the answer
  /// @param cliques how many sets of variables are held together
  /// @param width how many variables are in the largest
  /// @param widest which they are
  /// @param states the entries of all tables, were nothing 0
  /// @param entries that the tables hold, without those that are 0; 0 where tables were made for
  ///   the findings only
  /// @param bytes the memory of the tables; 0 likewise
  public record Engine(
      String method,
      int cliques,
      int width,
      List<String> widest,
      double states,
      long entries,
      long bytes) {
    public Engine {
      widest = List.copyOf(widest);
    }
  }
}
