package casus.answer;

import casus.answer.WhatIf.Changes;
import casus.answer.WhatIf.Picture;
import casus.model.Claim;
import casus.model.Dossier;
import casus.model.Fact;
import casus.model.Fact.Evidence;
import casus.model.Indicator;
import casus.model.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A change of the answer from one dossier to another, split by cause. Each cause is changed alone
/// twice, first on the one dossier and last on the way to the other, and the two effects are
/// averaged; what the causes do together and none of them alone is the interaction. All numbers are
/// at their points, under the headline's readings.
///
/// @param before probability of the outcome that the answer speaks of
/// @param causes in the order of [Kind]; law and the rest only where they move the answer
/// @param interaction `after - before` less the effects of all causes
public record AnswerChange(
    String outcome, double before, double after, List<Cause> causes, double interaction) {

  /// A smaller effect is none.
  private static final double NOTHING = 1e-9;

  private static final Pattern ORIGIN = Pattern.compile("Origin\\[[^\\]]*\\]");
  private static final Pattern NUMBER =
      Pattern.compile("written=.*?, unit=[A-Z]+, point=[^,]*, low=[^,]*, high=[^,]*,");

  /// What can differ.
  public enum Kind {
    /// Claims made and withdrawn, and the sources of new ones.
    CLAIMS,
    /// Signs seen, or looked for and not seen.
    SIGNS,
    /// Numbers that both have: priors, strengths, base rates, grades.
    NUMBERS,
    /// Treaties, terms and how they are read.
    LAW,
    /// Everything else: facts, reasons, gates, and what hangs on the date alone.
    OTHER,
    /// Facts that are supposed, where scenarios are compared.
    SUPPOSED
  }

  /// @param effect on the probability, from -1 to 1
  /// @param names what differs: claims, numbers, signs
  public record Cause(Kind kind, double effect, List<String> names) {}

  /// What came of it.
  public sealed interface Split {
    record Done(AnswerChange change) implements Split {}

    /// One of the two has no answer.
    ///
    /// @param later whether it is the second
    record NoAnswer(boolean later) implements Split {}

    /// They ask different questions or of different outcomes.
    record Incomparable() implements Split {}
  }

  /// Of the first question of both.
  public static Split between(Dossier from, Dossier to) {
    var first = opened(from, null);
    if (first == null) return new Split.NoAnswer(false);
    var second = opened(to, null);
    if (second == null) return new Split.NoAnswer(true);
    var outcome = first.dossier().questions().getFirst().outcomes().get(first.subject()).id();
    var question = to.question(first.question());
    if (question == null || question.indexOf(outcome) < 0) return new Split.Incomparable();
    var before = probability(from, outcome);
    var after = probability(to, outcome);
    if (Double.isNaN(before)) return new Split.NoAnswer(false);
    if (Double.isNaN(after)) return new Split.NoAnswer(true);
    var causes = new ArrayList<Cause>();
    var sum = 0.0;
    for (var kind : Kind.values()) {
      var names = differing(kind, from, to);
      if (names.isEmpty()) continue;
      var effect =
          average(
              changed(kind, from, to, outcome) - before, after - changed(kind, to, from, outcome));
      if (isNamed(kind) || !(Math.abs(effect) < NOTHING))
        causes.add(new Cause(kind, effect, names));
      if (!Double.isNaN(effect)) sum += effect;
    }
    return new Split.Done(
        new AnswerChange(outcome, before, after, List.copyOf(causes), after - before - sum));
  }

  /// Whether it is said what differs, which may be of interest where it moves nothing.
  private static boolean isNamed(Kind kind) {
    return switch (kind) {
      case CLAIMS, SIGNS, NUMBERS, SUPPOSED -> true;
      case LAW, OTHER -> false;
    };
  }

  /// Where one of the two ways is closed, the other counts.
  private static double average(double first, double last) {
    if (Double.isNaN(first)) return last;
    return Double.isNaN(last) ? first : (first + last) / 2;
  }

  private static @Nullable WhatIf opened(Dossier dossier, @Nullable String outcome) {
    return !dossier.questions().isEmpty()
            && WhatIf.open(dossier, null, outcome) instanceof WhatIf.Opening.Opened(var whatIf)
        ? whatIf
        : null;
  }

  private static double probability(Dossier dossier, String outcome) {
    return probability(dossier, outcome, Changes.NONE);
  }

  private static double probability(Dossier dossier, String outcome, Changes changes) {
    var whatIf = opened(dossier, outcome);
    return whatIf != null && whatIf.under(changes) instanceof Picture.Drawn drawn
        ? drawn.outcomes().get(whatIf.subject()).probability()
        : Double.NaN;
  }

  /// The probability with one kind of thing taken from the other dossier.
  private static double changed(Kind kind, Dossier base, Dossier other, String outcome) {
    return switch (kind) {
      case CLAIMS -> probability(withClaims(base, other), outcome);
      case SIGNS -> probability(withSigns(base, other), outcome);
      case NUMBERS -> probability(base, outcome, numbers(base, other));
      case LAW -> probability(withLaw(base, other), outcome);
      // All but the rest from here, the rest from there.
      case OTHER ->
          probability(
              withLaw(withSigns(withClaims(other, base), base), base),
              outcome,
              numbers(other, base));
      case SUPPOSED -> Double.NaN;
    };
  }

  private static List<String> differing(Kind kind, Dossier from, Dossier to) {
    return switch (kind) {
      case CLAIMS ->
          differing(
              from.claims().stream().collect(Collectors.toMap(Claim::id, AnswerChange::said)),
              to.claims().stream().collect(Collectors.toMap(Claim::id, AnswerChange::said)));
      case SIGNS ->
          differing(
              from.indicators().stream()
                  .collect(Collectors.toMap(Indicator::id, Indicator::observation)),
              to.indicators().stream()
                  .filter(
                      sign -> from.indicators().stream().anyMatch(s -> s.id().equals(sign.id())))
                  .collect(Collectors.toMap(Indicator::id, Indicator::observation)),
              false);
      case NUMBERS -> List.copyOf(numbers(from, to).numbers().keySet());
      case LAW -> withoutPlaces(from).equals(withoutPlaces(to)) ? List.of() : List.of("law");
      case OTHER -> shape(from).equals(shape(to)) ? List.of() : List.of("structure");
      case SUPPOSED -> List.of();
    };
  }

  private static List<String> differing(Map<String, ?> from, Map<String, ?> to) {
    return differing(from, to, true);
  }

  private static List<String> differing(Map<String, ?> from, Map<String, ?> to, boolean absent) {
    return Stream.concat(from.keySet().stream(), to.keySet().stream())
        .distinct()
        .filter(id -> absent || (from.containsKey(id) && to.containsKey(id)))
        .filter(id -> !Objects.equals(from.get(id), to.get(id)))
        .sorted()
        .toList();
  }

  /// Without its place in the file, which moves when a line is put in above.
  private static String said(Claim claim) {
    return claim.source() + claim.date() + claim.text() + claim.chain() + claim.leaning();
  }

  static String withoutPlaces(Dossier dossier) {
    return withoutPlaces(dossier.law());
  }

  /// What a record says, without the places in files where it says it.
  static String withoutPlaces(Object said) {
    return ORIGIN.matcher(said.toString()).replaceAll("");
  }

  /// What the two have in common where only claims, signs, numbers and law differ.
  private static String shape(Dossier dossier) {
    var parts =
        dossier.facts().stream().map(fact -> fact.id() + fact.basis()).toList().toString()
            + dossier.weighings()
            + dossier.indicators().stream().map(Indicator::id).toList()
            + dossier.asOf()
            + dossier.questions();
    return NUMBER.matcher(ORIGIN.matcher(parts).replaceAll("")).replaceAll("");
  }

  private static Changes numbers(Dossier base, Dossier other) {
    var changed = new LinkedHashMap<String, Double>();
    var whatIf = opened(base, null);
    var from = opened(other, null);
    if (whatIf == null || from == null) return Changes.NONE;
    var theirs = new HashMap<String, Double>();
    from.everyNumber().forEach(number -> theirs.put(number.id(), number.point()));
    for (var number : whatIf.everyNumber()) {
      var point = theirs.get(number.id());
      if (point != null && Double.compare(point, number.point()) != 0)
        changed.put(number.id(), point);
    }
    return new Changes(changed, Map.of(), Map.of());
  }

  private static Dossier withClaims(Dossier base, Dossier other) {
    var sources = new ArrayList<>(base.sources());
    for (Source source : other.sources()) if (base.source(source.id()) == null) sources.add(source);
    var facts = new ArrayList<Fact>();
    for (var fact : base.facts()) {
      var counterpart = other.fact(fact.id());
      var evidence = new ArrayList<Evidence>();
      for (var one : fact.evidence()) if (other.claim(one.claim()) != null) evidence.add(one);
      if (counterpart != null)
        for (var one : counterpart.evidence())
          if (evidence.stream().noneMatch(known -> known.claim().equals(one.claim())))
            evidence.add(one);
      facts.add(new Fact(fact.id(), fact.text(), fact.basis(), evidence, fact.origin()));
    }
    return with(base, sources, other.claims(), facts, base.indicators(), base);
  }

  private static Dossier withSigns(Dossier base, Dossier other) {
    var signs = new ArrayList<Indicator>();
    for (var sign : base.indicators()) {
      var observed =
          other.indicators().stream()
              .filter(one -> one.id().equals(sign.id()))
              .map(Indicator::observation)
              .findFirst()
              .orElse(sign.observation());
      signs.add(
          new Indicator(
              sign.id(),
              sign.text(),
              sign.withinDays(),
              sign.cases(),
              observed,
              sign.sameSignAs(),
              sign.origin()));
    }
    return with(base, base.sources(), base.claims(), base.facts(), signs, base);
  }

  static Dossier withLaw(Dossier base, Dossier other) {
    return with(base, base.sources(), base.claims(), base.facts(), base.indicators(), other);
  }

  static Dossier with(
      Dossier base,
      List<Source> sources,
      List<Claim> claims,
      List<Fact> facts,
      List<Indicator> indicators,
      Dossier law) {
    return new Dossier(
        base.id(),
        base.title(),
        base.asOf(),
        base.writtenAsOf(),
        base.leftOut(),
        base.yardstick(),
        base.strengths(),
        base.questions(),
        base.actors(),
        sources,
        claims,
        facts,
        law.law(),
        base.baseRates(),
        base.weighings(),
        indicators,
        base.scenarios(),
        base.levers(),
        base.orderOfDeclaration(),
        base.origin());
  }
}
