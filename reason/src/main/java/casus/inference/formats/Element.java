package casus.inference.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An element of an XML text: its attributes, its children, and the text that stands directly in
/// it, every character of it with its place.
final class Element {
  final String name;
  final int at;
  final Map<String, Word> attributes = new LinkedHashMap<>();
  final List<Element> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /// Run i of the text begins at `runs[2 * i]` of it and stands at `runs[2 * i + 1]` of the source.
  private int[] runs = new int[4];

  private int runCount;

  Element(String name, int at) {
    this.name = name;
    this.at = at;
  }

  void append(CharSequence run, int place) {
    if (run.isEmpty()) return;
    if (2 * runCount == runs.length) runs = Arrays.copyOf(runs, 2 * runs.length);
    runs[2 * runCount] = text.length();
    runs[2 * runCount + 1] = place;
    runCount++;
    text.append(run);
  }

  /// The text without the blanks around it.
  Word trimmed() {
    var start = 0;
    var end = text.length();
    while (start < end && Source.isBlank(text.charAt(start))) start++;
    while (end > start && Source.isBlank(text.charAt(end - 1))) end--;
    return new Word(text.substring(start, end), start < end ? place(start) : at);
  }

  /// The words of the text.
  List<Word> words() {
    var words = new ArrayList<Word>();
    var i = 0;
    while (i < text.length()) {
      if (Source.isBlank(text.charAt(i))) {
        i++;
        continue;
      }
      var start = i;
      while (i < text.length() && !Source.isBlank(text.charAt(i))) i++;
      words.add(new Word(text.substring(start, i), place(start)));
    }
    return words;
  }

  private int place(int i) {
    var low = 0;
    var high = runCount - 1;
    while (low < high) {
      var middle = (low + high + 1) >>> 1;
      if (runs[2 * middle] <= i) low = middle;
      else high = middle - 1;
    }
    return runs[2 * low + 1] + i - runs[2 * low];
  }

  List<Element> children(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).toList();
  }

  /// The first child of this name.
  @Nullable Element child(String childName) {
    for (var child : children) {
      if (child.name.equals(childName)) return child;
    }
    return null;
  }
}
