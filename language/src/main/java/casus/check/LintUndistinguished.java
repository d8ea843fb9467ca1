package casus.check;

import casus.model.Condition;
import casus.model.Question;
import casus.text.Code;
import java.util.HashSet;
import java.util.Set;

/// W106: an outcome of which no reason, gate or indicator speaks: it keeps its base rate whatever
/// is learned.
final class LintUndistinguished implements Lint {
  @Override
  public void over(Review review) {
    for (var question : review.dossier().questions()) {
      var spoken = spoken(review, question);
      for (var outcome = 1; outcome < question.outcomes().size(); outcome++)
        if (!spoken.contains(outcome))
          review.lint(
              Code.W106,
              review.place(question, outcome),
              "nothing distinguishes the outcome `" + question.outcomes().get(outcome).id() + "`",
              "a reason, a gate or an indicator for it, or one outcome less");
    }
  }

  private static Set<Integer> spoken(Review review, Question question) {
    var spoken = new HashSet<Integer>();
    for (var weighing : review.dossier().weighings())
      if (weighing.question().equals(question.id())) {
        for (var reason : weighing.reasons()) spoken.add(reason.outcome());
        for (var gate : weighing.gates()) spoken.add(gate.outcome());
      }
    for (var indicator : review.dossier().indicators())
      for (var one : indicator.cases().cases())
        if (one.condition() instanceof Condition.Reached reached
            && reached.question().equals(question.id())) spoken.add(reached.outcome());
    // The last outcome of an indicator that names them all has no condition left in the model.
    var closed =
        spoken.size() == question.outcomes().size() - 1 && !review.dossier().indicators().isEmpty();
    if (closed && namesAll(review, question)) spoken.add(question.outcomes().size() - 1);
    return spoken;
  }

  private static boolean namesAll(Review review, Question question) {
    for (var indicator : review.dossier().indicators()) {
      var cases = indicator.cases().cases();
      if (cases.size() == question.outcomes().size()
          && cases.getFirst().condition() instanceof Condition.Reached reached
          && reached.question().equals(question.id())) return true;
    }
    return false;
  }
}
