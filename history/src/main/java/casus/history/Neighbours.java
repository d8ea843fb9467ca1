package casus.history;

import casus.history.Filter.Relation;
import casus.history.Filter.Value;
import casus.history.FilterReader.Conjunct;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The garden of forking paths: filters that somebody else might as well have chosen. Each
/// condition is dropped once, and each end of the period is moved outwards by five and by ten years
/// (after Gelman and Loken 2013, who named it).
final class Neighbours {
  private static final int[] YEARS = {5, 10};

  private final @Nullable Field time;

  Neighbours(RecordSet set) {
    var named = set.time();
    time = named == null ? null : set.field(named).orElse(null);
  }

  /// @param change in words
  record Redrawn(String change, Filter filter) {}

  /// @param conjuncts the conditions of the filter that must all hold
  List<Redrawn> of(List<Conjunct> conjuncts) {
    var redrawn = new ArrayList<Redrawn>();
    for (var i = 0; i < conjuncts.size(); i++)
      redrawn.add(new Redrawn("without " + conjuncts.get(i).words(), without(conjuncts, i)));
    for (var years : YEARS) {
      widen(conjuncts, "from " + years + " years earlier", part -> earlier(part, years), redrawn);
      widen(conjuncts, "to " + years + " years later", part -> later(part, years), redrawn);
    }
    return redrawn;
  }

  private static void widen(
      List<Conjunct> conjuncts,
      String change,
      UnaryOperator<Filter> widened,
      List<Redrawn> redrawn) {
    var parts = new ArrayList<Filter>();
    var any = false;
    for (var conjunct : conjuncts) {
      var wider = widened.apply(conjunct.filter());
      any |= !wider.equals(conjunct.filter());
      parts.add(wider);
    }
    if (any) redrawn.add(new Redrawn(change, all(parts)));
  }

  private static Filter without(List<Conjunct> conjuncts, int index) {
    var parts = new ArrayList<Filter>();
    for (var i = 0; i < conjuncts.size(); i++) if (i != index) parts.add(conjuncts.get(i).filter());
    return all(parts);
  }

  private static Filter all(List<Filter> parts) {
    return switch (parts.size()) {
      case 0 -> new Filter.Everything();
      case 1 -> parts.getFirst();
      default -> new Filter.All(List.copyOf(parts));
    };
  }

  private Filter earlier(Filter part, int years) {
    return switch (part) {
      case Filter.Compared(var field, var relation, var value)
          when field.equals(time)
              && (relation == Relation.AT_LEAST
                  || relation == Relation.MORE
                  || relation == Relation.EQUAL) ->
          relation == Relation.EQUAL
              ? new Filter.Between(field, moved(value, -years), value)
              : new Filter.Compared(field, relation, moved(value, -years));
      case Filter.Between(var field, var low, var high) when field.equals(time) ->
          new Filter.Between(field, moved(low, -years), high);
      default -> part;
    };
  }

  private Filter later(Filter part, int years) {
    return switch (part) {
      case Filter.Compared(var field, var relation, var value)
          when field.equals(time)
              && (relation == Relation.AT_MOST
                  || relation == Relation.LESS
                  || relation == Relation.EQUAL) ->
          relation == Relation.EQUAL
              ? new Filter.Between(field, value, moved(value, years))
              : new Filter.Compared(field, relation, moved(value, years));
      case Filter.Between(var field, var low, var high) when field.equals(time) ->
          new Filter.Between(field, low, moved(high, years));
      default -> part;
    };
  }

  private static Value moved(Value value, int years) {
    return switch (value) {
      case Value.Whole(var year) -> new Value.Whole(year + years);
      case Value.Decimal(var year) -> new Value.Decimal(year + years);
      case Value.Days(var first, var last) ->
          new Value.Days(first.plusYears(years), last.plusYears(years));
      case Value.Text _, Value.Flag _, Value.AnyOf _ -> value;
    };
  }
}
