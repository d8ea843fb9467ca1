package casus.inference.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// A text being read, where its lines begin, and what was found wrong with it so far.
final class Source {
  private static final int MOST_FAULTS = 100;
  private static final int LONGEST_QUOTE = 40;

  final String text;
  private final int[] lineStarts;
  private final List<Fault> faults = new ArrayList<>();
  private final List<Fault> notes = new ArrayList<>();

  /// Thrown by a parser where the grammar is broken and it cannot go on; the fault is recorded.
  /// Never leaves the package: [Source#read] turns it into a value.
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken() {
      super("broken grammar", null, false, false);
    }
  }

  Source(String text) {
    this.text = text;
    lineStarts = lineStarts(text);
  }

  /// What the parser gives, or what was recorded before the grammar broke.
  static Reading read(String text, Function<Source, Reading> parser) {
    var source = new Source(text);
    try {
      return parser.apply(source);
    } catch (Broken _) {
      return new Reading.Malformed(source.faults());
    }
  }

  private static int[] lineStarts(String text) {
    var starts = new int[16];
    var count = 1;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c != '\n' && c != '\r') continue;
      if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') i++;
      if (count == starts.length) starts = Arrays.copyOf(starts, 2 * count);
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  /// Records what is wrong and lets the reader go on.
  void fault(int at, String found, String expected) {
    fault(at, found, expected, List.of());
  }

  /// Records a name that is none of those expected.
  void fault(int at, String found, String expected, Collection<String> known) {
    if (faults.size() < MOST_FAULTS) faults.add(located(at, found, expected, List.copyOf(known)));
  }

  /// Records what is wrong where the reader cannot go on: `throw source.broken(…)`.
  Broken broken(int at, String found, String expected) {
    fault(at, found, expected);
    return new Broken();
  }

  void note(int at, String found, String expected) {
    if (notes.size() < MOST_FAULTS) notes.add(located(at, found, expected, List.of()));
  }

  boolean isSound() {
    return faults.isEmpty();
  }

  List<Fault> faults() {
    return inOrder(faults);
  }

  List<Fault> notes() {
    return inOrder(notes);
  }

  private static List<Fault> inOrder(List<Fault> faults) {
    return faults.stream().sorted(Comparator.comparingInt(Fault::offset)).toList();
  }

  /// The line, from 1, that a place of the text is in.
  int line(int at) {
    var line = Arrays.binarySearch(lineStarts, at);
    return line < 0 ? -line - 1 : line + 1;
  }

  /// The place at a line and a column, both from 1, the column in UTF-16 units; the end of the text
  /// where that lies behind it.
  int offset(int line, int column) {
    if (line > lineStarts.length) return text.length();
    return Math.min(lineStarts[line - 1] + column - 1, text.length());
  }

  private Fault located(int at, String found, String expected, List<String> known) {
    var line = line(at);
    var column = text.codePointCount(lineStarts[line - 1], Math.min(at, text.length())) + 1;
    return new Fault(at, line, column, found, expected, known);
  }

  /// The text in quotation marks, shortened, on one line.
  static String quoted(String text) {
    var shown = new StringBuilder("\"");
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (i == LONGEST_QUOTE) return shown.append("…\"").toString();
      shown.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '\ufffd' : c);
    }
    return shown.append('"').toString();
  }

  static boolean isBlank(char c) {
    return c <= ' ' || c == '\ufeff' || Character.isWhitespace(c);
  }
}
