package casus.syntax;

import casus.text.Code;
import casus.text.Problem;
import casus.text.SourceText;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes a dossier in its usual layout. Only the inside of closed casus fences changes: two spaces
/// of indentation a level, one space between words, two where the author left two or more to group
/// attributes, and more where that keeps tokens of neighbouring lines below each other that were;
/// outcomes and readings in columns. Prose, texts and comments stay as they are, and so does the
/// wording of a line that has a problem; line ends in fences become that of the file's first line.
/// What the file means does not change, and formatting twice changes nothing more.
public final class Formatter {
  /// Problems after which nothing is known about the lines below.
  private static final Set<Code> OPAQUE = EnumSet.of(Code.E101, Code.E105);

  private final SourceText source;
  private final Set<Integer> badLines = new HashSet<>();
  private final Set<Integer> opaqueLines = new HashSet<>();

  private Formatter(SourceText source) {
    this.source = source;
  }

  /// The formatted text of the file.
  public static String format(SourceText source) {
    return format(source, Parser.parse(source).problems());
  }

  /// The formatted text of a file that restates numbers of a dossier.
  public static String restating(SourceText source) {
    return format(source, Parser.restating(source).document().problems());
  }

  private static String format(SourceText source, List<Problem> problems) {
    if (problems.size() >= ProblemList.MOST) return source.text();
    var formatter = new Formatter(source);
    for (var problem : problems) {
      var line = source.line(problem.place().span().start());
      if (problem.code() != Code.E104) formatter.badLines.add(line);
      if (OPAQUE.contains(problem.code())) formatter.opaqueLines.add(line);
    }
    return formatter.format();
  }

  private String format() {
    var text = source.text();
    var formatted = new StringBuilder(text.length());
    var done = 0;
    for (var fence : Markdown.scan(source, new ProblemList(source)).fences()) {
      if (!fence.closed() || fence.last() < fence.first()) continue;
      formatted.append(text, done, source.lineStart(fence.first()));
      new FenceFormat(source, fence, badLines, opaqueLines).write(formatted, lineEnd());
      done = source.lineStart(fence.last() + 1);
    }
    return formatted.append(text, done, text.length()).toString();
  }

  /// The file's first line end.
  private String lineEnd() {
    var text = source.text();
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') return "\n";
      if (text.charAt(i) == '\r') return text.startsWith("\r\n", i) ? "\r\n" : "\r";
    }
    return "\n";
  }
}
