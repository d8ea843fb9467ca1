package casus.treaty;

import casus.model.Act;
import casus.model.Actor;
import casus.model.Article;
import casus.model.Instrument;
import casus.model.Law;
import casus.model.Norm;
import casus.treaty.GroundNorm.Bearing;
import casus.treaty.GroundNorm.Exempt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the norms that bear on one act. A norm bears on it when its subject covers the actor, its
/// target the target, and its action is the act's, a narrower one that the act includes, or a wider
/// one that includes the act.
final class NormsOnAct {
  private final Grounding grounding;
  private final Act act;
  private final Set<String> narrower;
  private final Set<String> wider;

  NormsOnAct(Grounding grounding, Act act) {
    this.grounding = grounding;
    this.act = act;
    var law = grounding.dossier().law();
    narrower = reachable(law, act.action(), true);
    wider = reachable(law, act.action(), false);
  }

  private static Set<String> reachable(Law law, String action, boolean down) {
    var found = new HashSet<String>();
    var queue = new ArrayDeque<String>(List.of(action));
    while (!queue.isEmpty()) {
      var current = queue.remove();
      for (var includes : law.actions()) {
        if (down && includes.action().equals(current))
          includes.narrower().stream().filter(found::add).forEach(queue::add);
        if (!down && includes.narrower().contains(current) && found.add(includes.action()))
          queue.add(includes.action());
      }
    }
    found.remove(action);
    return found;
  }

  List<GroundNorm> of(Instrument instrument) {
    var norms = new ArrayList<GroundNorm>();
    if (!instrument.inForce()) return norms;
    for (var article : instrument.articles()) {
      if (article.norm() != null && bears(instrument, article.norm()))
        norms.add(ground(instrument, article, null, article.norm(), Formula.Constant.TRUE));
      for (var i = 0; i < article.readings().size(); i++) {
        var reading = article.readings().get(i);
        if (reading.norm() == null || !bears(instrument, reading.norm())) continue;
        grounding.issue(
            article.id(),
            article.readings().stream().map(Article.Reading::id).toList(),
            article.readings().stream().flatMap(r -> Stream.ofNullable(r.weight())).toList());
        var chosen =
            Formula.and(
                new Formula.ReadingIs(article.id(), i), furtherCondition(instrument, reading));
        norms.add(ground(instrument, article, reading, reading.norm(), chosen));
      }
    }
    return norms;
  }

  /// A reading that speaks of `P` holds of parties only, as an article does.
  private Formula furtherCondition(Instrument instrument, Article.Reading reading) {
    if (reading.when() == null) return Formula.Constant.TRUE;
    if (Mentions.variable(reading.when(), "P") && !instrument.parties().contains(act.target()))
      return Formula.Constant.FALSE;
    return grounding.condition(reading.when(), act.actor(), act.target());
  }

  private GroundNorm ground(
      Instrument instrument,
      Article article,
      Article.@Nullable Reading reading,
      Norm norm,
      Formula further) {
    var id = article.id() + (reading == null ? "" : "/" + reading.id());
    var own =
        article.dormant()
            ? Formula.Constant.FALSE
            : Formula.and(
                grounding.applies(instrument, article, act.actor(), act.target()), further);
    var applies = Formula.named(id + " applies to " + act, own);
    var exceptions =
        article.exceptions().stream()
            .map(u -> new Exempt(u, grounding.condition(u.condition(), act.actor(), act.target())))
            .toList();
    var excepted = Formula.or(exceptions.stream().map(Exempt::holds).toList());
    var active =
        Formula.named(id + " active for " + act, Formula.and(applies, Formula.not(excepted)));
    return new GroundNorm(
        id, instrument, article, reading, norm, bearing(norm), applies, exceptions, active);
  }

  private boolean bears(Instrument instrument, Norm norm) {
    return (norm.action().equals(act.action())
            || narrower.contains(norm.action())
            || wider.contains(norm.action()))
        && subjectCovers(instrument, norm.subject())
        && targetCovers(instrument, norm.target());
  }

  private boolean subjectCovers(Instrument instrument, Norm.Subject subject) {
    return switch (subject) {
      case Norm.Subject.AnyState _ -> !isActorOf(Actor.Kind.PERSON);
      case Norm.Subject.AnyOrganisation _ -> isActorOf(Actor.Kind.BODY);
      case Norm.Subject.EachParty _ -> instrument.parties().contains(act.actor());
      case Norm.Subject.Collective collective ->
          instrument.parties().contains(act.actor()) || collective.name().equals(act.actor());
      case Norm.Subject.One one -> one.actor().equals(act.actor());
    };
  }

  private boolean isActorOf(Actor.Kind kind) {
    return grounding.dossier().actors().stream()
        .anyMatch(a -> a.code().equals(act.actor()) && a.kind() == kind);
  }

  private boolean targetCovers(Instrument instrument, String target) {
    return switch (target) {
      case "P" -> instrument.parties().contains(act.target());
      case "", "S" -> true;
      default -> target.equals(act.target());
    };
  }

  /// A duty to do the act itself, or a narrower act with force, obliges; a duty that force may
  /// serve but that does not prescribe it, or a duty to do something wider, only permits.
  private Bearing bearing(Norm norm) {
    return switch (norm.modality()) {
      case MUST_NOT -> Bearing.FORBIDS;
      case MAY -> Bearing.PERMITS;
      case MUST ->
          norm.action().equals(act.action())
                  || (narrower.contains(norm.action()) && norm.withForce())
              ? Bearing.OBLIGES
              : Bearing.PERMITS;
    };
  }
}
