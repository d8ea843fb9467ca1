package casus.view.screen;

import casus.answer.Answer;
import casus.view.chart.Anchor;
import casus.view.chart.ArgumentMap;
import casus.view.chart.Chart;
import casus.view.chart.Grid;
import casus.view.chart.Links;
import casus.view.chart.Markup;
import casus.view.chart.Run;
import casus.view.screen.Frame.Head;
import org.jspecify.annotations.Nullable;

/// What the answer rests on, whole or around one thing: reasons, facts, claims and sources. Each
/// leads to what stands around it, and from there to where it comes from.
public final class MapScreen {
  private final String name;
  private final Answer answer;
  private final Markup out = new Markup();

  private MapScreen(String name, Answer answer) {
    this.name = name;
    this.answer = answer;
  }

  /// @param at the thing that the map is drawn around, as [Anchor#name] names it; empty for all
  public static String of(Frame frame, String name, Answer answer, String at) {
    var screen = new MapScreen(name, answer);
    screen.main(at);
    return frame.page(
        new Head("Argument map of " + answer.dossier().title(), name, Screen.MAP),
        screen.out.toString());
  }

  private static String address(String name, Anchor anchor) {
    return Screen.MAP.of(name) + "?at=" + Screen.encoded(anchor.name());
  }

  private void main(String at) {
    Links links = anchor -> why(anchor) == null ? null : address(name, anchor);
    var anchor = anchor(at);
    var chart =
        anchor == null ? ArgumentMap.of(answer, links) : ArgumentMap.around(answer, anchor, links);
    out.element("p", answer.dossier().title(), "class", "kicker");
    out.element("h1", "What the answer rests on");
    if (!at.isEmpty()) around(anchor, chart);
    if (chart != null) chart(chart);
    else if (at.isEmpty()) out.element("p", "The answer rests on nothing yet.");
  }

  private void around(@Nullable Anchor anchor, @Nullable Chart chart) {
    var what = anchor == null ? null : why(anchor);
    out.open("p");
    if (chart == null || anchor == null || what == null)
      out.element("span", "The map has no such thing. ", "class", "trouble");
    else {
      WhyCard.link(out, name, what, "Where it comes from");
      var line = line(anchor);
      if (line > 0) out.text(" · ").element("a", "In the text", "href", ReadScreen.at(name, line));
      out.text(" · ");
    }
    out.element("a", "The whole map", "href", Screen.MAP.of(name)).close();
  }

  private void chart(Chart chart) {
    out.open("figure", "class", "map").element("figcaption", chart.sentence(), "class", "faint");
    out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", "The map")
        .trusted(chart.svg())
        .close();
    grid(chart.grid());
    out.close().line();
  }

  private void grid(Grid grid) {
    out.open(
        "div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", grid.caption());
    out.open("table", "class", "grid").element("caption", grid.caption());
    out.open("thead").open("tr");
    for (var head : grid.columns()) out.element("th", head, "scope", "col");
    out.close().close().open("tbody");
    for (var row : grid.rows()) {
      out.open("tr", "data-item", "", "tabindex", "-1");
      for (var cell : row.cells()) {
        out.open("td");
        for (Run run : cell) {
          if (run.href() != null) out.element("a", run.text(), "href", run.href());
          else if (run.strong()) out.element("strong", run.text());
          else out.text(run.text());
        }
        out.close();
      }
      out.close().line();
    }
    out.close().close().close();
  }

  /// What `casus explain` calls it, or null where it has no name.
  private @Nullable String why(Anchor anchor) {
    return switch (anchor) {
      case Anchor.OfClaim(var id) -> id;
      case Anchor.OfSource(var id) -> id;
      case Anchor.OfFact(var id) -> id;
      case Anchor.OfReason(var id) -> id;
      case Anchor.OfNumber(var id) -> id;
      case Anchor.OfOutcome(var id) -> "P(" + answer.question().id() + " = " + id + ")";
      case Anchor.OfPathway _ -> null;
    };
  }

  private @Nullable Anchor anchor(String at) {
    var parts = at.split("-", 2);
    if (parts.length < 2) return null;
    return switch (parts[0]) {
      case "claim" -> new Anchor.OfClaim(parts[1]);
      case "source" -> new Anchor.OfSource(parts[1]);
      case "fact" -> new Anchor.OfFact(parts[1]);
      case "reason" -> new Anchor.OfReason(parts[1]);
      case "outcome" -> new Anchor.OfOutcome(parts[1]);
      default -> null;
    };
  }

  /// Of the dossier, or 0.
  private int line(Anchor anchor) {
    var dossier = answer.dossier();
    var file = dossier.origin().file();
    var origin =
        switch (anchor) {
          case Anchor.OfClaim(var id) -> {
            var claim = dossier.claim(id);
            yield claim == null ? null : claim.origin();
          }
          case Anchor.OfSource(var id) -> {
            var source = dossier.source(id);
            yield source == null ? null : source.origin();
          }
          case Anchor.OfFact(var id) -> {
            var fact = dossier.fact(id);
            yield fact == null ? null : fact.origin();
          }
          case Anchor.OfReason(var id) ->
              dossier.weighings().stream()
                  .flatMap(weighing -> weighing.reasons().stream())
                  .filter(reason -> reason.id().equals(id))
                  .map(reason -> reason.origin())
                  .findFirst()
                  .orElse(null);
          case Anchor.OfOutcome _ -> answer.question().origin();
          case Anchor.OfNumber _, Anchor.OfPathway _ -> null;
        };
    return origin == null || !origin.file().equals(file) ? 0 : origin.line();
  }
}
