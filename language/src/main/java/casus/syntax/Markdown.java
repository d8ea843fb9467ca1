package casus.syntax;

import casus.text.Code;
import casus.text.NearestName;
import casus.text.SourceText;
import casus.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Finds the fences and the prose of a Markdown file, by CommonMark's rules for fenced code and
/// HTML comments, with one rule of its own: a casus fence starts at the margin. One inside a list
/// or a quotation, where its lines would be shifted, is a problem and is not read.
///
/// A scan of our own rather than a Markdown parser, because only lines matter here: a general
/// parser builds a tree of all prose, with a node for each level of a quotation, and a file of a
/// few megabytes of `>` takes its memory or its stack.
final class Markdown {
  private static final List<String> MARKS = List.of("casus", "casus-test");

  /// The mark of a command and its output, which documents show and the parser does not read.
  private static final String EXAMPLE = "casus-run";

  private static final int MARKDOWN_INDENT = 3;

  private final SourceText source;
  private final String text;
  private final ProblemList problems;
  private final List<Fence> fences = new ArrayList<>();
  private final List<Span> paragraphs = new ArrayList<>();
  private String title = "";
  private int paragraphStart = -1;
  private int paragraphEnd;

  /// Whether no `-->` is left, so that each `<!--` need not look for one.
  private boolean commentsOver;

  private Markdown(SourceText source, ProblemList problems) {
    this.source = source;
    this.text = source.text();
    this.problems = problems;
  }

  static Markdown scan(SourceText source, ProblemList problems) {
    var markdown = new Markdown(source, problems);
    markdown.scan();
    return markdown;
  }

  /// The casus fences, in order.
  List<Fence> fences() {
    return fences;
  }

  /// Runs of lines that are neither blank nor inside a fence or comment.
  List<Span> paragraphs() {
    return paragraphs;
  }

  /// The first heading of level 1, without its marks; empty where there is none.
  String title() {
    return title;
  }

  private void scan() {
    var line = 1;
    while (line <= source.lineCount()) {
      var start = start(line);
      var end = Outline.lineEnd(source, line);
      var mark = end > start ? fenceMark(start, end) : -1;
      if (mark >= 0) {
        endParagraph();
        line = fence(line, start, mark, end);
      } else if (text.startsWith("<!--", start) && !commentsOver) {
        line = comment(line, start);
      } else {
        prose(start, end);
        line++;
      }
    }
    endParagraph();
  }

  /// Where the text of a line begins; a byte order mark before the first line is not text.
  private int start(int line) {
    var start = source.lineStart(line);
    return line == 1 && text.startsWith("\ufeff") ? 1 : start;
  }

  private void prose(int start, int end) {
    if (end <= start) {
      endParagraph();
      return;
    }
    if (title.isEmpty()) lookForTitle(start, end);
    if (paragraphStart < 0) paragraphStart = start;
    paragraphEnd = end;
  }

  private void endParagraph() {
    if (paragraphStart >= 0) paragraphs.add(new Span(paragraphStart, paragraphEnd));
    paragraphStart = -1;
  }

  private void lookForTitle(int start, int end) {
    if (text.charAt(start) == '#' && (end == start + 1 || Lexer.isBlank(text.charAt(start + 1))))
      title = text.substring(start + 1, end).strip().replaceFirst("(^|\\s)#+$", "").strip();
    else if (paragraphStart >= 0 && isUnderline(start, end))
      title = text.substring(paragraphStart, paragraphEnd).strip().replaceAll("\\s+", " ");
  }

  private boolean isUnderline(int start, int end) {
    for (var i = start; i < end; i++) if (text.charAt(i) != '=') return false;
    return true;
  }

  /// Skips an HTML comment that starts a line and is closed; the line after it.
  private int comment(int line, int start) {
    var close = text.indexOf("-->", start + 4);
    if (close < 0) {
      commentsOver = true;
      return line;
    }
    endParagraph();
    return source.line(close) + 1;
  }

  /// Where the backticks or tildes of an opening fence begin, -1 where the line opens none. Marks
  /// of list items before them are passed over, since the closing line will be indented only.
  private int fenceMark(int start, int end) {
    var at = start;
    while (at < end) {
      var c = text.charAt(at);
      if (c == ' ') at++;
      else if ((c == '-' || c == '*' || c == '+') && isSpace(at + 1, end)) at += 2;
      else if (Lexer.isDigit(c)) {
        var digits = at;
        while (at < end && at - digits < 9 && Lexer.isDigit(text.charAt(at))) at++;
        var marks = at < end && (text.charAt(at) == '.' || text.charAt(at) == ')');
        if (!marks || !isSpace(at + 1, end)) return -1;
        at += 2;
      } else break;
    }
    if (at >= end || (blanks(start, at) && at - start > MARKDOWN_INDENT)) return -1;
    var run = run(at, end);
    var backticks = text.charAt(at) == '`';
    if (run < 3 || (backticks && text.substring(at + run, end).indexOf('`') >= 0)) return -1;
    return at;
  }

  private boolean isSpace(int at, int end) {
    return at < end && text.charAt(at) == ' ';
  }

  private boolean blanks(int start, int end) {
    for (var i = start; i < end; i++) if (text.charAt(i) != ' ') return false;
    return true;
  }

  /// The length of the run of backticks or tildes that starts here.
  private int run(int at, int end) {
    var c = text.charAt(at);
    if (c != '`' && c != '~') return 0;
    var i = at;
    while (i < end && text.charAt(i) == c) i++;
    return i - at;
  }

  /// Passes over a fence; the line after it.
  private int fence(int opening, int start, int mark, int end) {
    var length = run(mark, end);
    var atMargin = blanks(start, mark);
    var line = opening + 1;
    var word = word(mark + length, end);
    var ours = MARKS.contains(word);
    var closed = false;
    while (!closed && line <= source.lineCount() && !(ours && opensOurs(line))) {
      closed = closes(line, text.charAt(mark), length, !atMargin);
      if (!closed) line++;
    }
    if (ours) {
      var span = new Span(mark, end);
      var last = closed ? line - 1 : beforeProse(opening + 1, line - 1);
      if (mark == start)
        fences.add(new Fence(word.equals("casus-test"), span, opening + 1, last, closed));
      else
        problems.add(Code.E104, span, "found a casus fence that is indented", "it at the margin");
      if (!closed) unclosed(span, text.substring(mark, mark + length));
    } else {
      lookForMisspelling(word, mark + length, end);
    }
    return closed ? line + 1 : line;
  }

  private String word(int from, int end) {
    return text.substring(from, end).strip().split("[\\s\\h{]", 2)[0];
  }

  /// Whether a line at the margin opens a casus fence. To CommonMark it would be one more line of
  /// an open fence; no line of a dossier looks like that, so the fence before it was left open.
  private boolean opensOurs(int line) {
    var start = source.lineStart(line);
    var end = Outline.lineEnd(source, line);
    var length = start < end ? run(start, end) : 0;
    return length >= 3 && word(start + length, end).startsWith("casus");
  }

  /// The last line of a fence that nobody closed: what follows a blank line and does not begin as a
  /// statement does is the prose that goes on.
  private int beforeProse(int first, int last) {
    for (var line = first + 1; line <= last; line++) {
      var start = source.lineStart(line);
      if (start == Outline.lineEnd(source, line)
          || source.lineStart(line - 1) < Outline.lineEnd(source, line - 1)) continue;
      var c = text.charAt(start);
      if (!Lexer.isBlank(c) && !Character.isLowerCase(c) && !Lexer.isDigit(c)) return line - 1;
    }
    return last;
  }

  private void unclosed(Span span, String marks) {
    problems.add(
        Code.E106,
        span,
        "found no line that closes this fence",
        "a line with " + marks + " after its last line");
  }

  private void lookForMisspelling(String word, int from, int end) {
    if (word.equals(EXAMPLE)) return;
    var meant = word.startsWith("casus") ? "casus-test" : NearestName.of(word, MARKS);
    if (meant == null || word.isEmpty()) return;
    var at = text.indexOf(word, from);
    problems.add(
        problems
            .at(
                Code.E101,
                new Span(at, Math.min(end, at + word.length())),
                "found a fence marked `" + word + "`")
            .expecting("`casus` or `casus-test`")
            .hint(NearestName.of(word, MARKS) == null ? meant : NearestName.of(word, MARKS)));
  }

  /// @param inItem whether the fence began in a list item, whose lines are indented
  private boolean closes(int line, char c, int length, boolean inItem) {
    var start = source.lineStart(line);
    var end = Outline.lineEnd(source, line);
    var at = start;
    while (at < end && text.charAt(at) == ' ') at++;
    if (at == end || (at - start > MARKDOWN_INDENT && !inItem)) return false;
    return text.charAt(at) == c && run(at, end) >= length && at + run(at, end) == end;
  }
}
