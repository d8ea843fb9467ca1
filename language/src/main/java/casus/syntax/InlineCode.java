package casus.syntax;

import casus.text.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Where the inline code of one paragraph ends, by CommonMark's rule: a run of backticks opens code
/// that ends with the next run of the same length. Runs are met once from the end, so that a
/// paragraph of nothing but backticks takes linear time.
final class InlineCode {
  private static final InlineCode NONE = new InlineCode(new int[0], new int[0]);
  private static final int USUAL = 8;

  private final int[] starts;

  /// Where to read on after the run that begins at the same index of `starts`: after the code it
  /// opens, or after the run itself.
  private final int[] ends;

  private int next;

  private InlineCode(int[] starts, int[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  static InlineCode in(String text, Span paragraph) {
    var first = text.indexOf('`', paragraph.start(), paragraph.end());
    if (first < 0) return NONE;
    var starts = new int[USUAL];
    var ends = new int[USUAL];
    var count = 0;
    for (var at = first; at >= 0; at = text.indexOf('`', at, paragraph.end())) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
        ends = Arrays.copyOf(ends, 2 * count);
      }
      starts[count] = at;
      while (at < paragraph.end() && text.charAt(at) == '`') at++;
      ends[count++] = at;
    }
    pair(starts, ends, count);
    return new InlineCode(Arrays.copyOf(starts, count), ends);
  }

  private static void pair(int[] starts, int[] ends, int count) {
    var closing = new int[USUAL];
    Map<Integer, Integer> longer = new HashMap<>();
    for (var i = count - 1; i >= 0; i--) {
      var length = ends[i] - starts[i];
      var close = length < USUAL ? closing[length] : longer.getOrDefault(length, 0);
      if (length < USUAL) closing[length] = ends[i];
      else longer.put(length, ends[i]);
      if (close > 0) ends[i] = close;
    }
  }

  /// Where to read on after the backtick at an offset; to be asked with growing offsets.
  int endOf(int offset) {
    while (next < starts.length && starts[next] < offset) next++;
    return next < starts.length && starts[next] == offset ? ends[next] : offset + 1;
  }
}
