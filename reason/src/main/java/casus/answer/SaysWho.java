package casus.answer;

import casus.inference.Circuit;
import casus.inference.Evidence;
import casus.inference.Variable;
import casus.inference.Workload;
import casus.model.Claim;
import casus.model.Indicator;
import casus.model.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which claims and sources the answer rests on, and how badly they disagree.
final class SaysWho {
  /// With more claims than this the disagreement of pairs is not computed.
  private static final int MOST_CLAIMS_FOR_PAIRS = 200;

  private static final int PAIRS_SHOWN = 5;

  private SaysWho() {}

  static List<ClaimAnswer> claims(Inquiry inquiry) {
    var bearsOn = bearsOn(inquiry);
    var subject = inquiry.subject();
    var headline = inquiry.headline().posterior()[subject];
    var answers = new ArrayList<ClaimAnswer>();
    for (var claim : inquiry.dossier().claims()) {
      var variable = inquiry.network().claim(claim.id());
      var without = variable == null ? headline : without(inquiry, variable, subject);
      var quote = claim.quote();
      answers.add(
          new ClaimAnswer(
              claim.id(),
              claim.source(),
              claim.date(),
              claim.text(),
              List.copyOf(bearsOn.getOrDefault(claim.id(), Set.of())),
              without,
              quote == null ? null : quote.words(),
              quote == null ? null : quote.passage(),
              claim.origin()));
    }
    answers.sort(Comparator.comparingDouble((ClaimAnswer c) -> -Math.abs(c.without() - headline)));
    return List.copyOf(answers);
  }

  private static double without(Inquiry inquiry, Variable claim, int subject) {
    var joint = inquiry.headline().jointWithoutFinding(claim);
    var all = 0.0;
    var there = 0.0;
    for (var o = 0; o < joint.length; o++)
      for (var p : joint[o]) {
        all += p;
        if (o == subject) there += p;
      }
    return all > 0 ? there / all : Double.NaN;
  }

  private static Map<String, Set<String>> bearsOn(Inquiry inquiry) {
    var bearsOn = new LinkedHashMap<String, Set<String>>();
    for (var fact : inquiry.dossier().facts())
      for (var evidence : fact.evidence()) note(bearsOn, evidence.claim(), fact.id());
    for (var weighing : inquiry.dossier().weighings())
      for (var reason : weighing.reasons())
        for (var claim : reason.cites()) note(bearsOn, claim, reason.id());
    for (var indicator : inquiry.dossier().indicators())
      if (indicator.observation() instanceof Indicator.Observation.Seen seen)
        for (var claim : seen.cites()) note(bearsOn, claim, indicator.id());
    return bearsOn;
  }

  private static void note(Map<String, Set<String>> bearsOn, String claim, String on) {
    bearsOn.computeIfAbsent(claim, _ -> new LinkedHashSet<>()).add(on);
  }

  static List<SourceAnswer> sources(Inquiry inquiry) {
    var subject = inquiry.subject();
    var answers = new ArrayList<SourceAnswer>();
    for (var source : inquiry.dossier().sources()) {
      var variable = inquiry.network().source(source.id());
      var posterior =
          variable == null ? source.soundness().point() : inquiry.headline().posterior(variable)[1];
      var own =
          inquiry.dossier().claims().stream()
              .filter(claim -> claim.source().equals(source.id()))
              .map(Claim::id)
              .toList();
      answers.add(
          new SourceAnswer(
              source.id(),
              source.title(),
              source.grade(),
              source.soundness().point(),
              posterior,
              source.via(),
              lean(inquiry, source.lean()),
              own,
              withoutSource(inquiry, source, subject)));
    }
    return List.copyOf(answers);
  }

  private static String lean(Inquiry inquiry, Source.Lean lean) {
    return switch (lean) {
      case Source.Lean.Unknown _ -> "unknown";
      case Source.Lean.None _ -> "none";
      case Source.Lean.Towards towards -> {
        var question = inquiry.dossier().question(towards.question());
        var outcome = question == null ? "?" : question.outcomes().get(towards.outcome()).id();
        yield (towards.favours() ? "for " : "against ") + outcome;
      }
    };
  }

  private static double withoutSource(Inquiry inquiry, Source source, int subject) {
    var evidence = inquiry.evidence();
    for (var claim : inquiry.dossier().claims()) {
      var variable = inquiry.network().claim(claim.id());
      if (variable == null) continue;
      if (claim.chain().stream().anyMatch(link -> link.source().equals(source.id())))
        evidence = evidence.without(variable);
    }
    return inquiry.circuit().propagate(inquiry.parameters(), evidence).posterior()[subject];
  }

  /// log2 P(claims) − Σ log2 P(claim), under the headline's readings and before any sign or
  /// supposition.
  static Conflict conflict(Inquiry inquiry) {
    var background = inquiry.network().background();
    var claims = new LinkedHashMap<String, Variable>();
    for (var claim : inquiry.dossier().claims()) {
      var variable = inquiry.network().claim(claim.id());
      if (variable != null) claims.put(claim.id(), variable);
    }
    if (claims.isEmpty()) return new Conflict(0, List.of());
    var observable = new ArrayList<>(background.variables());
    observable.addAll(claims.values());
    var network = inquiry.network().network();
    // All of the network has been compiled, so what bears on the claims can be too.
    var circuit =
        Circuit.compile(
                network,
                claims.values().iterator().next(),
                Workload.any(network).withObservable(observable))
            .circuit();
    var alone = circuit.propagate(inquiry.parameters(), background);
    var together = background;
    var bits = 0.0;
    for (var variable : claims.values()) {
      together = together.with(variable, 1);
      bits -= log2(alone.posterior(variable)[1]);
    }
    var all = circuit.propagate(inquiry.parameters(), together);
    bits += (all.logEvidence() - alone.logEvidence()) / Math.log(2);
    return new Conflict(
        bits,
        claims.size() > MOST_CLAIMS_FOR_PAIRS
            ? List.of()
            : pairs(circuit, inquiry.parameters(), background, claims));
  }

  private static List<Conflict.Pair> pairs(
      Circuit circuit, double[] parameters, Evidence background, Map<String, Variable> claims) {
    var alone = circuit.propagate(parameters, background);
    var ids = List.copyOf(claims.keySet());
    var pairs = new ArrayList<Conflict.Pair>();
    for (var i = 0; i < ids.size(); i++) {
      var first = Objects.requireNonNull(claims.get(ids.get(i)));
      var given = circuit.propagate(parameters, background.with(first, 1));
      for (var j = i + 1; j < ids.size(); j++) {
        var second = Objects.requireNonNull(claims.get(ids.get(j)));
        var bits = log2(given.posterior(second)[1]) - log2(alone.posterior(second)[1]);
        if (bits < -1e-6) pairs.add(new Conflict.Pair(ids.get(i), ids.get(j), bits));
      }
    }
    pairs.sort(Comparator.comparingDouble(Conflict.Pair::bits));
    return List.copyOf(pairs.subList(0, Math.min(PAIRS_SHOWN, pairs.size())));
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
