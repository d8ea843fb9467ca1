package casus.text;

/// A line as it is shown with a place in it marked: clipped around the place where it is long,
/// invisible characters made visible.
///
/// @param text what is shown, without line end
/// @param before columns from the start of `text` to the mark
/// @param marked columns under the mark, at least 1
record Excerpt(String text, int before, int marked) {
  /// Characters shown on either side of the start of the place.
  private static final int BEFORE = 60;

  private static final int AFTER = 60;

  /// @param line without its line end
  /// @param start offset of the place in the line, in UTF-16 units
  /// @param length of the place in UTF-16 units; what goes beyond the line is not shown
  static Excerpt of(String line, int start, int length) {
    var at = Math.min(start, line.length());
    var end = Math.min(line.length(), at + length);
    var from = boundary(line, at - BEFORE < 20 ? 0 : at - BEFORE);
    var to =
        boundary(
            line, Math.min(line.length(), Math.max(at + AFTER, Math.min(end, at + 2 * AFTER))));
    if (line.length() - to < 20) to = line.length();
    var markEnd = Math.min(end, to);
    var left = (from > 0 ? "…" : "") + DisplayWidth.visible(line.substring(from, at));
    var marked = DisplayWidth.visible(line.substring(at, markEnd));
    var right = DisplayWidth.visible(line.substring(markEnd, to)) + (to < line.length() ? "…" : "");
    return new Excerpt(
        left + marked + right, DisplayWidth.of(left), Math.max(1, DisplayWidth.of(marked)));
  }

  /// The offset, moved off the middle of a surrogate pair.
  private static int boundary(String line, int at) {
    var inside =
        at > 0
            && at < line.length()
            && Character.isLowSurrogate(line.charAt(at))
            && Character.isHighSurrogate(line.charAt(at - 1));
    return inside ? at - 1 : at;
  }
}
