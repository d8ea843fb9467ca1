package casus.network;

import casus.model.BaseRate;
import casus.model.Chance;
import casus.model.Claim;
import casus.model.Condition;
import casus.model.Council;
import casus.model.Dossier;
import casus.model.Fact;
import casus.model.Indicator;
import casus.model.Quantity;
import casus.model.Question;
import casus.model.Source;
import casus.model.Weighing;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// A dossier answered by adding up every world it allows: the meaning of each construct written
/// down a second time, as plainly as it can be said. Shares no code with what it tests.
final class BruteForce {
  /// What is asked beyond the outcomes and the facts.
  ///
  /// @param acts whose legal status and pathways are asked for
  /// @param events whose probability is asked for
  record Query(List<Condition.Could> acts, List<Condition> events) {}

  /// @param evidence P(everything observed and supposed)
  /// @param outcomes by question
  /// @param facts P(fact), as the claims speak of it
  /// @param statuses by act; what has no probability is left out
  /// @param verified the same without provisions known only from memory
  /// @param pathways by act, the probability that each is open, in the order of the law
  /// @param events in the order of the query
  record Answers(
      double evidence,
      Map<String, double[]> outcomes,
      Map<String, Double> facts,
      List<Map<OracleLaw.Status, Double>> statuses,
      List<Map<OracleLaw.Status, Double>> verified,
      List<Map<String, Double>> pathways,
      double[] events) {}

  /// One thing that is uncertain in a world, with its possible states.
  private sealed interface Unknown {
    record OfFact(Fact fact) implements Unknown {}

    record OfQuestion(Question question) implements Unknown {}

    record OfVote(Council council, Council.Vote vote) implements Unknown {}

    record OfReading(String issue, List<Quantity> weights) implements Unknown {}
  }

  private static final List<String> VOTES = List.of("against", "favours", "abstains", "absent");

  private final Dossier dossier;
  private final OracleLaw law;
  private final List<Unknown> unknowns = new ArrayList<>();
  private final int[] sizes;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Integer> open = new LinkedHashMap<>();
  private final Map<Integer, Double> likelihoods = new HashMap<>();

  BruteForce(Dossier dossier) {
    this.dossier = dossier;
    law = new OracleLaw(dossier);
    for (var fact : dossier.facts()) add("fact " + fact.id(), new Unknown.OfFact(fact));
    for (var term : dossier.law().terms())
      addIssue(
          term.id(),
          term.readings().size(),
          term.readings().stream().flatMap(r -> Stream.ofNullable(r.weight())).toList());
    for (var instrument : dossier.law().instruments())
      for (var article : instrument.articles())
        addIssue(
            article.id(),
            article.readings().size(),
            article.readings().stream().flatMap(r -> Stream.ofNullable(r.weight())).toList());
    for (var council : dossier.law().councils())
      for (var vote : council.votes())
        add("vote " + council.id() + " " + vote.member(), new Unknown.OfVote(council, vote));
    for (var question : dossier.questions())
      add("question " + question.id(), new Unknown.OfQuestion(question));
    sizes = unknowns.stream().mapToInt(BruteForce::size).toArray();
  }

  private void add(String name, Unknown unknown) {
    places.put(name, unknowns.size());
    unknowns.add(unknown);
  }

  private void addIssue(String id, int readings, List<Quantity> weights) {
    if (readings < 2) return;
    if (weights.size() == readings) add("issue " + id, new Unknown.OfReading(id, weights));
    else open.put(id, readings);
  }

  private static int size(Unknown unknown) {
    return switch (unknown) {
      case Unknown.OfFact _ -> 2;
      case Unknown.OfQuestion(var question) -> question.outcomes().size();
      case Unknown.OfVote _ -> VOTES.size();
      case Unknown.OfReading(_, var weights) -> weights.size();
    };
  }

  /// The contested terms and articles without weights, with how many readings each has.
  Map<String, Integer> openIssues() {
    return open;
  }

  /// How many assignments one pass looks at.
  long worlds() {
    var worlds = 1L;
    for (var i = 0; i < sizes.length; i++)
      if (!(unknowns.get(i) instanceof Unknown.OfFact(var f)
          && f.basis() instanceof Fact.Basis.Given)) worlds *= sizes[i];
    return worlds;
  }

  private final class Assignment implements OracleLaw.World {
    final int[] states = new int[sizes.length];
    final Map<String, Integer> readings;
    final Map<String, Boolean> set;

    Assignment(Map<String, Integer> readings, Map<String, Boolean> set) {
      this.readings = readings;
      this.set = set;
    }

    int state(String name) {
      var place = places.get(name);
      return place == null ? 0 : states[place];
    }

    @Override
    public boolean holds(String fact) {
      var changed = set.get(fact);
      return changed != null ? changed : state("fact " + fact) == 1;
    }

    @Override
    public int reading(String issue) {
      return places.containsKey("issue " + issue)
          ? state("issue " + issue)
          : readings.getOrDefault(issue, 0);
    }

    @Override
    public int outcome(String question) {
      return state("question " + question);
    }

    @Override
    public String vote(String council, String member) {
      return VOTES.get(state("vote " + council + " " + member));
    }
  }

  /// Sums over worlds, for one list of supposed conditions.
  private final class Sums {
    final List<Condition> suppose;
    final Query query;
    double total;
    final double[][] states = new double[sizes.length][];
    final List<Map<OracleLaw.Status, Double>> statuses = new ArrayList<>();
    final List<Map<OracleLaw.Status, Double>> verified = new ArrayList<>();
    final List<Map<String, Double>> pathways = new ArrayList<>();
    final double[] events;

    Sums(List<Condition> suppose, Query query) {
      this.suppose = suppose;
      this.query = query;
      events = new double[query.events().size()];
      for (var i = 0; i < sizes.length; i++) states[i] = new double[sizes[i]];
      for (var _ : query.acts()) {
        statuses.add(new EnumMap<>(OracleLaw.Status.class));
        verified.add(new EnumMap<>(OracleLaw.Status.class));
        pathways.add(new LinkedHashMap<>());
      }
    }

    void add(Assignment world, double weight) {
      for (var condition : suppose) if (!law.holds(world, condition)) return;
      total += weight;
      for (var i = 0; i < sizes.length; i++) states[i][world.states[i]] += weight;
      for (var i = 0; i < query.acts().size(); i++) {
        var could = query.acts().get(i);
        statuses.get(i).merge(law.status(world, could.act(), could.order()), weight, Double::sum);
        verified
            .get(i)
            .merge(law.status(world, could.act(), could.order(), true), weight, Double::sum);
        for (var path : law.pathways(world, could.act(), could.order()).entrySet())
          pathways.get(i).merge(path.getKey(), path.getValue() ? weight : 0, Double::sum);
      }
      for (var i = 0; i < events.length; i++)
        if (law.holds(world, query.events().get(i))) events[i] += weight;
    }

    Answers answers() {
      var outcomes = new LinkedHashMap<String, double[]>();
      var facts = new LinkedHashMap<String, Double>();
      for (var i = 0; i < sizes.length; i++) {
        if (unknowns.get(i) instanceof Unknown.OfQuestion(var question))
          outcomes.put(question.id(), shares(states[i]));
        if (unknowns.get(i) instanceof Unknown.OfFact(var fact))
          facts.put(fact.id(), shares(states[i])[1]);
      }
      return new Answers(
          total,
          outcomes,
          facts,
          statuses.stream().map(this::shares).toList(),
          verified.stream().map(this::shares).toList(),
          pathways.stream().map(this::shares).toList(),
          shares(events));
    }

    private <K> Map<K, Double> shares(Map<K, Double> sums) {
      var shares = new LinkedHashMap<K, Double>();
      sums.forEach((key, sum) -> shares.put(key, sum / total));
      return shares;
    }

    private double[] shares(double[] sums) {
      return Arrays.stream(sums).map(sum -> sum / total).toArray();
    }
  }

  /// The answers under one choice of readings and one intervention, for each list of supposed
  /// conditions.
  ///
  /// @param readings of the open issues; 0 where not named
  /// @param set facts set by somebody, for everything but the claims
  /// @param observed whether claims and signs count
  List<Answers> answers(
      Map<String, Integer> readings,
      Map<String, Boolean> set,
      boolean observed,
      List<List<Condition>> supposed,
      Query query) {
    var sums = supposed.stream().map(suppose -> new Sums(suppose, query)).toList();
    var world = new Assignment(readings, set);
    do {
      var weight = 1.0;
      for (var i = 0; i < sizes.length && weight > 0; i++)
        weight *= probability(world, unknowns.get(i), world.states[i]);
      if (weight > 0 && observed) weight *= claims(world) * signs(world);
      if (weight > 0) for (var sum : sums) sum.add(world, weight);
    } while (advance(world.states));
    return sums.stream().map(Sums::answers).toList();
  }

  private boolean advance(int[] states) {
    for (var i = states.length - 1; i >= 0; i--) {
      if (++states[i] < sizes[i]) return true;
      states[i] = 0;
    }
    return false;
  }

  /// P(state of one unknown | everything else in the world).
  private double probability(Assignment world, Unknown unknown, int state) {
    return switch (unknown) {
      case Unknown.OfFact(var fact) -> {
        var p = fact(world, fact);
        yield state == 1 ? p : 1 - p;
      }
      case Unknown.OfReading(_, var weights) ->
          weights.get(state).point() / weights.stream().mapToDouble(Quantity::point).sum();
      case Unknown.OfVote(_, var vote) -> {
        var favours = chance(world, vote.favours());
        var abstains = vote.abstains() == null ? 0 : vote.abstains().point();
        var absent = vote.absent() == null ? 0 : vote.absent().point();
        yield switch (VOTES.get(state)) {
          case "favours" -> favours;
          case "abstains" -> abstains;
          case "absent" -> absent;
          default -> 1 - favours - abstains - absent;
        };
      }
      case Unknown.OfQuestion(var question) -> outcomes(world, question)[state];
    };
  }

  private double fact(Assignment world, Fact fact) {
    return switch (fact.basis()) {
      case Fact.Basis.Given given -> given.value() ? 1 : 0;
      case Fact.Basis.Prior(var chance) -> chance(world, chance);
      case Fact.Basis.ArisesFrom arises -> {
        var none = arises.leak() == null ? 1 : 1 - arises.leak().point();
        for (var cause : arises.causes())
          if (law.holds(world, cause.condition())) none *= 1 - cause.strength().point();
        yield 1 - none;
      }
      case Fact.Basis.Decision(var council) -> {
        var bracket = fact.id().indexOf('(');
        var target =
            bracket < 0 ? law.place() : fact.id().substring(bracket + 1, fact.id().length() - 1);
        yield law.decides(world, council, target) ? 1 : 0;
      }
    };
  }

  private double chance(Assignment world, Chance chance) {
    for (var one : chance.cases())
      if (one.condition() == null || law.holds(world, one.condition()))
        return one.probability().point();
    throw new IllegalArgumentException("no case without a condition");
  }

  /// Base odds times the factors of the reasons that are active; what a gate rules out is 0.
  private double[] outcomes(Assignment world, Question question) {
    var odds = base(question);
    for (var weighing : dossier.weighings()) {
      if (!weighing.question().equals(question.id())) continue;
      var logs = new double[odds.length];
      for (var reason : weighing.reasons())
        if (weighing.overlaps().stream().noneMatch(o -> o.reasons().contains(reason.id())))
          logs[reason.outcome()] += active(world, reason);
      for (var overlap : weighing.overlaps()) {
        var together = new double[odds.length];
        var active = 0;
        for (var reason : weighing.reasons()) {
          if (!overlap.reasons().contains(reason.id()) || !counts(world, reason)) continue;
          together[reason.outcome()] += active(world, reason);
          active++;
        }
        if (active > 0)
          for (var o = 0; o < odds.length; o++)
            logs[o] += together[o] / (1 + overlap.correlation() * (active - 1));
      }
      for (var o = 0; o < odds.length; o++) odds[o] *= Math.exp(logs[o]);
      for (var gate : weighing.gates())
        if (!law.holds(world, gate.condition())) odds[gate.outcome()] = 0;
    }
    var sum = Arrays.stream(odds).sum();
    if (sum == 0) {
      odds[0] = 1;
      return odds;
    }
    return Arrays.stream(odds).map(one -> one / sum).toArray();
  }

  private boolean counts(Assignment world, Weighing.Reason reason) {
    return !reason.inBase()
        && reason.factor() != null
        && (reason.condition() == null || law.holds(world, reason.condition()));
  }

  private double active(Assignment world, Weighing.Reason reason) {
    if (!counts(world, reason)) return 0;
    var log = Math.log(Objects.requireNonNull(reason.factor()).point());
    return reason.favours() ? log : -log;
  }

  private double[] base(Question question) {
    var odds = new double[question.outcomes().size()];
    var rates = new ArrayList<BaseRate.Rate>();
    var any = false;
    for (var base : dossier.baseRates())
      if (base.question().equals(question.id())) {
        rates.addAll(base.rates());
        any = true;
      }
    if (!any) {
      Arrays.fill(odds, 1.0 / odds.length);
      return odds;
    }
    var plain = 0.0;
    for (var rate : rates) if (!rate.ofTheRest()) plain += rate.probability().point();
    for (var rate : rates)
      odds[rate.outcome()] = rate.probability().point() * (rate.ofTheRest() ? 1 - plain : 1);
    odds[0] = 0;
    odds[0] = 1 - Arrays.stream(odds).sum();
    return odds;
  }

  /// P(all claims | facts), the soundness of sources summed out: it depends on the facts as they
  /// are, so it is worked out once for each combination of them.
  private double claims(Assignment world) {
    var key = 0;
    for (var i = 0; i < dossier.facts().size(); i++) key |= world.states[i] << i;
    var known = likelihoods.get(key);
    if (known != null) return known;
    var bearing = new LinkedHashMap<Claim, List<Fact>>();
    var links = new LinkedHashSet<Claim.Link>();
    for (var claim : dossier.claims())
      for (var fact : dossier.facts())
        if (fact.evidence().stream().anyMatch(e -> e.claim().equals(claim.id()))) {
          bearing.computeIfAbsent(claim, _ -> new ArrayList<>()).add(fact);
          links.addAll(claim.chain());
        }
    var order = List.copyOf(links);
    var sum = 0.0;
    for (var sound = 0; sound < 1 << order.size(); sound++) {
      var unsound = new ArrayList<Claim.Link>();
      var p = 1.0;
      for (var i = 0; i < order.size(); i++) {
        var isSound = (sound >> i & 1) == 1;
        var soundness = soundness(order.get(i));
        p *= isSound ? soundness : 1 - soundness;
        if (!isSound) unsound.add(order.get(i));
      }
      for (var claim : bearing.entrySet())
        p *= said(world, claim.getKey(), claim.getValue(), unsound);
      sum += p;
    }
    likelihoods.put(key, sum);
    return sum;
  }

  private double soundness(Claim.Link link) {
    for (var source : dossier.sources()) {
      if (!source.id().equals(link.source())) continue;
      for (Source.TopicSoundness topic : source.topicSoundness())
        if (topic.fact().equals(link.topic())) return topic.soundness().point();
      return source.soundness().point();
    }
    throw new IllegalArgumentException(link.toString());
  }

  private double said(Assignment world, Claim claim, List<Fact> facts, List<Claim.Link> unsound) {
    var broken = claim.chain().stream().filter(unsound::contains).toList();
    if (!broken.isEmpty()) return broken.stream().anyMatch(claim.leaning()::contains) ? 0.9 : 0.5;
    var p = 0.9;
    for (var fact : facts) {
      var so = world.state("fact " + fact.id()) == 1;
      for (var evidence : fact.evidence()) {
        if (!evidence.claim().equals(claim.id())) continue;
        p *=
            switch (evidence.support()) {
              case Fact.Support.Ratio ratio ->
                  so == ratio.favours() ? 1 : 1 / ratio.ratio().point();
              case Fact.Support.Rates rates ->
                  (so ? rates.ifTrue() : rates.ifFalse()).point() / 0.9;
            };
      }
    }
    return Math.min(1, p);
  }

  /// P(what was seen and not seen | world), each group of like signs once.
  private double signs(Assignment world) {
    var p = 1.0;
    for (var sign : dossier.indicators()) {
      if (sign.sameSignAs() != null) continue;
      var seen = false;
      var passed = 0.0;
      var looked = false;
      for (var other : dossier.indicators()) {
        if (!other.id().equals(sign.id()) && !sign.id().equals(other.sameSignAs())) continue;
        if (other.observation() instanceof Indicator.Observation.Seen) seen = true;
        if (other.observation() instanceof Indicator.Observation.NotSeenBy(var date)) {
          looked = true;
          var days = ChronoUnit.DAYS.between(Draft.FROM, date) + 1.0;
          passed =
              Math.max(
                  passed, sign.withinDays() == 0 ? 1 : Math.clamp(days / sign.withinDays(), 0, 1));
        }
      }
      var chance = chance(world, sign.cases());
      if (seen) p *= chance;
      else if (looked) p *= Math.pow(1 - chance, passed);
    }
    return p;
  }
}
