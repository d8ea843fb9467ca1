package casus.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import casus.treaty.SufficientSets.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Against enumeration: a set suffices if the formula holds in every world that agrees with it and
/// with what is settled where the set does not overrule it.
class SufficientSetsTest {
  private static final int ATOMS = 5;
  private static final long SEED = 20200817;

  @Test
  void consentOrAnAttackAndARequest() {
    var formula =
        Formula.or(
            Formula.and(fact(0), fact(1)),
            Formula.and(Formula.not(fact(2)), fact(1)),
            Formula.and(fact(2), fact(3)));
    // Neither of the last two holds in every world; together with the consensus of both they do.
    assertThat(of(formula, _ -> false))
        .contains(
            List.of(new Requirement(fact(0), true), new Requirement(fact(1), true)),
            List.of(new Requirement(fact(1), true), new Requirement(fact(3), true)));
    assertThat(of(formula, r -> r.equals(new Requirement(fact(1), true))))
        .startsWith(List.of(new Requirement(fact(0), true)));
  }

  @Test
  void nothingMissingAndNothingThatWouldDo() {
    assertThat(of(Formula.constant(true), _ -> false)).containsExactly(List.of());
    assertThat(of(Formula.constant(false), _ -> false)).isEmpty();
    assertThat(of(fact(0), r -> r.holds())).containsExactly(List.of());
  }

  @Test
  void aReadingInForceIsNoRequirement() {
    var formula =
        Formula.or(
            Formula.and(new Formula.ReadingIs("consent", 0), fact(0), fact(1)),
            Formula.and(new Formula.ReadingIs("consent", 1), fact(0)));
    var strict = SufficientSets.of(formula, r -> Optional.of(r.reading() == 0), _ -> false);
    var broad = SufficientSets.of(formula, r -> Optional.of(r.reading() == 1), _ -> false);
    assertThat(strict.orElseThrow().getFirst()).hasSize(2);
    assertThat(broad.orElseThrow()).containsExactly(List.of(new Requirement(fact(0), true)));
  }

  @Test
  void tooManyToListIsSaidSo() {
    var parts = new ArrayList<Formula>();
    for (var i = 0; i < 24; i += 2) parts.add(Formula.or(fact(i), fact(i + 1)));
    assertThat(SufficientSets.of(Formula.and(parts), _ -> Optional.empty(), _ -> false)).isEmpty();
  }

  @Test
  void agreesWithEnumeration() {
    var random = new Random(SEED);
    for (var round = 0; round < 3000; round++) {
      var formula = random(random, 4);
      var settled = new HashSet<Requirement>();
      for (var i = 0; i < ATOMS; i++)
        if (random.nextInt(3) == 0) settled.add(new Requirement(fact(i), random.nextBoolean()));
      var found = new HashSet<Set<Requirement>>();
      for (var set : of(formula, settled::contains)) found.add(Set.copyOf(set));
      assertThat(found)
          .as("seed %d, round %d: %s given %s", SEED, round, formula, settled)
          .isEqualTo(enumerated(formula, settled));
    }
  }

  private static Set<Set<Requirement>> enumerated(Formula formula, Set<Requirement> settled) {
    var sufficient = new ArrayList<Set<Requirement>>();
    for (var code = 0; code < Math.pow(3, ATOMS); code++) {
      var set = new HashSet<Requirement>();
      for (int i = 0, rest = code; i < ATOMS; i++, rest /= 3)
        if (rest % 3 > 0) set.add(new Requirement(fact(i), rest % 3 == 1));
      if (set.stream().noneMatch(settled::contains) && suffices(set, formula, settled))
        sufficient.add(set);
    }
    var smallest = new HashSet<Set<Requirement>>();
    for (var set : sufficient)
      if (sufficient.stream().noneMatch(o -> set.containsAll(o) && o.size() < set.size()))
        smallest.add(set);
    return smallest;
  }

  private static boolean suffices(Set<Requirement> set, Formula formula, Set<Requirement> settled) {
    for (var world = 0; world < 1 << ATOMS; world++) {
      var agrees = true;
      for (var i = 0; i < ATOMS; i++) {
        var holds = (world >> i & 1) != 0;
        var against = new Requirement(fact(i), !holds);
        var overruled = set.contains(new Requirement(fact(i), holds));
        if (set.contains(against) || (settled.contains(against) && !overruled)) agrees = false;
      }
      if (agrees && !holds(formula, world)) return false;
    }
    return true;
  }

  private static boolean holds(Formula formula, int world) {
    return switch (formula) {
      case Formula.Constant(boolean value) -> value;
      case Formula.FactHolds(String id) -> (world >> Integer.parseInt(id) & 1) != 0;
      case Formula.Not(Formula inner) -> !holds(inner, world);
      case Formula.And(List<Formula> parts) -> parts.stream().allMatch(p -> holds(p, world));
      case Formula.Or(List<Formula> parts) -> parts.stream().anyMatch(p -> holds(p, world));
      case Formula.Named(String _, Formula inner) -> holds(inner, world);
      case Formula.ReadingIs _, Formula.Reached _, Formula.Decides _ ->
          throw new IllegalArgumentException(formula.toString());
    };
  }

  private static Formula random(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) return fact(random.nextInt(ATOMS));
    return switch (random.nextInt(4)) {
      case 0 -> Formula.not(random(random, depth - 1));
      case 1 -> Formula.or(random(random, depth - 1), random(random, depth - 1));
      case 2 ->
          Formula.and(
              random(random, depth - 1), random(random, depth - 1), random(random, depth - 1));
      default -> Formula.and(random(random, depth - 1), random(random, depth - 1));
    };
  }

  private static List<List<Requirement>> of(Formula formula, Predicate<Requirement> settled) {
    return SufficientSets.of(formula, _ -> Optional.empty(), settled).orElseThrow();
  }

  private static Formula fact(int i) {
    return new Formula.FactHolds(Integer.toString(i));
  }
}
