package casus.attribution;

import casus.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Words between a pair of quotation marks inside one paragraph, the marks included.
///
/// @param span from the opening mark to after the closing one, or to the end of the paragraph
/// @param closed whether a closing mark was found; one that is missing says that the speech goes on
///   in the next paragraph
record Quotation(Span span, boolean closed) {

  /// The outermost quotations of a paragraph, in order.
  static List<Quotation> of(String text, Span paragraph) {
    var found = new ArrayList<Quotation>();
    var nests = balanced(text, paragraph);
    var open = -1;
    var depth = 0;
    for (var i = paragraph.start(); i < paragraph.end(); ) {
      var width = markWidth(text, i, paragraph.end());
      if (width > 0) {
        var c = text.charAt(i);
        if (open < 0) {
          if ((c != '”' || heads(text, i, paragraph)) && c != '»' && !inches(text, i, paragraph))
            open = i;
          depth = 1;
        } else if (opensInside(text.charAt(open), c, nests)) {
          depth++;
        } else if (closes(text.charAt(open), c)
            && (--depth == 0
                || (text.charAt(open) != '“' && authorFollows(text, i + 1, paragraph.end())))) {
          found.add(new Quotation(new Span(open, i + width), true));
          open = -1;
        }
      }
      i += Math.max(1, width);
    }
    if (open >= 0 && paragraph.end() - open > 1)
      found.add(new Quotation(new Span(open, paragraph.end()), false));
    return found.isEmpty() ? single(text, paragraph) : found;
  }

  /// Whether a mark closes what another opened: marks of one shape belong together, and what
  /// English opens, English closes.
  private static boolean closes(char opened, char mark) {
    return switch (opened) {
      case '«' -> mark == '»';
      case '„' -> mark == '“' || mark == '”' || mark == '"';
      default -> mark != '“' && mark != '«' && mark != '„';
    };
  }

  private static boolean opensInside(char opened, char mark, boolean nests) {
    return mark == opened && (opened == '«' || opened == '„' || (opened == '“' && nests));
  }

  /// Whether `, —` follows, as after `«We read «News», — he said`: two marks that end together are
  /// written as one.
  private static boolean authorFollows(String text, int from, int end) {
    var at = from;
    if (at < end && text.charAt(at) == ',') at++;
    while (at < end && Character.isWhitespace(text.charAt(at))) at++;
    return at > from && at < end && (text.charAt(at) == '—' || text.charAt(at) == '–');
  }

  /// Whether every curly mark that opens is closed, so that a quotation inside a quotation can be
  /// told from a mark that was forgotten.
  private static boolean balanced(String text, Span paragraph) {
    var depth = 0;
    for (var i = paragraph.start(); i < paragraph.end(); i++) {
      var c = text.charAt(i);
      if (c == '"') return false;
      if (c == '“') depth++;
      if (c == '”') depth--;
      if (depth < 0) return false;
    }
    return depth == 0;
  }

  /// Whether a closing mark stands at the head of a paragraph, where it was meant to open.
  private static boolean heads(String text, int at, Span paragraph) {
    return at == paragraph.start()
        && at + 1 < paragraph.end()
        && Character.isLetter(text.charAt(at + 1));
  }

  private static int markWidth(String text, int at, int end) {
    return switch (text.charAt(at)) {
      case '"', '“', '”', '„', '«', '»' -> 1;
      case '\'', '’', '‘', '`' -> at + 1 < end && text.charAt(at + 1) == text.charAt(at) ? 2 : 0;
      default -> 0;
    };
  }

  private static boolean inches(String text, int at, Span paragraph) {
    return at > paragraph.start()
        && Character.isDigit(text.charAt(at - 1))
        && (at + 1 == paragraph.end() || !Character.isLetter(text.charAt(at + 1)));
  }

  /// British quotations, looked for only where a paragraph has no double marks. An apostrophe is
  /// told from a closing mark by the punctuation before it.
  private static List<Quotation> single(String text, Span paragraph) {
    var found = new ArrayList<Quotation>();
    var open = -1;
    for (var i = paragraph.start(); i < paragraph.end(); i++) {
      var c = text.charAt(i);
      if (c != '\'' && c != '‘' && c != '’') continue;
      var before = i > paragraph.start() ? text.charAt(i - 1) : ' ';
      var after = i + 1 < paragraph.end() ? text.charAt(i + 1) : ' ';
      if (open < 0) {
        if (c != '’' && Character.isLetter(after) && !Character.isLetterOrDigit(before)) open = i;
      } else if (c != '‘' && !Character.isLetterOrDigit(after) && ",.!?…".indexOf(before) >= 0) {
        found.add(new Quotation(new Span(open, i + 1), true));
        open = -1;
      }
    }
    return found;
  }

  /// Whether the words look like the title of a work or a show: nothing but names in the middle of
  /// a sentence.
  boolean title(String text, Span paragraph) {
    var inside = inside(text);
    if (span.start() == paragraph.start() || inside.end() - inside.start() > 80) return false;
    var before = span.start() - 1;
    while (before > paragraph.start() && Character.isWhitespace(text.charAt(before))) before--;
    if (!Character.isLetterOrDigit(text.charAt(before))) return false;
    var words = 0;
    for (var i = inside.start(); i < inside.end(); i++) {
      var c = text.charAt(i);
      if (c == '?' || c == '!' || c == ';') return false;
      if (!Character.isLetter(c) || (i > inside.start() && text.charAt(i - 1) != ' ')) continue;
      var end = i;
      while (end < inside.end() && Character.isLetter(text.charAt(end))) end++;
      words++;
      if (!Character.isUpperCase(c) && end - i > 3) return false;
    }
    return words > 1 && Character.isUpperCase(text.charAt(inside.start()));
  }

  /// The quoted words without the marks and the spaces beside them.
  Span inside(String text) {
    var start = span.start();
    var end = span.end();
    while (start < end && bare(text.charAt(start))) start++;
    while (end > start && bare(text.charAt(end - 1))) end--;
    return new Span(start, end);
  }

  private static boolean bare(char c) {
    return Character.isWhitespace(c) || "\"“”„«»'‘’`".indexOf(c) >= 0;
  }
}
