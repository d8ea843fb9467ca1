package casus.view.screen;

import casus.answer.Answer;
import casus.answer.Driver;
import casus.answer.OutcomeAnswer;
import casus.answer.Swing;
import casus.answer.WhatIf;
import casus.answer.WhatIf.Changes;
import casus.answer.WhatIf.Picture;
import casus.answer.WhatIf.Rung;
import casus.model.Fact;
import casus.model.Quantity;
import casus.treaty.Issue;
import casus.view.Numbers;
import casus.view.chart.Markup;
import casus.view.screen.Frame.Head;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What moves the answer: a slider for each number that has a range, a switch for each fact that is
/// not certain and for each contested reading, the widest effect first, and the answer beside them.
/// Without scripts it is a form that is sent.
public final class ChangeScreen {
  /// Names of the form's fields begin with these.
  public static final String NUMBER = "n.";

  public static final String FACT = "f.";
  public static final String READING = "r.";

  private final String dossier;
  private final Answer answer;
  private final WhatIf whatIf;
  private final Changes changes;
  private final Picture picture;
  private final Markup out = new Markup();

  private ChangeScreen(
      String dossier, Answer answer, WhatIf whatIf, Changes changes, Picture picture) {
    this.dossier = dossier;
    this.answer = answer;
    this.whatIf = whatIf;
    this.changes = changes;
    this.picture = picture;
  }

  /// @param picture the answer under the changes
  public static String of(
      Frame frame, String dossier, Answer answer, WhatIf whatIf, Changes changes, Picture picture) {
    var screen = new ChangeScreen(dossier, answer, whatIf, changes, picture);
    screen.main();
    return frame.page(
        new Head("What moves it: " + answer.question().text(), dossier, Screen.CHANGE),
        screen.out.toString());
  }

  private void main() {
    out.element("p", answer.dossier().title(), "class", "kicker");
    out.element("h1", answer.question().text()).line();
    out.open(
            "form",
            "id",
            "turn",
            "class",
            "two",
            "method",
            "get",
            "action",
            Screen.CHANGE.of(dossier),
            "data-picture",
            "/part/picture/" + Screen.encoded(dossier))
        .line();
    out.open("section", "id", "picture", "aria-label", "The answer")
        .trusted(picture(dossier, answer, changes, picture))
        .close()
        .line();
    out.open("section", "aria-labelledby", "controls");
    out.element("h2", "If this were otherwise", "id", "controls");
    out.open("p", "class", "filter")
        .element("label", "Filter", "for", "filter")
        .empty(
            "input",
            "id",
            "filter",
            "type",
            "search",
            "data-filter",
            "#knobs > li",
            "autocomplete",
            "off",
            "placeholder",
            "request, strength, aggression …")
        .close()
        .line();
    out.open("noscript").element("button", "Show the answer").close().line();
    out.open("ul", "id", "knobs").line();
    for (var knob : knobs()) knob.put().run();
    out.close().close().close().line();
    out.element("p", "", "id", "spoken", "class", "unseen", "aria-live", "polite").line();
  }

  /// A slider, a switch of a fact and one of a reading, for the page of patterns.
  ///
  /// @param most how many of them
  static String knobs(String dossier, Answer answer, WhatIf whatIf, Changes changes, int most) {
    var screen = new ChangeScreen(dossier, answer, whatIf, changes, whatIf.under(changes));
    screen.out.open("ul", "class", "knobs");
    for (var knob : screen.knobs().subList(0, Math.min(most, screen.knobs().size())))
      knob.put().run();
    return screen.out.close().toString();
  }

  private record Knob(double width, String id, Runnable put) {}

  private List<Knob> knobs() {
    var knobs = new ArrayList<Knob>();
    for (var number : whatIf.numbers()) {
      var swing = swing(number.id());
      knobs.add(new Knob(width(swing), number.id(), () -> number(number, swing)));
    }
    for (var fact : whatIf.facts()) {
      var driver = driver(fact.id());
      var width =
          driver == null || Double.isNaN(driver.ifTrue()) || Double.isNaN(driver.ifFalse())
              ? 0
              : Math.abs(driver.ifTrue() - driver.ifFalse());
      knobs.add(new Knob(width, fact.id(), () -> fact(fact, driver)));
    }
    for (var issue : whatIf.readings()) {
      var swing = swing(issue.id());
      knobs.add(new Knob(width(swing), issue.id(), () -> reading(issue, swing)));
    }
    knobs.sort(Comparator.comparingDouble((Knob k) -> -k.width()).thenComparing(Knob::id));
    return knobs;
  }

  private @Nullable Swing swing(String id) {
    for (var swing : answer.swing()) if (swing.id().equals(id)) return swing;
    return null;
  }

  private @Nullable Driver driver(String id) {
    for (var driver : answer.drivers()) if (driver.fact().equals(id)) return driver;
    return null;
  }

  private static double width(@Nullable Swing swing) {
    return swing == null || Double.isNaN(swing.width()) ? 0 : swing.width();
  }

  private void number(Quantity number, @Nullable Swing swing) {
    var name = NUMBER + number.id();
    var value = Objects.requireNonNullElse(changes.numbers().get(number.id()), number.point());
    out.open("li", "class", "knob");
    out.open("div", "class", "label")
        .element("label", capital(number.label()), "for", name)
        .open("span", "class", "faint");
    WhyCard.link(out, dossier, number.id(), "written " + number.written());
    out.close().close();
    if (swing != null) effect(swing.low(), swing.atLow(), swing.high(), swing.atHigh());
    out.open("div", "class", "control")
        .empty(
            "input",
            "type",
            "range",
            "id",
            name,
            "name",
            name,
            "min",
            plain(number.low()),
            "max",
            plain(number.high()),
            "step",
            "any",
            "value",
            plain(value),
            "data-point",
            plain(number.point()),
            "data-unit",
            number.unit().name().toLowerCase(Locale.ROOT),
            "aria-valuetext",
            shown(number, value))
        .element("output", shown(number, value), "for", name)
        .close()
        .close()
        .line();
  }

  private void fact(Fact fact, @Nullable Driver driver) {
    var supposed = changes.facts().get(fact.id());
    out.open("li", "class", "knob");
    out.open("fieldset")
        .open("legend")
        .text("Whether " + (fact.text().isEmpty() ? fact.id() : fact.text()) + " ");
    WhyCard.link(out, dossier, fact.id(), "why?", "class", "faint");
    out.close();
    if (driver != null) effect("if not", driver.ifFalse(), "if so", driver.ifTrue());
    out.open("div", "class", "control choice");
    var judged =
        driver == null ? "as judged" : "as judged, " + Numbers.percent(driver.probability());
    choice(FACT + fact.id(), "", judged, supposed == null);
    choice(FACT + fact.id(), "true", "it is so", Boolean.TRUE.equals(supposed));
    choice(FACT + fact.id(), "false", "it is not", Boolean.FALSE.equals(supposed));
    out.close().close().close().line();
  }

  private void reading(Issue issue, @Nullable Swing swing) {
    var chosen = changes.readings().get(issue.id());
    out.open("li", "class", "knob");
    out.open("fieldset").open("legend").text("How " + issue.id() + " is read ");
    WhyCard.link(out, dossier, issue.id(), "why?", "class", "faint");
    out.close();
    if (swing != null) effect(swing.low(), swing.atLow(), swing.high(), swing.atHigh());
    out.open("div", "class", "control choice");
    for (var i = 0; i < issue.readings().size(); i++) {
      var reading = issue.readings().get(i);
      choice(
          READING + issue.id(),
          i == 0 ? "" : reading,
          i == 0 ? reading + " (as shown)" : reading,
          chosen == null ? i == 0 : chosen.equals(reading));
    }
    out.close().close().close().line();
  }

  private void choice(String name, String value, String words, boolean checked) {
    out.open("label");
    if (checked) out.empty("input", "type", "radio", "name", name, "value", value, "checked", "");
    else out.empty("input", "type", "radio", "name", name, "value", value);
    out.text(words).close();
  }

  /// What the answer would be at either end, as a bar and in words.
  private void effect(String low, double atLow, String high, double atHigh) {
    var now = answer.subjectOutcome().probability();
    var top = widest();
    out.open("div", "class", "effect");
    if (!Double.isNaN(atLow) && !Double.isNaN(atHigh)) {
      Bar.onTrack(out)
          .piece("swing", Math.min(atLow, atHigh) / top, Math.max(atLow, atHigh) / top)
          .mark("now", now / top)
          .end();
    }
    out.element(
        "span",
        low + ": " + Numbers.percent(atLow) + " · " + high + ": " + Numbers.percent(atHigh),
        "class",
        "faint");
    out.close();
  }

  private double widest() {
    var top = answer.subjectOutcome().probability();
    for (var swing : answer.swing())
      for (var p : new double[] {swing.atLow(), swing.atHigh()}) if (p > top) top = p;
    for (var driver : answer.drivers())
      for (var p : new double[] {driver.ifTrue(), driver.ifFalse()}) if (p > top) top = p;
    return top > 0 ? top : 1;
  }

  /// The answer under changes: the part of the page that moves.
  ///
  /// @param dossier its name in the workspace
  public static String picture(String dossier, Answer answer, Changes changes, Picture picture) {
    return switch (picture) {
      case Picture.Drawn drawn -> drawn(dossier, answer, changes, drawn);
      case Picture.Contradiction(var between) ->
          trouble("This cannot all be so", String.join(", ", between), changes);
      case Picture.Misplaced(var because, var _, var known) ->
          trouble(because, known.isEmpty() ? "" : "There is " + String.join(", ", known), changes);
    };
  }

  private static String trouble(String what, String more, Changes changes) {
    var out = new Markup();
    out.element("p", what, "class", "trouble");
    if (!more.isEmpty()) out.element("p", more);
    bar(out, null, changes, "");
    return out.toString();
  }

  private static String drawn(String dossier, Answer answer, Changes changes, Picture.Drawn drawn) {
    var out = new Markup();
    var now = answer.subjectOutcome();
    var subject = drawn.outcomes().get(answer.subject());
    var moved = changes.count() > 0;
    out.open("p", "class", "big").open("strong");
    // Only what the dossier itself says can be explained; what is tried out is named beside it.
    if (moved) out.text(Numbers.percent(subject.probability()));
    else why(out, dossier, answer, now);
    out.close().text(" ").element("span", subject.words(), "class", "words").close();
    out.element("p", subject.text().isEmpty() ? subject.id() : subject.text(), "class", "of");
    out.open("p", "class", "faint");
    if (moved) {
      out.text("The dossier says ");
      why(out, dossier, answer, now);
      out.text(" (" + now.words() + "), 90% range " + Numbers.range(now.interval()));
    } else
      out.text(
          "90% range " + Numbers.range(now.interval()) + ", as of " + Numbers.date(answer.asOf()));
    out.close();
    out.open("ul", "class", "rungs");
    for (var o = 0; o < drawn.outcomes().size(); o++)
      rung(out, drawn.outcomes().get(o), answer.outcomes().get(o).probability(), moved);
    out.close();
    bar(
        out,
        dossier,
        changes,
        Numbers.percent(now.probability()) + " → " + Numbers.percent(subject.probability()));
    return out.toString();
  }

  private static void why(Markup out, String dossier, Answer answer, OutcomeAnswer outcome) {
    WhyCard.link(
        out, dossier, ReadScreen.event(answer, outcome), Numbers.percent(outcome.probability()));
  }

  private static void rung(Markup out, Rung rung, double before, boolean moved) {
    out.open("li")
        .element("span", rung.text().isEmpty() ? rung.id() : rung.text(), "class", "name")
        .element("strong", Numbers.percent(rung.probability()), "class", "number");
    var bar = Bar.onTrack(out).piece("swing", 0, rung.probability());
    if (moved) bar.mark("now", before);
    bar.end();
    if (moved) out.element("span", "was " + Numbers.percent(before), "class", "faint");
    out.close();
  }

  /// @param dossier null where what was tried cannot be kept
  private static void bar(Markup out, @Nullable String dossier, Changes changes, String move) {
    var count = changes.count();
    if (count == 0) {
      out.element(
          "p",
          "Nothing is changed: move a slider or turn a switch. The file stays as it is.",
          "class",
          "faint");
      return;
    }
    out.open("div", "class", "changed")
        .element(
            "span",
            count + (count == 1 ? " change" : " changes") + (move.isEmpty() ? "" : " · " + move))
        .element("a", "Reset", "href", "?", "id", "reset", "class", "button");
    if (dossier != null) {
      var tried = Screen.encoded(dossier) + "?" + AmendScreen.query(changes);
      if (!changes.facts().isEmpty())
        out.element(
            "a", "Save as scenario", "href", AmendScreen.SCENARIO + tried, "class", "button");
      if (!changes.numbers().isEmpty())
        out.element("a", "Write to file", "href", AmendScreen.WRITE + tried, "class", "button");
    }
    out.close();
  }

  private static String shown(Quantity number, double value) {
    return switch (number.unit()) {
      case PROBABILITY -> Numbers.percent(value);
      case FACTOR -> "×" + plain(round(value));
    };
  }

  private static double round(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(3)).doubleValue();
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
