package casus.answer;

import casus.inference.Information;
import casus.inference.Variable;
import casus.model.Fact;
import casus.model.Indicator;
import casus.model.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What would change the answer: drivers, swing and watch list.
final class Movers {
  private Movers() {}

  /// One driver per fact that is not certain, the largest effect first.
  static List<Driver> drivers(Inquiry inquiry) {
    var subject = inquiry.subject();
    var drivers = new ArrayList<Driver>();
    for (var fact : inquiry.dossier().facts()) {
      var variable = inquiry.network().fact(fact.id());
      if (variable == null || fact.basis() instanceof Fact.Basis.Given) continue;
      var joint = inquiry.headline().joint(variable);
      drivers.add(
          new Driver(
              fact.id(),
              fact.text(),
              marginal(joint, 1),
              given(joint, subject, 1),
              given(joint, subject, 0)));
    }
    drivers.sort(
        Comparator.comparingDouble((Driver d) -> -spread(d.ifTrue(), d.ifFalse()))
            .thenComparing(Driver::fact));
    return List.copyOf(drivers);
  }

  private static double spread(double a, double b) {
    return Double.isNaN(a) || Double.isNaN(b) ? 0 : Math.abs(a - b);
  }

  /// P(variable = state).
  private static double marginal(double[][] joint, int... states) {
    var sum = 0.0;
    for (var row : joint) for (var s : states) sum += row[s];
    return sum;
  }

  /// P(subject | variable in one of the states), NaN where that is impossible.
  private static double given(double[][] joint, int subject, int... states) {
    var sum = 0.0;
    for (var s : states) sum += joint[subject][s];
    var all = marginal(joint, states);
    return all > 0 ? sum / all : Double.NaN;
  }

  /// The rows of the tornado, the widest first: each range at its ends, each contested issue at its
  /// readings.
  static List<Swing> swing(Inquiry inquiry) {
    var rows = new ArrayList<Swing>(numbers(inquiry));
    rows.addAll(readings(inquiry));
    rows.sort(Comparator.comparingDouble((Swing s) -> -s.width()).thenComparing(Swing::id));
    return List.copyOf(rows);
  }

  private static List<Swing> numbers(Inquiry inquiry) {
    var network = inquiry.network();
    var uncertain = network.uncertain();
    var indexes = uncertain.stream().toArray();
    var values = new double[2 * indexes.length][];
    for (var i = 0; i < indexes.length; i++) {
      values[2 * i] = network.points();
      values[2 * i][indexes[i]] = network.quantities().get(indexes[i]).low();
      values[2 * i + 1] = network.points();
      values[2 * i + 1][indexes[i]] = network.quantities().get(indexes[i]).high();
    }
    if (indexes.length == 0) return List.of();
    var results =
        inquiry.circuit()
            .posteriors(
                inquiry.parameters(),
                network.varying(uncertain),
                values.length,
                network.source(values, uncertain),
                List.of(inquiry.evidence()))[0];
    var rows = new ArrayList<Swing>();
    var subject = inquiry.subject();
    for (var i = 0; i < indexes.length; i++) {
      var quantity = network.quantities().get(indexes[i]);
      rows.add(
          new Swing(
              quantity.id(),
              quantity.label(),
              "number",
              end(quantity, quantity.low()),
              end(quantity, quantity.high()),
              results[2 * i][subject],
              results[2 * i + 1][subject],
              quantity.origin()));
    }
    return rows;
  }

  private static String end(Quantity quantity, double value) {
    return switch (quantity.unit()) {
      case PROBABILITY -> number(100 * value) + "%";
      case FACTOR -> "x" + number(value);
    };
  }

  private static String number(double value) {
    var text = String.format(Locale.ROOT, "%.3g", value);
    if (text.contains("e")) return text;
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }

  private static List<Swing> readings(Inquiry inquiry) {
    var rows = new ArrayList<Swing>();
    var network = inquiry.network();
    var subject = inquiry.subject();
    for (var issue : inquiry.issues()) {
      var lowest = -1;
      var highest = -1;
      var under = new double[issue.readings().size()];
      for (var r = 0; r < under.length; r++) {
        var evidence = network.read(inquiry.evidence(), issue.id(), r);
        var propagation = inquiry.circuit().propagate(inquiry.parameters(), evidence);
        under[r] = propagation.posterior()[subject];
        if (propagation.isImpossible()) continue;
        if (lowest < 0 || under[r] < under[lowest]) lowest = r;
        if (highest < 0 || under[r] > under[highest]) highest = r;
      }
      if (lowest < 0) continue;
      rows.add(
          new Swing(
              issue.id(),
              "how " + issue.id() + " is read",
              "reading",
              issue.readings().get(lowest),
              issue.readings().get(lowest == highest ? issue.readings().size() - 1 : highest),
              under[lowest],
              under[highest],
              null));
    }
    return rows;
  }

  /// Everything still to be seen or learned, the most informative first.
  static List<Watch> watch(Inquiry inquiry) {
    var watch = new ArrayList<Watch>();
    for (var indicator : inquiry.dossier().indicators()) {
      var variable = inquiry.network().indicator(indicator.id());
      if (variable == null || !isOpen(inquiry, indicator, variable)) continue;
      // Where part of the window has passed, "seen" is what did not happen; what can still be seen
      // is "seen later".
      watch.add(row(inquiry, indicator.id(), indicator.text(), "indicator", variable, 1));
    }
    for (var fact : inquiry.dossier().facts()) {
      var variable = inquiry.network().fact(fact.id());
      if (variable == null || fact.basis() instanceof Fact.Basis.Given) continue;
      watch.add(row(inquiry, fact.id(), fact.text(), "fact", variable, 1));
    }
    watch.removeIf(w -> w.probability() <= 0 || w.probability() >= 1);
    watch.sort(Comparator.comparingDouble((Watch w) -> -w.bits()).thenComparing(Watch::id));
    return List.copyOf(watch);
  }

  private static boolean isOpen(Inquiry inquiry, Indicator indicator, Variable variable) {
    var observed =
        inquiry.dossier().indicators().stream()
            .filter(i -> i.id().equals(indicator.id()) || indicator.id().equals(i.sameSignAs()))
            .anyMatch(i -> !(i.observation() instanceof Indicator.Observation.None));
    return !observed
        || (variable.size() == 3
            && inquiry.evidence().likelihood(variable)[1] > 0
            && inquiry.evidence().likelihood(variable)[2] == 0);
  }

  private static Watch row(
      Inquiry inquiry, String id, String text, String kind, Variable variable, int seen) {
    var joint = inquiry.headline().joint(variable);
    return new Watch(
        id,
        text,
        kind,
        Information.mutual(joint),
        marginal(joint, seen),
        given(joint, inquiry.subject(), seen),
        given(joint, inquiry.subject(), 0));
  }
}
