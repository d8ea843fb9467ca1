package casus.treaty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// The smallest sets of facts that suffice to make a formula hold, given what is settled: its prime
/// implicants (Quine, *The problem of simplifying truth functions*, 1952) without the literals that
/// hold already. Whatever the rest turns out to be, each set is enough, and no part of it is.
public final class SufficientSets {
  /// The formula's atoms are bits of two words.
  private static final int MOST_ATOMS = Long.SIZE;

  /// A formula with more products than this is not simplified: nobody would read the list.
  private static final int MOST_PRODUCTS = 1000;

  private final Function<Formula.ReadingIs, Optional<Boolean>> readings;
  private final List<Formula> atoms = new ArrayList<>();
  private final Map<Formula, List<Product>> known = new HashMap<>();
  private final Map<Formula, List<Product>> negated = new HashMap<>();
  private boolean tooMany;

  /// Something that has to be so, or has not to be.
  ///
  /// @param atom a fact, a decision, an outcome, or a reading that is not chosen
  public record Requirement(Formula atom, boolean holds) {}

  /// A conjunction: the atoms that must hold and those that must not, as bits.
  private record Product(long positive, long negative) {
    static final Product ALWAYS = new Product(0, 0);

    boolean isContradiction() {
      return (positive & negative) != 0;
    }

    boolean implies(Product wider) {
      return (positive & wider.positive) == wider.positive
          && (negative & wider.negative) == wider.negative;
    }

    Product and(Product other) {
      return new Product(positive | other.positive, negative | other.negative);
    }

    int size() {
      return Long.bitCount(positive) + Long.bitCount(negative);
    }
  }

  private SufficientSets(Function<Formula.ReadingIs, Optional<Boolean>> readings) {
    this.readings = readings;
  }

  /// @param readings whether a reading is in force; empty where that is itself uncertain
  /// @param settled whether a requirement is met already
  /// @return the sets, smallest first; one empty set where nothing is missing, none where nothing
  ///   would do; empty where there are too many to list
  public static Optional<List<List<Requirement>>> of(
      Formula formula,
      Function<Formula.ReadingIs, Optional<Boolean>> readings,
      Predicate<Requirement> settled) {
    var sets = new SufficientSets(readings);
    var missing = sets.missing(sets.primes(sets.products(formula, true)), settled);
    return sets.tooMany ? Optional.empty() : Optional.of(missing);
  }

  private List<List<Requirement>> missing(List<Product> primes, Predicate<Requirement> settled) {
    var met = new Product(bits(settled, true), bits(settled, false));
    var missing = new ArrayList<Product>();
    for (var prime : primes)
      missing.add(new Product(prime.positive & ~met.positive, prime.negative & ~met.negative));
    return absorbed(missing).stream()
        .sorted(Comparator.comparingInt(Product::size))
        .map(this::requirements)
        .toList();
  }

  private long bits(Predicate<Requirement> settled, boolean holds) {
    var bits = 0L;
    for (var i = 0; i < atoms.size(); i++)
      if (settled.test(new Requirement(atoms.get(i), holds))) bits |= 1L << i;
    return bits;
  }

  private List<Requirement> requirements(Product product) {
    var requirements = new ArrayList<Requirement>();
    for (var i = 0; i < atoms.size(); i++) {
      if ((product.positive >> i & 1) != 0) requirements.add(new Requirement(atoms.get(i), true));
      if ((product.negative >> i & 1) != 0) requirements.add(new Requirement(atoms.get(i), false));
    }
    return List.copyOf(requirements);
  }

  /// The formula, or its negation, as a sum of products none of which implies another.
  private List<Product> products(Formula formula, boolean holds) {
    var table = holds ? known : negated;
    var done = table.get(formula);
    if (done != null) return done;
    var products =
        switch (formula) {
          case Formula.Constant(boolean value) -> constant(value == holds);
          case Formula.Not(Formula inner) -> products(inner, !holds);
          case Formula.Named(String _, Formula inner) -> products(inner, holds);
          case Formula.And(List<Formula> parts) -> combined(parts, holds, holds);
          case Formula.Or(List<Formula> parts) -> combined(parts, holds, !holds);
          case Formula.ReadingIs reading ->
              readings
                  .apply(reading)
                  .map(chosen -> constant(chosen == holds))
                  .orElseGet(() -> atom(reading, holds));
          case Formula.FactHolds _, Formula.Reached _, Formula.Decides _ -> atom(formula, holds);
        };
    table.put(formula, products);
    return products;
  }

  private static List<Product> constant(boolean value) {
    return value ? List.of(Product.ALWAYS) : List.of();
  }

  private List<Product> atom(Formula formula, boolean holds) {
    var index = atoms.indexOf(formula);
    if (index < 0) {
      index = atoms.size();
      if (index == MOST_ATOMS) return surrender();
      atoms.add(formula);
    }
    return List.of(holds ? new Product(1L << index, 0) : new Product(0, 1L << index));
  }

  /// @param all whether all parts must be so, rather than one
  private List<Product> combined(List<Formula> parts, boolean holds, boolean all) {
    var sum = constant(all);
    for (var part : parts) {
      var products = products(part, holds);
      var next = new ArrayList<Product>(all ? List.of() : sum);
      if (all)
        for (var left : sum)
          for (var right : products) {
            var both = left.and(right);
            if (!both.isContradiction()) next.add(both);
          }
      else next.addAll(products);
      sum = absorbed(next);
    }
    return sum;
  }

  private List<Product> surrender() {
    tooMany = true;
    return List.of();
  }

  /// Without the products that imply another one.
  private List<Product> absorbed(List<Product> products) {
    if (products.size() > MOST_PRODUCTS * 20) return surrender();
    var kept = new ArrayList<Product>();
    for (var product :
        products.stream().distinct().sorted(Comparator.comparingInt(Product::size)).toList())
      if (kept.stream().noneMatch(product::implies)) kept.add(product);
    return kept.size() > MOST_PRODUCTS ? surrender() : kept;
  }

  /// All prime implicants, by iterated consensus: two products that disagree in one atom alone
  /// imply a third without it.
  private List<Product> primes(List<Product> products) {
    var sum = products;
    while (true) {
      var longer = new ArrayList<>(sum);
      for (var one : sum)
        for (var other : sum) {
          var clash = one.positive & other.negative;
          if (Long.bitCount(clash) != 1 || (one.negative & other.positive) != 0) continue;
          var both = one.and(other);
          longer.add(new Product(both.positive & ~clash, both.negative & ~clash));
        }
      var next = absorbed(longer);
      if (next.equals(sum)) return sum;
      sum = next;
    }
  }
}
