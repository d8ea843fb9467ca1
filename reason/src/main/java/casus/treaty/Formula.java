package casus.treaty;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A yes/no function of facts, readings, votes and outcomes: a condition of the dossier with every
/// variable bound and every term, article and legal status spelled out. Built with [#not], [#and]
/// and [#or], which fold constants away.
public sealed interface Formula {
  record Constant(boolean value) implements Formula {
    public static final Constant TRUE = new Constant(true);
    public static final Constant FALSE = new Constant(false);
  }

  /// @param fact id of a fact that the dossier declares
  record FactHolds(String fact) implements Formula {}

  /// @param issue id of a contested term or article
  /// @param reading index among its readings
  record ReadingIs(String issue, int reading) implements Formula {}

  /// @param outcome index in the question's outcomes
  record Reached(String question, int outcome, boolean orMore) implements Formula {}

  /// @param target the state where the act takes place, where the council excludes it from the
  ///   vote; else null
  record Decides(String council, @Nullable String target) implements Formula {}

  /// A formula with a name of its own, so that it is computed once: `cst.aggression(BLR)`. Two with
  /// one name are equal.
  record Named(String name, Formula formula) implements Formula {
    /// Whether it stands for the term of that id, of whichever state and for whichever actor.
    public boolean isTerm(String id) {
      return name.equals(id) || name.startsWith(id + "(") || name.startsWith(id + " for ");
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Named named && named.name.equals(name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  record Not(Formula formula) implements Formula {}

  /// @param parts at least two, none constant
  record And(List<Formula> parts) implements Formula {}

  /// @param parts at least two, none constant
  record Or(List<Formula> parts) implements Formula {}

  static Formula constant(boolean value) {
    return value ? Constant.TRUE : Constant.FALSE;
  }

  static Formula not(Formula formula) {
    return switch (formula) {
      case Constant c -> constant(!c.value);
      case Not n -> n.formula;
      default -> new Not(formula);
    };
  }

  static Formula and(Formula... parts) {
    return and(List.of(parts));
  }

  static Formula and(List<Formula> parts) {
    var kept = new LinkedHashSet<Formula>();
    for (var part : parts) {
      if (part.equals(Constant.FALSE)) return Constant.FALSE;
      if (part instanceof And inner) kept.addAll(inner.parts);
      else if (!part.equals(Constant.TRUE)) kept.add(part);
    }
    if (kept.isEmpty()) return Constant.TRUE;
    return kept.size() == 1 ? kept.getFirst() : new And(List.copyOf(kept));
  }

  static Formula or(Formula... parts) {
    return or(List.of(parts));
  }

  static Formula or(List<Formula> parts) {
    var kept = new LinkedHashSet<Formula>();
    for (var part : parts) {
      if (part.equals(Constant.TRUE)) return Constant.TRUE;
      if (part instanceof Or inner) kept.addAll(inner.parts);
      else if (!part.equals(Constant.FALSE)) kept.add(part);
    }
    if (kept.isEmpty()) return Constant.FALSE;
    return kept.size() == 1 ? kept.getFirst() : new Or(List.copyOf(kept));
  }

  /// The formula under a name; a constant needs none.
  static Formula named(String name, Formula formula) {
    return formula instanceof Constant ? formula : new Named(name, formula);
  }

  /// Every formula inside this one, this one included, each once, outer before inner.
  default List<Formula> everyPart() {
    var seen = new LinkedHashSet<Formula>();
    collect(this, seen);
    return new ArrayList<>(seen);
  }

  private static void collect(Formula formula, Set<Formula> seen) {
    if (!seen.add(formula)) return;
    switch (formula) {
      case Not n -> collect(n.formula, seen);
      case And a -> a.parts.forEach(part -> collect(part, seen));
      case Or o -> o.parts.forEach(part -> collect(part, seen));
      case Named n -> collect(n.formula, seen);
      case Constant _, FactHolds _, ReadingIs _, Reached _, Decides _ -> {}
    }
  }
}
