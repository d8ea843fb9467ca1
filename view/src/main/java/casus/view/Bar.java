package casus.view;

/// Bars made of characters.
final class Bar {
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private Bar() {}

  /// A bar of `share` of `width` columns, to an eighth of a column. Anything over 0 shows at least
  /// a sliver.
  static String of(double share, int width) {
    if (!(share > 0)) return "";
    var eighths = Math.clamp(Math.round(8 * width * share), 1, 8 * width);
    var rest = eighths % 8;
    return "█".repeat(eighths / 8) + (rest == 0 ? "" : EIGHTHS.charAt(rest));
  }

  /// A span from `low` to `high` on a scale from 0 to `top`, with a mark at `now`: ` ├──●──┤`.
  static String span(double low, double now, double high, double top, int width) {
    if (!(top > 0)) return "";
    var cells = " ".repeat(width).toCharArray();
    var from = column(low, top, width);
    var to = column(high, top, width);
    for (var i = from; i <= to; i++) cells[i] = '─';
    cells[from] = '├';
    cells[to] = '┤';
    cells[column(now, top, width)] = '●';
    return new String(cells).stripTrailing();
  }

  private static int column(double value, double top, int width) {
    return Math.clamp(Math.round((width - 1) * value / top), 0, width - 1);
  }
}
