package casus.network;

import static org.assertj.core.api.Assertions.assertThat;

import casus.model.Article;
import casus.model.Condition;
import casus.model.Dossier;
import casus.model.Instrument;
import casus.model.Law;
import casus.treaty.Formula;
import casus.treaty.GroundNorm.Bearing;
import casus.treaty.Grounding;
import casus.treaty.LegalOpinion;
import casus.treaty.LegalOpinion.Prevails;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What must stay so when the law changes in ways that do not matter, or matter in one direction
/// only; on random dossiers, each in random worlds.
class LawPropertiesTest {
  private static final long SEED = 19450626;
  private static final int DOSSIERS = Boolean.getBoolean("casus.full") ? 3000 : 300;
  private static final int WORLDS = 24;

  /// A world in which every fact, decision and outcome is so or not by the toss of a coin, and
  /// every issue read in one way.
  private record World(long seed) {
    boolean holds(Formula formula) {
      return switch (formula) {
        case Formula.Constant(boolean value) -> value;
        case Formula.FactHolds(String fact) -> toss("fact " + fact) % 2 == 0;
        case Formula.ReadingIs(String issue, int reading) -> toss("issue " + issue) % 2 == reading;
        case Formula.Reached reached -> {
          var outcome = toss("question " + reached.question()) % 3;
          yield reached.orMore() ? outcome >= reached.outcome() : outcome == reached.outcome();
        }
        case Formula.Decides decides -> toss("decision " + decides) % 2 == 0;
        case Formula.Named(String _, Formula inner) -> holds(inner);
        case Formula.Not(Formula inner) -> !holds(inner);
        case Formula.And(List<Formula> parts) -> parts.stream().allMatch(this::holds);
        case Formula.Or(List<Formula> parts) -> parts.stream().anyMatch(this::holds);
      };
    }

    private int toss(String what) {
      return new SplittableRandom(seed * 31 + what.hashCode()).nextInt(6);
    }
  }

  private interface Check {
    /// @param message says which dossier
    void of(Dossier dossier, Condition.Could act, World world, String message);
  }

  private static void everywhere(Check check) {
    var seeds = new SplittableRandom(SEED);
    for (var d = 0; d < DOSSIERS; d++) {
      var seed = seeds.nextLong();
      var example = RandomDossiers.next(new SplittableRandom(seed));
      for (var act : example.acts())
        for (var w = 0; w < WORLDS; w++)
          check.of(
              example.dossier(), act, new World(seed + w), "dossier of seed " + seed + ", " + act);
    }
  }

  private static LegalOpinion opinion(Dossier dossier, Condition.Could could) {
    return Grounding.whole(dossier).opinion(could.act(), could.order());
  }

  @Test
  void anIrrelevantPartyChangesNothing() {
    everywhere((dossier, act, world, message) -> {
      var wider = withInstruments(dossier, LawPropertiesTest::joinedByAnother);
      assertThat(world.holds(opinion(wider, act).lawful()))
          .as(message)
          .isEqualTo(world.holds(opinion(dossier, act).lawful()));
    });
  }

  private static Instrument joinedByAnother(Instrument instrument) {
    var parties = new ArrayList<>(instrument.parties());
    parties.add("ZZZ");
    return with(instrument, parties, instrument.articles());
  }

  @Test
  void withoutAnExceptionAPermissionIsNoNarrower() {
    var found = new int[1];
    everywhere((dossier, act, world, message) -> {
      // An article that needs another one may need that the other's exceptions stay silent.
      var law = dossier.law().toString();
      if (law.contains("ArticleHolds[") || law.contains("Could[")) return;
      var bare = withInstruments(dossier, LawPropertiesTest::withoutExceptions);
      var before = opinion(dossier, act).norms();
      var after = opinion(bare, act).norms();
      for (var n = 0; n < before.size(); n++) {
        var norm = before.get(n);
        if (norm.bearing() == Bearing.FORBIDS || !world.holds(norm.active())) continue;
        found[0]++;
        assertThat(world.holds(after.get(n).active())).as(message + " " + norm.id()).isTrue();
      }
    });
    assertThat(found[0]).isGreaterThan(100);
  }

  private static Instrument withoutExceptions(Instrument instrument) {
    return with(
        instrument,
        instrument.parties(),
        instrument.articles().stream()
            .map(a ->
                new Article(
                    a.instrument(),
                    a.number(),
                    a.text(),
                    a.dormant(),
                    a.triggers(),
                    a.with(),
                    a.when(),
                    a.norm(),
                    List.of(),
                    a.needs(),
                    a.consequences(),
                    a.readings(),
                    a.cite(),
                    a.fromMemory(),
                    a.origin()))
            .toList());
  }

  /// A prohibition that is active, and that no active norm on the other side ranks over or is equal
  /// to, leaves the act unlawful.
  @Test
  void anUndefeatedSuperiorProhibitionLeavesNoPermissionStanding() {
    var found = new int[1];
    everywhere((dossier, act, world, message) -> {
      var opinion = opinion(dossier, act);
      for (var norm : opinion.norms()) {
        if (norm.bearing() != Bearing.FORBIDS || !world.holds(norm.active())) continue;
        var undefeated =
            opinion.oppositions().stream()
                .filter(o -> o.forbids().id().equals(norm.id()) && world.holds(o.allows().active()))
                .allMatch(o -> o.prevails() == Prevails.PROHIBITION);
        if (!undefeated) continue;
        found[0]++;
        assertThat(world.holds(opinion.lawful())).as(message + " " + norm.id()).isFalse();
      }
    });
    assertThat(found[0]).isGreaterThan(100);
  }

  private static Dossier withInstruments(Dossier d, UnaryOperator<Instrument> change) {
    var law =
        new Law(
            d.law().instruments().stream().map(change).toList(),
            d.law().terms(),
            d.law().councils(),
            d.law().actions(),
            d.law().rankings());
    return new Dossier(
        d.id(),
        d.title(),
        d.asOf(),
        d.writtenAsOf(),
        d.leftOut(),
        d.yardstick(),
        d.strengths(),
        d.questions(),
        d.actors(),
        d.sources(),
        d.claims(),
        d.facts(),
        law,
        d.baseRates(),
        d.weighings(),
        d.indicators(),
        d.scenarios(),
        d.levers(),
        d.orderOfDeclaration(),
        d.origin());
  }

  private static Instrument with(Instrument i, List<String> parties, List<Article> articles) {
    return new Instrument(
        i.id(),
        i.title(),
        i.statuteOf(),
        i.signed(),
        i.inForce(),
        i.cite(),
        i.fromMemory(),
        parties,
        i.memberships(),
        articles,
        i.obligationsPrevail(),
        i.refined(),
        i.origin());
  }
}
