package casus.treaty;

import casus.model.Act;
import casus.model.Instrument;
import casus.treaty.Defeat.Rule;
import casus.treaty.GroundNorm.Bearing;
import casus.treaty.GroundNorm.Exempt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the law says of one act: the norms that bear on it and when each status results. The five
/// formulas exclude each other; where none holds, the law is silent and nothing was lifted.
///
/// International law and each state's domestic law are separate orders: a permission in one lifts
/// no prohibition in another.
///
/// @param oppositions every prohibition with every norm that speaks against it
/// @param verified the same without the provisions that are known only from memory; null where none
///   bears on the act
/// @param forbidden a prohibition stands in some order
/// @param conflict two opposite norms stand in some order, and none forbids outright
/// @param lifted nothing speaks for the act, and an exception lifted the prohibition that applied
public record LegalOpinion(
    Act act,
    List<GroundNorm> norms,
    Formula forbidden,
    Formula conflict,
    Formula obliged,
    Formula permitted,
    Formula lifted,
    List<Pathway> pathways,
    List<Opposition> oppositions,
    @Nullable LegalOpinion verified) {

  /// A prohibition and a norm of the same legal order that speaks for the act.
  public record Opposition(GroundNorm forbids, GroundNorm allows, Prevails prevails) {}

  /// Which of two opposite norms ranks higher, where both are active.
  public enum Prevails {
    PROHIBITION,
    PERMISSION,
    NEITHER
  }

  /// When the act is lawful: permitted, obliged, or silent because an exception lifted the
  /// prohibition.
  public Formula lawful() {
    return Formula.or(obliged, permitted, lifted);
  }

  static LegalOpinion of(Grounding grounding, Act act, @Nullable String order) {
    var law = grounding.dossier().law();
    var norms = new ArrayList<GroundNorm>();
    var bearing = new NormsOnAct(grounding, act);
    for (var instrument : law.instruments())
      if (belongs(instrument, order)) norms.addAll(bearing.of(instrument));
    var ranking = new Ranking(law);
    var certain = norms.stream().filter(norm -> !grounding.isUnverified(norm.article())).toList();
    var verified =
        certain.size() == norms.size() ? null : of(act, certain, ranking, List.of(), null);
    return of(act, norms, ranking, Pathway.of(grounding, act, norms, ranking), verified);
  }

  private static LegalOpinion of(
      Act act,
      List<GroundNorm> norms,
      Ranking ranking,
      List<Pathway> pathways,
      @Nullable LegalOpinion verified) {
    var orders = new LinkedHashMap<String, List<GroundNorm>>();
    for (var norm : norms)
      orders.computeIfAbsent(orderOf(norm.instrument()), _ -> new ArrayList<>()).add(norm);
    var parts = orders.values().stream().map(group -> OrderStatus.of(group, ranking)).toList();
    var forbidden = any(parts.stream().map(OrderStatus::forbidden));
    var conflict =
        Formula.and(Formula.not(forbidden), any(parts.stream().map(OrderStatus::conflict)));
    var clear = Formula.and(Formula.not(forbidden), Formula.not(conflict));
    var anyObliged = any(parts.stream().map(OrderStatus::obliged));
    var anyPermitted = any(parts.stream().map(OrderStatus::permitted));
    var anyLifted = any(parts.stream().map(OrderStatus::lifted));
    var oppositions =
        orders.values().stream().flatMap(group -> oppositions(group, ranking)).toList();
    return new LegalOpinion(
        act,
        List.copyOf(norms),
        forbidden,
        conflict,
        Formula.and(clear, anyObliged),
        Formula.and(clear, Formula.not(anyObliged), anyPermitted),
        Formula.and(clear, Formula.not(anyObliged), Formula.not(anyPermitted), anyLifted),
        pathways,
        oppositions,
        verified);
  }

  private static Stream<Opposition> oppositions(List<GroundNorm> norms, Ranking ranking) {
    return norms.stream()
        .filter(norm -> norm.bearing() == Bearing.FORBIDS)
        .flatMap(forbids ->
            norms.stream()
                .filter(norm -> norm.bearing() != Bearing.FORBIDS)
                .map(allows ->
                    new Opposition(
                        forbids,
                        allows,
                        ranking.prevails(forbids, allows)
                            ? Prevails.PROHIBITION
                            : ranking.prevails(allows, forbids)
                                ? Prevails.PERMISSION
                                : Prevails.NEITHER)));
  }

  private static Formula any(Stream<Formula> formulas) {
    return Formula.or(formulas.toList());
  }

  private static boolean belongs(Instrument instrument, @Nullable String order) {
    return order == null || instrument.id().equals(order) || orderOf(instrument).equals(order);
  }

  /// The legal order an instrument is part of: a state's code for its statutes, "international" for
  /// treaties.
  static String orderOf(Instrument instrument) {
    return instrument.statuteOf() == null ? "international" : instrument.statuteOf();
  }

  /// What one legal order says.
  private record OrderStatus(
      Formula forbidden, Formula conflict, Formula obliged, Formula permitted, Formula lifted) {

    static OrderStatus of(List<GroundNorm> norms, Ranking ranking) {
      var allowing = norms.stream().filter(n -> n.bearing() != Bearing.FORBIDS).toList();
      var forbidding = norms.stream().filter(n -> n.bearing() == Bearing.FORBIDS).toList();
      Map<String, GroundNorm> byId = new LinkedHashMap<>();
      norms.forEach(norm -> byId.put(norm.id(), norm));
      BiPredicate<String, String> beats =
          (a, b) -> {
            var higher = byId.get(a);
            var lower = byId.get(b);
            return higher != null && lower != null && ranking.prevails(higher, lower);
          };
      var allowed = Defeat.stands(rules(allowing), rules(forbidding), beats);
      var forbidden = Defeat.stands(rules(forbidding), rules(allowing), beats);
      var someAllow = any(allowing.stream().map(GroundNorm::active));
      var someForbid = any(forbidding.stream().map(GroundNorm::active));
      var someOblige =
          any(
              allowing.stream()
                  .filter(n -> n.bearing() == Bearing.OBLIGES)
                  .map(GroundNorm::active));
      var lifted =
          any(
              forbidding.stream()
                  .map(n ->
                      Formula.and(n.applies(), any(n.exceptions().stream().map(Exempt::holds)))));
      return new OrderStatus(
          forbidden,
          Formula.and(someAllow, someForbid, Formula.not(allowed), Formula.not(forbidden)),
          Formula.and(allowed, someOblige),
          Formula.and(allowed, Formula.not(someOblige)),
          Formula.and(Formula.not(someAllow), Formula.not(someForbid), lifted));
    }

    private static List<Rule> rules(List<GroundNorm> norms) {
      return norms.stream().map(norm -> new Rule(norm.id(), norm.active(), false)).toList();
    }
  }
}
