package casus.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps the columns that an author made: tokens of neighbouring lines that began below each other
/// still do, as far left as the widest line before them allows. Without this a table of sources
/// would be ragged after each formatting.
final class Columns {
  /// Beyond this many tokens a line is no row of a table; bounds the time for hostile lines.
  private static final int MOST_TOKENS = 40;

  /// Tokens in lines below each other that begin in one column of the author's text.
  private record Column(int written, List<Cell> cells) {}

  private record Cell(LineFormat line, int index) {}

  private final List<Column> columns = new ArrayList<>();

  /// The columns that reach into the line read last, by the index of their token in it.
  private @Nullable Column[] open = new Column[0];

  private @Nullable LineFormat last;

  /// Adds the next line of a block.
  void add(LineFormat line) {
    var reached = new Column[Math.min(MOST_TOKENS, line.size())];
    if (last != null) link(last, line, reached);
    open = reached;
    last = line;
  }

  /// Ends a block: what follows starts columns of its own.
  void end() {
    last = null;
  }

  private void link(LineFormat above, LineFormat line, @Nullable Column[] reached) {
    var i = 1;
    var j = 1;
    while (i < open.length && j < reached.length) {
      var difference = above.written(i) - line.written(j);
      if (difference == 0 && above.mayMove(i) && line.mayMove(j) && areGrouped(above, i, line, j))
        reached[j] = extended(open[i], new Cell(above, i), new Cell(line, j));
      if (difference <= 0) i++;
      if (difference >= 0) j++;
    }
  }

  /// One wide gap is enough: the longest entry of a column often has a single blank after it.
  private static boolean areGrouped(LineFormat above, int i, LineFormat line, int j) {
    return above.isGrouped(i) || line.isGrouped(j);
  }

  private Column extended(@Nullable Column column, Cell above, Cell cell) {
    if (column == null) {
      column = new Column(above.line.written(above.index), new ArrayList<>(List.of(above)));
      columns.add(column);
    }
    column.cells.add(cell);
    return column;
  }

  /// Moves the tokens, from left to right, since a token moves all after it.
  void align() {
    columns.sort(Comparator.comparingInt(Column::written));
    for (var column : columns) {
      var start = 0;
      for (var cell : column.cells) start = Math.max(start, cell.line.startOf(cell.index));
      for (var cell : column.cells) cell.line.start(cell.index, start);
    }
  }
}
