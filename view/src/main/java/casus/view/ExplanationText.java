package casus.view;

import casus.answer.Explanation;
import java.util.ArrayList;
import java.util.List;

/// An explanation as a tree, from the number to the quoted passages.
public final class ExplanationText {
  private static final String BRANCH = "├─ ";
  private static final String LAST = "└─ ";
  private static final String STEM = "│  ";
  private static final String NOTHING = "   ";

  /// However deep the tree, text keeps this many columns.
  private static final int LEAST = 24;

  private final Page page;
  private final List<Line> lines = new ArrayList<>();

  private ExplanationText(Page page) {
    this.page = page;
  }

  /// The whole tree, each line ending in a line feed.
  public static String of(Explanation explanation, Page page) {
    var text = new ExplanationText(page);
    text.put(explanation, "", "");
    var shown = new StringBuilder();
    for (var line : text.lines) shown.append(line.on(page)).append('\n');
    return shown.toString();
  }

  /// @param first what stands before the node's first line
  /// @param rest what stands before all others
  private void put(Explanation node, String first, String rest) {
    var below = rest + (node.because().isEmpty() ? NOTHING : STEM);
    var head = node.value().isEmpty() ? node.label() : node.label() + " · " + node.value();
    text(head, Ink.STRONG, first, below);
    text(node.note(), Ink.PLAIN, below, below);
    if (node.quote() != null) text("“" + node.quote() + "”", Ink.PLAIN, below, below);
    if (node.origin() != null) text(node.origin().toString(), Ink.FAINT, below, below);
    for (var i = 0; i < node.because().size(); i++) {
      var last = i == node.because().size() - 1;
      put(node.because().get(i), rest + (last ? LAST : BRANCH), rest + (last ? NOTHING : STEM));
    }
  }

  private void text(String text, Ink ink, String first, String rest) {
    var clean = Columns.clean(text).strip();
    if (clean.isEmpty()) return;
    var start = first;
    for (var line : Columns.wrap(clean, Math.max(LEAST, page.width() - Columns.width(rest)))) {
      var room = Math.max(0, page.width() - LEAST);
      lines.add(Line.of(Columns.cutStart(start, room), Ink.FAINT).plus(line, ink));
      start = rest;
    }
  }
}
