package casus.view;

import casus.view.Line.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Rows of pieces in aligned columns. One column may be flexible: it takes the room the others
/// leave and wraps. Where the page is too narrow, columns give way in the order of their rank:
/// first some are dropped, then some go below their row.
final class Table {
  private static final int GAP = 2;
  private static final int TIGHT = 1;
  private static final int ALWAYS = Integer.MAX_VALUE;

  private final int indent;
  private final List<Column> columns = new ArrayList<>();
  private final List<List<Piece>> rows = new ArrayList<>();

  /// @param gap blanks before it
  /// @param least columns that a flexible one needs at least; 0 for one of fixed width
  /// @param lines into which a flexible column wraps at most
  /// @param rank the lowest gives way first
  /// @param below whether it then goes below its row, rather than away
  private record Column(int gap, boolean right, int least, int lines, int rank, boolean below) {
    boolean isFlexible() {
      return least > 0;
    }
  }

  Table(int indent) {
    this.indent = indent;
  }

  Table left() {
    return column(new Column(GAP, false, 0, 1, ALWAYS, false));
  }

  Table right() {
    return column(new Column(GAP, true, 0, 1, ALWAYS, false));
  }

  /// Right-aligned, close to the column before it, which says what it is.
  Table tight() {
    return column(new Column(TIGHT, true, 0, 1, ALWAYS, false));
  }

  /// Dropped where the page is narrow, the lowest rank first.
  Table leftOrDropped(int rank) {
    return column(new Column(GAP, false, 0, 1, rank, false));
  }

  Table rightOrDropped(int rank) {
    return column(new Column(GAP, true, 0, 1, rank, false));
  }

  /// Moved below its row where the page is narrow.
  Table leftOrBelow(int rank) {
    return column(new Column(GAP, false, 0, 1, rank, true));
  }

  /// The column that takes what the others leave, or goes below its row where that is less than
  /// `least` columns.
  Table flexible(int least, int lines, int rank) {
    return column(new Column(GAP, false, least, lines, rank, true));
  }

  private Table column(Column column) {
    columns.add(column);
    return this;
  }

  Table row(Piece... cells) {
    rows.add(List.of(cells));
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /// The rows as lines of at most `width` columns.
  List<Line> lines(int width) {
    var natural = new int[columns.size()];
    for (var row : rows)
      for (var c = 0; c < natural.length; c++)
        natural[c] = Math.max(natural[c], row.get(c).width());
    var out = outOfRow(natural, width);
    var widths = widths(natural, out, width);
    var lines = new ArrayList<Line>();
    for (var row : rows) put(row, widths, out, width, lines);
    return lines;
  }

  /// Columns that do not stand in the row: the empty ones and those that give way.
  private Set<Integer> outOfRow(int[] natural, int width) {
    var out = new HashSet<Integer>();
    for (var c = 0; c < natural.length; c++) if (natural[c] == 0) out.add(c);
    while (needed(natural, out) > width) {
      var first = -1;
      for (var c = 0; c < natural.length; c++)
        if (!out.contains(c)
            && columns.get(c).rank() < ALWAYS
            && (first < 0 || columns.get(c).rank() < columns.get(first).rank())) first = c;
      if (first < 0) break;
      out.add(first);
    }
    return out;
  }

  private int needed(int[] natural, Set<Integer> out) {
    var needed = indent;
    var first = true;
    for (var c = 0; c < natural.length; c++) {
      if (out.contains(c)) continue;
      needed += (first ? 0 : columns.get(c).gap()) + least(c, natural);
      first = false;
    }
    return needed;
  }

  private int least(int c, int[] natural) {
    var column = columns.get(c);
    return column.isFlexible() ? Math.min(natural[c], column.least()) : natural[c];
  }

  private int[] widths(int[] natural, Set<Integer> out, int width) {
    var widths = new int[natural.length];
    var room = width - needed(natural, out);
    for (var c = 0; c < natural.length; c++) {
      if (out.contains(c)) continue;
      widths[c] = least(c, natural);
      if (columns.get(c).isFlexible()) widths[c] = Math.min(natural[c], widths[c] + room);
    }
    for (; room < 0; room++) widths[widest(widths)]--;
    return widths;
  }

  private static int widest(int[] widths) {
    var widest = 0;
    for (var c = 1; c < widths.length; c++) if (widths[c] > widths[widest]) widest = c;
    return widest;
  }

  private void put(List<Piece> row, int[] widths, Set<Integer> out, int width, List<Line> lines) {
    var wrapped = new ArrayList<List<String>>();
    var height = 1;
    for (var c = 0; c < widths.length; c++) {
      wrapped.add(out.contains(c) ? List.of() : cell(row.get(c).text(), columns.get(c), widths[c]));
      height = Math.max(height, wrapped.get(c).size());
    }
    for (var i = 0; i < height; i++) {
      var line = Line.of(" ".repeat(indent), Ink.PLAIN);
      var first = true;
      for (var c = 0; c < widths.length; c++) {
        if (out.contains(c)) continue;
        var text = i < wrapped.get(c).size() ? wrapped.get(c).get(i) : "";
        var pad = " ".repeat(Math.max(0, widths[c] - Columns.width(text)));
        var padded = columns.get(c).right() ? pad + text : text + pad;
        if (!first) line = line.plus(" ".repeat(columns.get(c).gap()), Ink.PLAIN);
        line = line.plus(padded, row.get(c).ink());
        first = false;
      }
      lines.add(line);
    }
    for (var c : out) {
      if (!columns.get(c).below() || row.get(c).text().isBlank()) continue;
      var hang = Math.min(indent + 4, width / 4);
      for (var text : cell(row.get(c).text(), new Column(0, false, 1, 3, 0, true), width - hang))
        lines.add(Line.of(" ".repeat(hang) + text, row.get(c).ink()));
    }
  }

  /// The lines of one cell; what does not fit into them ends in an ellipsis.
  private static List<String> cell(String text, Column column, int width) {
    if (!column.isFlexible()) return List.of(Columns.cut(text, width));
    var lines = Columns.wrap(text, width);
    if (lines.size() <= column.lines()) return lines;
    var kept = new ArrayList<>(lines.subList(0, column.lines() - 1));
    var rest = String.join(" ", lines.subList(column.lines() - 1, lines.size()));
    kept.add(Columns.cut(rest, width));
    return kept;
  }
}
