package casus.view;

import java.util.ArrayList;
import java.util.List;

/// One line of a page: pieces of text, each in its ink.
record Line(List<Piece> pieces) {
  static final Line BLANK = new Line(List.of());

  record Piece(String text, Ink ink) {
    Piece {
      text = Columns.clean(text);
    }

    int width() {
      return Columns.width(text);
    }
  }

  static Line of(String text, Ink ink) {
    return new Line(List.of(new Piece(text, ink)));
  }

  Line plus(String text, Ink ink) {
    var more = new ArrayList<>(pieces);
    more.add(new Piece(text, ink));
    return new Line(List.copyOf(more));
  }

  int width() {
    return pieces.stream().mapToInt(Piece::width).sum();
  }

  /// The line for a terminal, without blanks at its end and never over the page's width.
  String on(Page page) {
    var text = new StringBuilder();
    var room = page.width();
    var end = pieces.size();
    while (end > 0 && pieces.get(end - 1).text().isBlank()) end--;
    for (var i = 0; i < end; i++) {
      var piece = pieces.get(i);
      var shown = Columns.cut(piece.text(), room);
      room -= Columns.width(shown);
      if (i == end - 1) shown = shown.stripTrailing();
      if (page.ascii()) shown = Columns.ascii(shown);
      text.append(page.colour() ? piece.ink().apply(shown) : shown);
    }
    return text.toString();
  }
}
