package casus.check;

import casus.model.Fact;
import casus.model.Weighing;
import casus.text.Code;
import java.util.ArrayList;
import java.util.List;

/// W110: reasons of one sign only, or a fact with three claims and more that all say the same:
/// usually the other side was not looked for.
final class LintOneSided implements Lint {
  private static final int MANY = 3;

  @Override
  public void over(Review review) {
    for (var weighing : review.dossier().weighings()) {
      var question = review.dossier().question(weighing.question());
      if (question == null) continue;
      for (var outcome = 0; outcome < question.outcomes().size(); outcome++)
        reasons(review, weighing, outcome, question.outcomes().get(outcome).id());
    }
    for (var fact : review.dossier().facts()) claims(review, fact);
  }

  private static void reasons(Review review, Weighing weighing, int outcome, String name) {
    var signs = new ArrayList<Boolean>();
    for (var reason : weighing.reasons())
      if (reason.outcome() == outcome && !reason.inBase()) signs.add(reason.favours());
    if (signs.size() < 2 || !isOneSided(signs)) return;
    for (var reason : weighing.reasons())
      if (reason.outcome() == outcome) {
        review.lint(
            Code.W110,
            review.place(reason.origin()),
            "all reasons on `" + name + "` speak " + (signs.getFirst() ? "for" : "against") + " it",
            "a reason on the other side too: decisions have pros and cons");
        return;
      }
  }

  private static void claims(Review review, Fact fact) {
    var signs = new ArrayList<Boolean>();
    for (var evidence : fact.evidence())
      signs.add(
          switch (evidence.support()) {
            case Fact.Support.Ratio ratio -> ratio.favours();
            case Fact.Support.Rates rates -> rates.ifTrue().point() >= rates.ifFalse().point();
          });
    if (signs.size() < MANY || !isOneSided(signs)) return;
    review.lint(
        Code.W110,
        review.place(Names.Kind.FACT, fact.id()),
        "all " + signs.size() + " claims on `" + fact.id() + "` say the same",
        "a look for a source that says otherwise");
  }

  private static boolean isOneSided(List<Boolean> signs) {
    return signs.stream().distinct().count() == 1;
  }
}
