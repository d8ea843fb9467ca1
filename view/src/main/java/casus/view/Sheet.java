package casus.view;

import casus.view.Line.Piece;
import java.util.ArrayList;
import java.util.List;

/// A page being filled: its lines so far, and what was left out for want of room.
final class Sheet {
  static final int INDENT = 3;
  private static final int ROOMY = 5;

  private final Page page;
  private final int rows;
  private final List<Line> lines = new ArrayList<>();
  private final List<Counted> leftOut = new ArrayList<>();

  /// @param rows how much room there is: a list of weight 1 takes so many rows
  Sheet(Page page, int rows) {
    this.page = page;
    this.rows = rows;
  }

  boolean full() {
    return page.full();
  }

  int width() {
    return page.width();
  }

  List<Line> lines() {
    return lines;
  }

  List<Counted> leftOut() {
    return leftOut;
  }

  /// The beginning of a list: all of it on a full page, else as many as there is room for.
  ///
  /// @param least so many in any case
  /// @param weight the list's share of the room
  /// @param thing what they are, for the note that says how many were left out: "reason"
  <T> List<T> some(List<T> all, int least, double weight, String thing) {
    var most = Math.max(least, room(weight));
    if (full() || all.size() <= most) return all;
    leftOut(all.size() - most, thing);
    return all.subList(0, most);
  }

  /// How many rows a list of that weight may take.
  int room(double weight) {
    return (int) (rows * weight);
  }

  /// Into how many lines a text may be broken here.
  ///
  /// @param roomy where there is room
  int wrapped(int roomy) {
    return full() ? 8 : rows >= ROOMY ? roomy : 1;
  }

  /// Notes that so many were left out for want of interest, for the note at the end.
  ///
  /// @param thing what they are: "pathway that nothing opens"
  void leftOut(int count, String thing) {
    for (var i = 0; i < leftOut.size(); i++)
      if (leftOut.get(i).thing().equals(thing)) {
        leftOut.set(i, new Counted(leftOut.get(i).count() + count, thing));
        return;
      }
    leftOut.add(new Counted(count, thing));
  }

  void add(Line line) {
    lines.add(line);
  }

  void blank() {
    lines.add(Line.BLANK);
  }

  void heading(int number, String title, String note) {
    if (!lines.isEmpty()) blank();
    var head = Line.of(number + "  ", Ink.FAINT).plus(title, Ink.STRONG);
    var room = width() - head.width() - 3;
    if (Columns.width(Columns.clean(note)) <= room) {
      lines.add(head.plus("   ", Ink.PLAIN).plus(note, Ink.FAINT));
    } else {
      lines.add(head);
      paragraph(INDENT, note, Ink.FAINT);
    }
  }

  /// A label of a list on a full page.
  void label(String text) {
    lines.add(Line.of(" ".repeat(INDENT) + text, Ink.STRONG));
  }

  void paragraph(int indent, String text, Ink ink) {
    hanging(indent, indent, text, ink);
  }

  /// A paragraph whose lines after the first start further in.
  void hanging(int indent, int hang, String text, Ink ink) {
    var first = true;
    for (var line : Columns.wrap(Columns.clean(text), width() - hang)) {
      lines.add(Line.of(" ".repeat(first ? indent : hang) + line, ink));
      first = false;
    }
  }

  void table(Table table) {
    lines.addAll(table.lines(width()));
  }

  static Piece plain(String text) {
    return new Piece(text, Ink.PLAIN);
  }

  static Piece faint(String text) {
    return new Piece(text, Ink.FAINT);
  }

  static Piece strong(String text) {
    return new Piece(text, Ink.STRONG);
  }

  static Piece in(Ink ink, String text) {
    return new Piece(text, ink);
  }
}
