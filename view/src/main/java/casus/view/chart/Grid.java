package casus.view.chart;

import java.util.List;

/// A table as its parts.
///
/// @param columns the heads
/// @param numeric for each column whether it is set flush right
public record Grid(String caption, List<String> columns, List<Boolean> numeric, List<Row> rows) {

  /// @param id what links lead to, or empty
  public record Row(String id, List<List<Run>> cells) {}
}
