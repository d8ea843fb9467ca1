package casus.network;

import casus.inference.Network;
import casus.inference.Variable;
import casus.model.Chance;
import casus.model.Condition;
import casus.model.Council;
import casus.model.Dossier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The councils of a dossier: one variable per member's vote, and for each decision a count over
/// them.
final class Councils {
  private final Dossier dossier;
  private final Network.Builder builder;
  private final Quantities quantities;
  private final List<Cells> cells;
  private final Function<Chance, List<Literal>> literals;
  private final Function<Condition, Literal> facts;
  private final Map<String, Literal> decisions = new HashMap<>();
  private final Map<String, Variable> voters = new HashMap<>();

  /// @param literals compiles the conditions of all cases of a chance but the last
  /// @param facts compiles the conditions under which a member does not vote
  Councils(
      Dossier dossier,
      Network.Builder builder,
      Quantities quantities,
      List<Cells> cells,
      Function<Chance, List<Literal>> literals,
      Function<Condition, Literal> facts) {
    this.dossier = dossier;
    this.builder = builder;
    this.quantities = quantities;
    this.cells = cells;
    this.literals = literals;
    this.facts = facts;
  }

  /// Whether a council decides in favour.
  ///
  /// @param target the state where the act takes place, or null; it does not vote where the council
  ///   excludes it
  Literal decision(String id, @Nullable String target) {
    var council =
        dossier.law().councils().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    var excludes = target != null && council.excludesTarget() && council.members().contains(target);
    var excluded = excludes ? target : null;
    var name = "decision of " + council.id() + (excluded == null ? "" : " without " + excluded);
    var known = decisions.get(name);
    if (known != null) return known;
    var literal = new Literal(vote(council, excluded, name), true);
    decisions.put(name, literal);
    return literal;
  }

  private Variable vote(Council council, @Nullable String excluded, String name) {
    var voting = council.votes().stream().filter(v -> !v.member().equals(excluded)).toList();
    var members = voting.stream().map(Council.Vote::member).toList();
    var voters = voting.stream().map(vote -> unlessExcluded(council, vote)).toList();
    var mayExclude = voters.stream().anyMatch(voter -> voter.states().contains(VoteCount.EXCLUDED));
    var count = new VoteCount(council.rule(), members, mayExclude);
    var decision = builder.addBinary(name);
    Unrolled<VoteCount.Memory> unrolled;
    try {
      unrolled =
          Unrolled.of(
              voters.stream().mapToInt(Variable::size).toArray(),
              VoteCount.Memory.START,
              (memory, position, state) ->
                  count.after(memory, position, voters.get(position).states().get(state)));
    } catch (Unrolled.TooManyMemories tooMany) {
      throw new IllegalStateException("counting needs few memories", tooMany);
    }
    var rows = new double[unrolled.finals().size() * 2];
    for (var m = 0; m < unrolled.finals().size(); m++)
      rows[2 * m + (count.decides(unrolled.finals().get(m)) ? 1 : 0)] = 1;
    builder.fold(decision, voters, unrolled.next(), rows, new boolean[rows.length]);
    return decision;
  }

  /// The member's vote, or that it has none.
  private Variable unlessExcluded(Council council, Council.Vote vote) {
    var voter = voter(council, vote);
    var name = voter.name() + " if it votes";
    var known = voters.get(name);
    if (known != null) return known;
    var excluded =
        council.excludedWhere().stream()
            .map(fact -> facts.apply(new Condition.FactHolds(fact, vote.member())))
            .filter(literal -> !literal.isConstant() || literal.positive())
            .toList();
    if (excluded.isEmpty()) return voter;
    var cases = Cases.of(excluded);
    var states = new ArrayList<>(voter.states());
    states.add(VoteCount.EXCLUDED);
    var votes = builder.addVariable(name, states);
    voters.put(name, votes);
    var parents = new ArrayList<>(cases.parents());
    parents.add(voter);
    // The vote is the last parent, so it varies fastest.
    var chosen = new int[cases.chosen().length * voter.size()];
    for (var row = 0; row < cases.chosen().length; row++)
      for (var state = 0; state < voter.size(); state++)
        chosen[row * voter.size() + state] =
            cases.chosen()[row] == excluded.size() ? state : voter.size();
    builder.deterministic(votes, parents, chosen);
    return votes;
  }

  private Variable voter(Council council, Council.Vote vote) {
    var name = council.id() + ": " + vote.member();
    var known = voters.get(name);
    if (known != null) return known;
    var states = VoteCount.states(vote);
    var variable = builder.addVariable(name, states);
    voters.put(name, variable);
    var cases = Cases.of(literals.apply(vote.favours()));
    var favours = vote.favours().cases().stream().map(c -> quantities.of(c.probability())).toList();
    var further = new ArrayList<Integer>();
    if (vote.abstains() != null) further.add(quantities.of(vote.abstains()));
    if (vote.absent() != null) further.add(quantities.of(vote.absent()));
    var used = new ArrayList<>(favours);
    used.addAll(further);
    var size = states.size();
    var cell =
        Cells.of(
            variable,
            used,
            cases.chosen().length * size,
            (q, parameters, offset) -> {
              for (var row = 0; row < cases.chosen().length; row++) {
                var at = offset + row * size;
                var favoured = q[favours.get(cases.chosen()[row])];
                var sum = favoured;
                parameters[at + 1] = favoured;
                for (var i = 0; i < further.size(); i++) {
                  parameters[at + 2 + i] = q[further.get(i)];
                  sum += q[further.get(i)];
                }
                parameters[at] = Math.max(0, 1 - sum);
                if (sum > 1) for (var i = 1; i < size; i++) parameters[at + i] /= sum;
              }
            });
    cells.add(cell);
    var free = new boolean[cell.count()];
    Arrays.fill(free, true);
    builder.table(variable, cases.parents(), cell.at(quantities.points()), free);
    return variable;
  }
}
