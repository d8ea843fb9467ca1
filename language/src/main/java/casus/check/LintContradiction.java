package casus.check;

import casus.check.Possible.Provision;
import casus.model.Article;
import casus.model.Instrument;
import casus.model.Norm;
import casus.text.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// W120: two articles of the same legal order and standing of which one lets an act be done and the
/// other forbids it, on facts under which both apply, and nothing says which yields.
final class LintContradiction implements Lint {
  @Override
  public void over(Review review) {
    var law = review.dossier().law();
    var possible = new Possible(law);
    var bearing = review.dependencies().bearing();
    var provisions = provisions(law.instruments());
    for (var i = 0; i < provisions.size(); i++)
      for (var j = i + 1; j < provisions.size(); j++) {
        var one = provisions.get(i);
        var other = provisions.get(j);
        if (!isOwn(review, one) && !isOwn(review, other)) continue;
        if (!opposed(norm(one), norm(other))
            || one.article().id().equals(other.article().id())
            || !Objects.equals(one.instrument().statuteOf(), other.instrument().statuteOf())
            || one.instrument().obligationsPrevail() != other.instrument().obligationsPrevail()
            || !bearing.isRelated(norm(one).action(), norm(other).action())
            || !meet(norm(one), norm(other))
            || isRanked(review, one, other)
            || isRanked(review, other, one)
            || possible.together(List.of(one, other)) != Possible.Truth.YES) continue;
        var last = isOwn(review, other);
        var own = last ? other : one;
        var rest = last ? one : other;
        review.lint(
            Code.W120,
            review.place(own.article().origin()),
            "`"
                + own.article().id()
                + "` and `"
                + rest.article().id()
                + "` can both apply, and one "
                + (norm(own).modality() == Norm.Modality.MUST_NOT ? "forbids" : "allows")
                + " what the other "
                + (norm(own).modality() == Norm.Modality.MUST_NOT ? "allows" : "forbids"),
            "`A prevails over B`, or an `unless`; left so it is a conflict of norms");
      }
  }

  static List<Provision> provisions(List<Instrument> instruments) {
    var provisions = new ArrayList<Provision>();
    for (var instrument : instruments) {
      if (!instrument.inForce()) continue;
      for (var article : instrument.articles()) {
        if (article.norm() != null) provisions.add(new Provision(instrument, article, -1));
        for (var i = 0; i < article.readings().size(); i++)
          if (article.readings().get(i).norm() != null)
            provisions.add(new Provision(instrument, article, i));
      }
    }
    return provisions;
  }

  static boolean isOwn(Review review, Provision provision) {
    return isOwn(review, provision.article());
  }

  static boolean isOwn(Review review, Article article) {
    return review.checking().isOwn(review.place(article.origin()).source());
  }

  static Norm norm(Provision provision) {
    var own = provision.article().norm();
    return own != null
        ? own
        : Objects.requireNonNull(provision.article().readings().get(provision.reading()).norm());
  }

  private static boolean opposed(Norm one, Norm other) {
    return (one.modality() == Norm.Modality.MUST_NOT)
        != (other.modality() == Norm.Modality.MUST_NOT);
  }

  /// Whether they can bind the same actor towards the same state.
  private static boolean meet(Norm one, Norm other) {
    var organisation = one.subject() instanceof Norm.Subject.AnyOrganisation;
    if (organisation != other.subject() instanceof Norm.Subject.AnyOrganisation) return false;
    if (one.subject() instanceof Norm.Subject.One(String a)
        && other.subject() instanceof Norm.Subject.One(String b)
        && !a.equals(b)) return false;
    return isOpen(one.target()) || isOpen(other.target()) || one.target().equals(other.target());
  }

  private static boolean isOpen(String target) {
    return target.isEmpty() || target.equals("P") || target.equals("S");
  }

  private static boolean isRanked(Review review, Provision higher, Provision lower) {
    return review.dossier().law().rankings().stream()
        .anyMatch(ranking ->
            ranking.higher().equals(higher.article().id())
                && ranking.lower().equals(lower.article().id()));
  }
}
