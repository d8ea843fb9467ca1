package casus.view.chart;

import casus.answer.Answer;
import casus.view.Columns;
import casus.view.Counted;
import casus.view.chart.ArgumentGraph.Edge;
import casus.view.chart.ArgumentGraph.Kind;
import casus.view.chart.ArgumentGraph.Node;
import casus.view.chart.ArgumentGraph.Sign;
import casus.view.chart.Grid.Row;
import casus.view.chart.MapLayout.Arrow;
import casus.view.chart.MapLayout.Box;
import casus.view.chart.MapLayout.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the answer rests on, from the question on the left to the sources on the right. What
/// supports ends in a round `+`, what opposes in a square `−`; a line is as thick as what it
/// carries is strong.
public final class ArgumentMap {
  /// More nodes than this are not drawn at once.
  private static final int MOST = 240;

  private static final double LINE = 14;
  private static final double PAD = 7;
  private static final double BOX = 172;
  private static final double CARD = 232;
  private static final int BOX_COLUMNS = 25;
  private static final int CARD_COLUMNS = 32;

  private final ArgumentGraph graph;
  private final Links links;
  private final String sentence;
  private final @Nullable String focus;

  /// Boxes of the layout: the index of a node, claims being rows in the box of their source.
  private final List<Integer> shown = new ArrayList<>();

  private final Map<Integer, Integer> boxOf = new HashMap<>();
  private final Map<Integer, Integer> rowOf = new HashMap<>();
  private final Map<Integer, List<Integer>> claimsOf = new HashMap<>();

  private ArgumentMap(ArgumentGraph graph, Links links, String sentence, @Nullable String focus) {
    this.graph = graph;
    this.links = links;
    this.sentence = sentence;
    this.focus = focus;
    gather();
  }

  /// The whole map, or, where that would be too large to read, what stands around the reason that
  /// moves the answer most; the sentence says which.
  ///
  /// @return null where the answer rests on nothing
  public static @Nullable Chart of(Answer answer, Links links) {
    var graph = ArgumentGraph.of(answer);
    if (graph.nodes().size() < 2) return null;
    if (graph.nodes().size() <= MOST)
      return new ArgumentMap(graph, links, whole(graph), null).chart();
    var heaviest =
        graph.edges().stream()
            .filter(e -> e.from() == 0)
            .max(Comparator.comparingDouble(e -> Math.abs(e.weight())))
            .map(Edge::to)
            .orElse(0);
    return around(graph, heaviest, links);
  }

  /// A node with all that rests on it and all that it rests on.
  ///
  /// @return null where the map has nothing for that anchor
  public static @Nullable Chart around(Answer answer, Anchor anchor, Links links) {
    var graph = ArgumentGraph.of(answer);
    var focus = graph.indexOf(anchor.name());
    return focus < 0 ? null : around(graph, focus, links);
  }

  private static Chart around(ArgumentGraph graph, int focus, Links links) {
    var node = graph.nodes().get(focus);
    var part = graph.around(focus, MOST);
    var sentence =
        "Around “"
            + node.text().replaceFirst("^[+−] ", "")
            + "”: "
            + counts(part)
            + ", of "
            + graph.nodes().size()
            + " in the whole map.";
    return new ArgumentMap(part, links, sentence, node.id()).chart();
  }

  private static String whole(ArgumentGraph graph) {
    return "What the answer rests on: " + counts(graph) + ".";
  }

  private static String counts(ArgumentGraph graph) {
    var parts = new ArrayList<String>();
    for (var kind : List.of(Kind.REASON, Kind.FACT, Kind.CLAIM, Kind.SOURCE)) {
      var count = (int) graph.nodes().stream().filter(n -> n.kind() == kind).count();
      if (count > 0) parts.add(new Counted(count, kind.name().toLowerCase(Locale.ROOT)).toString());
    }
    return parts.isEmpty() ? "nothing yet" : String.join(", ", parts);
  }

  private void gather() {
    var nodes = graph.nodes();
    for (var edge : graph.edges())
      if (nodes.get(edge.from()).kind() == Kind.CLAIM && nodes.get(edge.to()).kind() == Kind.SOURCE)
        claimsOf.computeIfAbsent(edge.to(), _ -> new ArrayList<>()).add(edge.from());
    for (var i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).kind() == Kind.CLAIM) continue;
      boxOf.put(i, shown.size());
      shown.add(i);
    }
    claimsOf.forEach((source, claims) -> {
      claims.sort(Comparator.naturalOrder());
      for (var row = 0; row < claims.size(); row++) {
        boxOf.put(claims.get(row), boxOf.getOrDefault(source, 0));
        rowOf.put(claims.get(row), row);
      }
    });
  }

  private Chart chart() {
    return new Chart(draw(), sentence, grid());
  }

  private String draw() {
    var arrows = new ArrayList<Arrow>();
    var drawn = new ArrayList<Edge>();
    for (var edge : graph.edges()) {
      if (graph.nodes().get(edge.to()).kind() == Kind.SOURCE) continue;
      arrows.add(
          new Arrow(
              boxOf.getOrDefault(edge.from(), 0),
              boxOf.getOrDefault(edge.to(), 0),
              rowOf.getOrDefault(edge.to(), 0)));
      drawn.add(edge);
    }
    var placed = MapLayout.of(shown.stream().map(this::box).toList(), arrows);
    var drawing = new Drawing(placed.width());
    drawing.space(placed.height());
    for (var i = 0; i < drawn.size(); i++) line(drawn.get(i), placed.curves().get(i), drawing);
    for (var i = 0; i < shown.size(); i++) box(shown.get(i), i, placed, drawing);
    for (var i = 0; i < drawn.size(); i++) mark(drawn.get(i), placed.curves().get(i), drawing);
    return drawing.svg(
        focus == null ? "map" : "map-" + focus, "What the answer rests on", sentence);
  }

  private Box box(int index) {
    var node = graph.nodes().get(index);
    if (node.kind() != Kind.SOURCE)
      return new Box(BOX, 2 * PAD + LINE * lines(node).size(), List.of(), false);
    var rows = new ArrayList<Double>();
    var y = PAD + LINE * (lines(node).size() + 0.4);
    for (var claim : claimsOf.getOrDefault(index, List.of())) {
      rows.add(y + LINE * 0.6);
      y += LINE * (claim(claim).size() + 0.3);
    }
    return new Box(CARD, y + PAD, rows, true);
  }

  private static List<String> lines(Node node) {
    var columns = node.kind() == Kind.SOURCE ? CARD_COLUMNS : BOX_COLUMNS;
    var lines = new ArrayList<>(Columns.wrap(Columns.clean(node.text()), columns));
    if (!node.figure().isEmpty()) lines.addAll(Columns.wrap(Columns.clean(node.figure()), columns));
    return lines;
  }

  private List<String> claim(int index) {
    return Columns.wrap(Columns.clean(graph.nodes().get(index).text()), CARD_COLUMNS - 1);
  }

  private void line(Edge edge, List<MapLayout.Point> curve, Drawing drawing) {
    drawing.curve(
        "rests" + kind(edge.sign()) + (edge.words().equals("if not so") ? " not" : ""),
        curve,
        Math.clamp(0.8 + 1.4 * Math.abs(edge.weight()), 0.8, 4.5));
  }

  private static String kind(Sign sign) {
    return switch (sign) {
      case FOR -> " pro";
      case AGAINST -> " contra";
      case NEITHER -> "";
    };
  }

  private static void mark(Edge edge, List<MapLayout.Point> curve, Drawing drawing) {
    var end = curve.getLast();
    switch (edge.sign()) {
      case FOR -> {
        drawing.dot("mark pro", end.x(), end.y(), 5);
        drawing.wordsAround("mark", end.x(), end.y() + 3.5, "+");
      }
      case AGAINST -> {
        drawing.bar("mark contra", end.x() - 5, end.x() + 5, end.y() - 5, 10);
        drawing.wordsAround("mark", end.x(), end.y() + 3.5, "−");
      }
      case NEITHER -> {}
    }
  }

  private void box(int index, int place, Placed placed, Drawing drawing) {
    var node = graph.nodes().get(index);
    var corner = placed.corners().get(place);
    var box = box(index);
    var href = node.anchor() == null ? null : links.to(node.anchor());
    drawing.bar(
        "box "
            + node.kind().name().toLowerCase(Locale.ROOT)
            + (node.id().equals(focus) ? " focus" : ""),
        corner.x(),
        corner.x() + box.width(),
        corner.y(),
        box.height());
    drawing.link(href);
    var text = Columns.wrap(Columns.clean(node.text()), columns(node)).size();
    var lines = lines(node);
    for (var i = 0; i < lines.size(); i++)
      drawing.words(
          i < text ? "node" : "node figure",
          corner.x() + PAD,
          corner.y() + PAD + LINE * (i + 0.8),
          lines.get(i));
    drawing.unlink(href);
    var claims = claimsOf.getOrDefault(index, List.of());
    for (var row = 0; row < claims.size() && node.kind() == Kind.SOURCE; row++)
      claim(claims.get(row), corner.x(), corner.y() + box.rows().get(row), drawing);
  }

  private void claim(int index, double x, double y, Drawing drawing) {
    var node = graph.nodes().get(index);
    var href = node.anchor() == null ? null : links.to(node.anchor());
    drawing.link(href);
    var lines = claim(index);
    for (var i = 0; i < lines.size(); i++)
      drawing.words(
          node.id().equals(focus) ? "node figure" : "node claim",
          x + PAD + 4,
          y + LINE * (i + 0.3),
          lines.get(i));
    drawing.unlink(href);
  }

  private static int columns(Node node) {
    return node.kind() == Kind.SOURCE ? CARD_COLUMNS : BOX_COLUMNS;
  }

  /// The same as a list: under each node what it rests on, where it is met first.
  private Grid grid() {
    var rows = new ArrayList<Row>();
    var under = new HashMap<Integer, List<Edge>>();
    for (var edge : graph.edges())
      if (graph.nodes().get(edge.to()).kind() != Kind.SOURCE)
        under.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge);
    var told = new HashSet<Integer>();
    if (!graph.nodes().isEmpty()) rows(0, "", 0, under, told, rows);
    return new Grid(
        "What rests on what",
        List.of("what", "it is", "works"),
        List.of(false, false, false),
        List.copyOf(rows));
  }

  private void rows(
      int index,
      String works,
      int depth,
      Map<Integer, List<Edge>> under,
      Set<Integer> told,
      List<Row> rows) {
    var node = graph.nodes().get(index);
    var first = told.add(index);
    var below = under.getOrDefault(index, List.of());
    rows.add(
        new Row(
            "",
            List.of(
                List.of(
                    Run.plain("· ".repeat(depth)),
                    node.anchor() == null
                        ? Run.plain(node.text())
                        : Run.link(node.text(), links.to(node.anchor()))),
                List.of(
                    Run.plain(
                        node.kind() == Kind.CLAIM
                            ? source(index)
                            : node.figure() + (first || below.isEmpty() ? "" : ", see above"))),
                List.of(Run.plain(works)))));
    if (first) for (var edge : below) rows(edge.to(), edge.words(), depth + 1, under, told, rows);
  }

  private String source(int claim) {
    for (var edge : graph.edges())
      if (edge.from() == claim) return graph.nodes().get(edge.to()).text();
    return "";
  }
}
