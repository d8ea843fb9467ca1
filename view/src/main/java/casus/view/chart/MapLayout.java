package casus.view.chart;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.elk.alg.layered.ElkLayered;
import org.eclipse.elk.alg.layered.graph.LEdge;
import org.eclipse.elk.alg.layered.graph.LGraph;
import org.eclipse.elk.alg.layered.graph.LNode;
import org.eclipse.elk.alg.layered.graph.LPort;
import org.eclipse.elk.alg.layered.options.GraphProperties;
import org.eclipse.elk.alg.layered.options.InternalProperties;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.NullElkProgressMonitor;

/// Boxes in layers from left to right, by the layered algorithm of the Eclipse Layout Kernel
/// (Sugiyama, Tagawa, Toda 1981). Within a layer boxes keep the order in which they are given, so
/// that a box that is added moves none past another.
///
/// The algorithm is given its own graph rather than the kernel's: the kernel's would start the
/// Eclipse Modeling Framework, and with it a thread.
final class MapLayout {
  static {
    // How the algorithm copies the default values of its options; nothing is looked up.
    LayoutMetaDataService.initElkReflect();
  }

  /// Between the boxes of a layer, in units of the drawing.
  private static final double BETWEEN = 9;

  /// Between layers.
  private static final double LAYERS = 34;

  private MapLayout() {}

  /// @param rows for each place on its left where arrows end, the distance from its top; empty for
  ///   one place for each arrow
  /// @param last whether it stands on the right of all that are not
  record Box(double width, double height, List<Double> rows, boolean last) {}

  /// @param row of the box it leads to, where that has rows
  record Arrow(int from, int to, int row) {}

  record Point(double x, double y) {}

  /// @param corners upper left ones, for each box
  /// @param curves for each arrow its beginning, then three points for each cubic Bézier curve
  record Placed(List<Point> corners, List<List<Point>> curves, double width, double height) {}

  /// The same boxes and arrows give the same places.
  static Placed of(List<Box> boxes, List<Arrow> arrows) {
    var graph = graph();
    var nodes = new ArrayList<LNode>();
    var ports = new ArrayList<List<LPort>>();
    for (var i = 0; i < boxes.size(); i++) {
      var node = node(graph, boxes.get(i), i);
      nodes.add(node);
      ports.add(boxes.get(i).rows().stream().map(y -> row(node, y)).toList());
    }
    var edges = new ArrayList<LEdge>();
    for (var i = 0; i < arrows.size(); i++) {
      var arrow = arrows.get(i);
      var rows = ports.get(arrow.to());
      var edge = new LEdge();
      edge.setSource(port(nodes.get(arrow.from()), PortSide.EAST));
      edge.setTarget(
          rows.isEmpty() ? port(nodes.get(arrow.to()), PortSide.WEST) : rows.get(arrow.row()));
      edges.add(edge);
    }
    new ElkLayered().doLayout(graph, new NullElkProgressMonitor());
    return new Placed(
        nodes.stream().map(n -> point(graph, n.getPosition())).toList(),
        edges.stream().map(e -> curve(graph, e)).toList(),
        graph.getSize().x,
        graph.getSize().y);
  }

  private static LGraph graph() {
    var graph = new LGraph();
    graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.SPLINES);
    graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
    graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH_SOURCE);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, LAYERS);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, BETWEEN / 2);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 4.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BETWEEN);
    graph.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    graph.setProperty(LayeredOptions.CROSSING_MINIMIZATION_SEMI_INTERACTIVE, true);
    graph.setProperty(
        InternalProperties.GRAPH_PROPERTIES, EnumSet.of(GraphProperties.NON_FREE_PORTS));
    return graph;
  }

  private static LNode node(LGraph graph, Box box, int order) {
    var node = new LNode(graph);
    node.getSize().x = box.width();
    node.getSize().y = box.height();
    // Of the boxes of a layer, the one with the lower place stands above.
    node.setProperty(LayeredOptions.POSITION, new KVector(0, order));
    node.setProperty(
        LayeredOptions.PORT_CONSTRAINTS,
        box.rows().isEmpty() ? PortConstraints.FIXED_SIDE : PortConstraints.FIXED_POS);
    if (order == 0)
      node.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
    else if (box.last())
      node.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.LAST);
    graph.getLayerlessNodes().add(node);
    return node;
  }

  private static LPort row(LNode node, double y) {
    var port = new LPort();
    port.setSide(PortSide.WEST);
    port.getPosition().y = y;
    port.setNode(node);
    return port;
  }

  private static LPort port(LNode node, PortSide side) {
    var port = new LPort();
    port.setSide(side);
    port.setNode(node);
    return port;
  }

  private static Point point(LGraph graph, KVector at) {
    return new Point(at.x + graph.getOffset().x, at.y + graph.getOffset().y);
  }

  /// The algorithm gives the inner points of a curve; where they do not make whole cubic curves,
  /// the rest is a straight line.
  private static List<Point> curve(LGraph graph, LEdge edge) {
    var points = new ArrayList<Point>();
    points.add(point(graph, edge.getSource().getAbsoluteAnchor()));
    edge.getBendPoints().forEach(p -> points.add(point(graph, p)));
    points.add(point(graph, edge.getTarget().getAbsoluteAnchor()));
    while (points.size() % 3 != 1) points.add(points.size() - 1, points.getLast());
    return List.copyOf(points);
  }
}
