package casus.view.screen;

import casus.view.chart.Markup;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.List;

/// Two texts side by side, line by line: what differs, with a few lines around it.
public final class Difference {
  /// Lines shown before and after what differs.
  private static final int AROUND = 2;

  /// Beyond this many lines on a side, what is left is counted only.
  private static final int MOST = 2000;

  private final List<String> left;
  private final List<String> right;
  private final List<AbstractDelta<String>> deltas;
  private final Markup out = new Markup();

  private Difference(String left, String right) {
    this.left = left.lines().toList();
    this.right = right.lines().toList();
    deltas = DiffUtils.diff(this.left, this.right).getDeltas();
  }

  /// A table, or a sentence where nothing differs.
  ///
  /// @param leftName what the left text is called, such as "on disk"
  /// @param takes whether each difference gets a button that takes the left side
  public static String of(
      String left, String right, String leftName, String rightName, boolean takes) {
    var difference = new Difference(left, right);
    if (difference.deltas.isEmpty())
      return new Markup().element("p", "The two texts are the same.").toString();
    difference.table(leftName, rightName, takes);
    return difference.out.toString();
  }

  private void table(String leftName, String rightName, boolean takes) {
    out.open("div", "class", "scroll", "tabindex", "0").open("table", "class", "difference");
    out.open("thead").open("tr");
    out.element("th", "Line", "scope", "col").element("th", leftName, "scope", "col");
    out.element("th", "Line", "scope", "col").element("th", rightName, "scope", "col");
    out.close().close().line();
    var shown = 0;
    for (var i = 0; i < deltas.size(); i++) {
      var delta = deltas.get(i);
      var l = delta.getSource();
      var r = delta.getTarget();
      shown += l.size() + r.size();
      if (shown > MOST) {
        out.open("tbody").open("tr");
        out.element("td", "… and " + (deltas.size() - i) + " more differences", "colspan", "4");
        out.close().close();
        break;
      }
      var before = Math.min(AROUND, i == 0 ? l.getPosition() : gap(i));
      var after = i == deltas.size() - 1 ? AROUND : Math.clamp(gap(i + 1) - AROUND, 0, AROUND);
      out.open("tbody");
      for (var k = -before; k < 0; k++) same(l.getPosition() + k, r.getPosition() + k);
      for (var k = 0; k < Math.max(l.size(), r.size()); k++) {
        out.open("tr");
        side("gone", "−", left, l.getPosition(), l.size(), k);
        side("new", "+", right, r.getPosition(), r.size(), k);
        out.close().line();
      }
      if (takes) take(delta);
      for (var k = 0; k < after; k++)
        same(l.getPosition() + l.size() + k, r.getPosition() + r.size() + k);
      out.close().line();
    }
    out.close().close().line();
  }

  /// Lines that are the same before a difference.
  private int gap(int i) {
    var previous = deltas.get(i - 1).getSource();
    return deltas.get(i).getSource().getPosition() - previous.getPosition() - previous.size();
  }

  private void same(int l, int r) {
    if (l < 0 || l >= left.size() || r < 0 || r >= right.size()) return;
    out.open("tr");
    out.element("td", String.valueOf(l + 1), "class", "number");
    out.element("td", left.get(l));
    out.element("td", String.valueOf(r + 1), "class", "number");
    out.element("td", right.get(r));
    out.close().line();
  }

  private void side(String kind, String sign, List<String> lines, int from, int size, int k) {
    if (k >= size) {
      out.element("td", "", "class", "number").element("td", "", "class", "void");
      return;
    }
    out.element("td", String.valueOf(from + k + 1), "class", "number");
    out.open("td", "class", kind);
    out.element("span", sign + " ", "class", "sign").text(lines.get(from + k)).close();
  }

  /// The button names the lines of the right side that give way, and those of the left that take
  /// their place.
  private void take(AbstractDelta<String> delta) {
    var r = delta.getTarget();
    out.open("tr").open("td", "colspan", "4", "class", "take");
    out.element(
        "button",
        "Take theirs here",
        "type",
        "button",
        "data-theirs",
        String.valueOf(delta.getSource().getPosition()),
        "data-lines",
        String.valueOf(delta.getSource().size()),
        "data-from",
        String.valueOf(r.getPosition()),
        "data-count",
        String.valueOf(r.size()));
    out.close().close();
  }
}
