package casus.answer;

import casus.model.Claim;
import casus.model.Dossier;
import casus.model.Fact;
import casus.model.Indicator;
import casus.model.Instrument;
import casus.model.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What moved the answer from one day to a later one of the same dossier. Each claim and each sign
/// that became known between the two, and the law where it changed, is left out of the later day
/// alone: its part is what the answer then lacks. What the answer does with none of them is the
/// part of time. What the parts do together and none of them alone is the remainder, so that the
/// parts and the remainder sum to the step. All numbers are at their points, under the headline's
/// readings.
///
/// @param before probability of the outcome that the answer speaks of, on the earlier day
/// @param after the same on the later day
/// @param parts claims in the order of their dates, then signs, law and time
/// @param remainder `after - before` less the effects of all parts
public record Movement(double before, double after, List<Part> parts, double remainder) {

  /// A smaller effect of law or time is none.
  private static final double NOTHING = 1e-9;

  /// What can move an answer while the text stays the same.
  public enum Kind {
    /// A claim became known.
    CLAIM,
    /// A sign was seen, or looked for and not seen.
    SIGN,
    /// Instruments, memberships or versions of articles came or ceased to be in force.
    LAW,
    /// Rates have less time left, windows close, dated numbers, facts and past cases begin.
    TIME
  }

  /// @param names the claim or the sign; the instruments that changed; the numbers and facts that
  ///   are otherwise on the later day
  /// @param effect on the probability, from -1 to 1; NaN where the day without it contradicts
  ///   itself, and then it is in the remainder
  public record Part(Kind kind, List<String> names, double effect) {}

  /// @param from the earlier day
  /// @param to the later day, asked for the same question and outcome
  public static Movement between(WhatIf from, WhatIf to) {
    var outcome = to.subject();
    var before = from.knowing(from.dossier(), from.subject());
    var after = to.knowing(to.dossier(), outcome);
    var parts = new ArrayList<Part>();
    for (var claim : news(from.dossier(), to.dossier())) {
      var without = to.knowing(without(to.dossier(), claim), outcome);
      parts.add(new Part(Kind.CLAIM, List.of(claim.id()), after - without));
    }
    for (var sign : signs(from.dossier(), to.dossier())) {
      var without = to.knowing(with(to.dossier(), List.of(sign)), outcome);
      parts.add(new Part(Kind.SIGN, List.of(sign.id()), after - without));
    }
    var idle = to;
    var law = law(from.dossier(), to.dossier());
    if (!law.isEmpty()
        && WhatIf.open(
                AnswerChange.withLaw(to.dossier(), from.dossier()), to.question(), outcomeOf(to))
            instanceof WhatIf.Opening.Opened(var unchanged)) {
      idle = unchanged;
      parts.add(new Part(Kind.LAW, law, after - unchanged.knowing(to.dossier(), outcome)));
    }
    var passed = idle.knowing(from.dossier(), outcome) - before;
    var dated = dated(from, to);
    if (!dated.isEmpty() || Math.abs(passed) > NOTHING)
      parts.add(new Part(Kind.TIME, dated, passed));
    var sum = parts.stream().mapToDouble(Part::effect).filter(e -> !Double.isNaN(e)).sum();
    return new Movement(before, after, List.copyOf(parts), after - before - sum);
  }

  private static String outcomeOf(WhatIf whatIf) {
    return Objects.requireNonNull(whatIf.dossier().question(whatIf.question()))
        .outcomes()
        .get(whatIf.subject())
        .id();
  }

  private static List<Claim> news(Dossier from, Dossier to) {
    return to.claims().stream()
        .filter(claim -> from.claim(claim.id()) == null)
        .sorted(Comparator.comparing(Claim::date))
        .toList();
  }

  /// The signs as they were on the earlier day, where something else was observed on the later.
  private static List<Indicator> signs(Dossier from, Dossier to) {
    var later = new HashMap<String, String>();
    to.indicators().forEach(sign -> later.put(sign.id(), observed(sign)));
    return from.indicators().stream()
        .filter(sign -> !observed(sign).equals(later.getOrDefault(sign.id(), observed(sign))))
        .toList();
  }

  private static String observed(Indicator sign) {
    return AnswerChange.withoutPlaces(sign.observation());
  }

  private static Dossier without(Dossier dossier, Claim left) {
    var claims = dossier.claims().stream().filter(c -> !c.id().equals(left.id())).toList();
    return AnswerChange.with(
        dossier, dossier.sources(), claims, dossier.facts(), dossier.indicators(), dossier);
  }

  private static Dossier with(Dossier dossier, List<Indicator> as) {
    var others = as.stream().collect(Collectors.toMap(Indicator::id, Function.identity()));
    var signs = dossier.indicators().stream().map(s -> others.getOrDefault(s.id(), s)).toList();
    return AnswerChange.with(
        dossier, dossier.sources(), dossier.claims(), dossier.facts(), signs, dossier);
  }

  /// Ids of the instruments that say something else on the later day; none where one of the two
  /// days has no dossier.
  public static List<String> law(@Nullable Dossier from, @Nullable Dossier to) {
    if (from == null || to == null) return List.of();
    if (AnswerChange.withoutPlaces(from).equals(AnswerChange.withoutPlaces(to))) return List.of();
    var names = differing(texts(from), texts(to));
    return names.isEmpty() ? List.of("terms and councils") : names;
  }

  private static Map<String, String> texts(Dossier dossier) {
    return dossier.law().instruments().stream()
        .collect(Collectors.toMap(Instrument::id, AnswerChange::withoutPlaces, (a, _) -> a));
  }

  private static List<String> differing(Map<String, String> from, Map<String, String> to) {
    var names = new TreeSet<>(from.keySet());
    names.addAll(to.keySet());
    names.removeIf(name -> from.getOrDefault(name, "").equals(to.getOrDefault(name, "")));
    return List.copyOf(names);
  }

  /// The numbers and facts that are otherwise on the later day.
  private static List<String> dated(WhatIf from, WhatIf to) {
    var points =
        from.everyNumber().stream()
            .collect(Collectors.toMap(Quantity::id, Quantity::point, (a, _) -> a));
    var names = new ArrayList<String>();
    for (var number : to.everyNumber()) {
      var point = points.get(number.id());
      if (point != null && Double.compare(point, number.point()) != 0) names.add(number.id());
    }
    for (var fact : to.dossier().facts()) {
      var earlier = from.dossier().fact(fact.id());
      if (earlier != null
          && fact.basis() instanceof Fact.Basis.Given(var now)
          && earlier.basis() instanceof Fact.Basis.Given(var then)
          && now != then) names.add(fact.id());
    }
    return List.copyOf(names);
  }
}
