package casus.view;

import casus.answer.NetworkAnswer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/// What a network answers, for the terminal: a table for each thing that was asked.
public final class InferenceText {
  private static final int BAR = 20;
  private static final int ROOM = 20;

  /// More findings than these are counted, not listed: whoever has so many has a file of them.
  private static final int MOST_FINDINGS = 12;

  private InferenceText() {}

  /// The whole text, each line ending in a line feed.
  ///
  /// @param file the network's
  /// @param variables how many it has
  /// @param findings `name = state`
  public static String of(
      String file, int variables, List<String> findings, NetworkAnswer answer, Page page) {
    var sheet = new Sheet(page, ROOM);
    sheet.paragraph(0, file + " · " + new Counted(variables, "variable"), Ink.STRONG);
    if (!findings.isEmpty())
      sheet.hanging(
          0,
          Sheet.INDENT,
          "given "
              + (findings.size() > MOST_FINDINGS
                  ? new Counted(findings.size(), "finding").toString()
                  : String.join(", ", findings))
              + " · probability of that "
              + probability(answer.logEvidence()),
          Ink.PLAIN);
    if (!answer.posteriors().isEmpty()) posteriors(answer.posteriors(), sheet);
    if (!answer.explanations().isEmpty()) explanations(answer.explanations(), sheet);
    if (answer.sensitivity() != null) sensitivity(answer.sensitivity(), sheet);
    if (answer.information() != null) information(answer.information(), sheet);
    return AssessmentText.text(sheet, page);
  }

  /// How an answer was computed.
  ///
  /// @param readMillis how long reading took
  /// @param computeMillis how long computing took
  public static String engine(NetworkAnswer.Engine engine, long readMillis, long computeMillis) {
    return "computed by a "
        + engine.method()
        + " of "
        + new Counted(engine.cliques(), "clique")
        + ", the largest of "
        + new Counted(engine.width(), "variable")
        + " ("
        + String.join(", ", engine.widest())
        + ")\n"
        + String.format(Locale.ROOT, "%,.0f states", engine.states())
        + (engine.entries() == 0
            ? "; tables made for the findings only"
            : String.format(
                Locale.ROOT,
                "; tables of %,d entries in %,d kB",
                engine.entries(),
                (engine.bytes() + 1023) / 1024))
        + "\n"
        + readMillis
        + " ms to read, "
        + computeMillis
        + " ms to compute\n";
  }

  /// Probabilities that no percentage can show are given as a power of ten.
  private static String probability(double log) {
    if (log > Math.log(0.001)) return Numbers.percent(Math.exp(Math.min(0, log)));
    var tens = (int) Math.floor(log / Math.log(10));
    var digits = Math.exp(log - tens * Math.log(10));
    var rounded = new BigDecimal(digits).round(new MathContext(2, RoundingMode.HALF_UP));
    return rounded.toPlainString() + "e" + tens;
  }

  private static void posteriors(List<NetworkAnswer.Posterior> posteriors, Sheet sheet) {
    sheet.blank();
    var table = new Table(0).left().left().right().leftOrDropped(1);
    for (var posterior : posteriors)
      for (var s = 0; s < posterior.states().size(); s++) {
        var p = posterior.probabilities()[s];
        table.row(
            s > 0 ? Sheet.plain("") : Sheet.strong(posterior.variable()),
            Sheet.plain(posterior.states().get(s)),
            Sheet.strong(Numbers.percent(p)),
            posterior.observed() ? Sheet.faint("given") : Sheet.in(Ink.BAR, Bar.of(p, BAR)));
      }
    sheet.table(table);
  }

  /// The first in full, each further one by what it changes.
  private static void explanations(List<NetworkAnswer.Explained> explanations, Sheet sheet) {
    sheet.blank();
    sheet.paragraph(
        0,
        explanations.size() == 1
            ? "The most probable explanation"
            : "The " + explanations.size() + " most probable explanations",
        Ink.STRONG);
    var first = new HashMap<String, String>();
    for (var state : explanations.getFirst().states()) first.put(state.variable(), state.state());
    var table = new Table(0).right().right().flexible(20, 40, 1);
    for (var i = 0; i < explanations.size(); i++) {
      var explained = explanations.get(i);
      var parts = new ArrayList<String>();
      for (var state : explained.states())
        if (i == 0 || !state.state().equals(first.get(state.variable())))
          parts.add(state.variable() + " = " + state.state());
      table.row(
          Sheet.faint(Integer.toString(i + 1)),
          Sheet.strong(Numbers.percent(explained.probability())),
          Sheet.plain((i == 0 ? "" : "as 1, but ") + String.join(", ", parts)));
    }
    sheet.table(table);
  }

  private static void sensitivity(NetworkAnswer.Sensitivity sensitivity, Sheet sheet) {
    sheet.blank();
    sheet.paragraph(
        0,
        "What P("
            + sensitivity.variable()
            + " = "
            + sensitivity.state()
            + "), "
            + Numbers.percent(sensitivity.probability())
            + ", depends on most",
        Ink.STRONG);
    if (sensitivity.parameters().isEmpty()) {
      sheet.paragraph(Sheet.INDENT, "on no number of the network", Ink.PLAIN);
      return;
    }
    var table = new Table(0).flexible(24, 3, 2).right().right().right().right();
    table.row(
        Sheet.faint("number"),
        Sheet.faint("is"),
        Sheet.faint("slope"),
        Sheet.faint("0.1 less"),
        Sheet.faint("0.1 more"));
    for (var parameter : sensitivity.parameters())
      table.row(
          Sheet.plain(parameter.name()),
          Sheet.plain(Numbers.percent(parameter.value())),
          Sheet.strong(slope(parameter.derivative())),
          Sheet.plain(Numbers.percent(parameter.less())),
          Sheet.plain(Numbers.percent(parameter.more())));
    sheet.table(table);
  }

  /// Two digits with a sign.
  private static String slope(double slope) {
    var size = Math.abs(slope);
    if (size < 0.001) return slope < 0 ? "−<0.001" : "<0.001";
    var rounded = new BigDecimal(size).round(new MathContext(2, RoundingMode.HALF_UP));
    return (slope < 0 ? "−" : "+") + rounded.toPlainString();
  }

  private static void information(NetworkAnswer.Telling telling, Sheet sheet) {
    sheet.blank();
    sheet.paragraph(
        0,
        "What would tell most about "
            + telling.variable()
            + ", of "
            + Numbers.bits(telling.entropy())
            + " that are open",
        Ink.STRONG);
    var table = new Table(0).left().right().leftOrDropped(1);
    for (var told : telling.variables())
      table.row(
          Sheet.plain(told.variable()),
          Sheet.strong(Numbers.bits(told.bits())),
          Sheet.in(
              Ink.BAR, Bar.of(telling.entropy() > 0 ? told.bits() / telling.entropy() : 0, BAR)));
    sheet.table(table);
  }
}
