package casus.syntax;

import casus.text.Code;
import casus.text.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The file being read: hands out readers for its lines and takes their problems.
final class Lines {
  private static final int MOST_SHARED = 10_000;

  private final SourceText source;
  private final ProblemList problems;
  private final Map<String, String> shared = new HashMap<>();

  private final boolean restating;
  private final Map<Integer, String> reasons = new HashMap<>();

  Lines(SourceText source) {
    this(source, false);
  }

  /// @param restating whether the file restates numbers of another, so that texts and everything
  ///   else that is no number may be left out, and each line may say why
  Lines(SourceText source, boolean restating) {
    this.source = source;
    this.problems = new ProblemList(source);
    this.restating = restating;
  }

  boolean isRestating() {
    return restating;
  }

  /// Notes why the numbers of a line are what they are.
  void because(Quoted reason) {
    reasons.put(source.line(reason.span().start()), reason.text());
  }

  /// By line, from 1.
  Map<Integer, String> reasons() {
    return reasons;
  }

  SourceText source() {
    return source;
  }

  ProblemList problems() {
    return problems;
  }

  LineReader open(Block block, Form form) {
    return open(block.start(), block.end(), form);
  }

  LineReader open(int start, int end, Form form) {
    var lexed = Lexer.lex(source, start, end, problems);
    return new LineReader(this, lexed.tokens(), endOf(lexed.tokens(), start), form, !lexed.clean());
  }

  private static int endOf(List<Token> tokens, int start) {
    return tokens.isEmpty() ? start : tokens.getLast().end();
  }

  /// Reports the lines below a line that takes none.
  void rejectBelow(Block block, String owner) {
    for (var child : block.children()) {
      var reader = open(child, Form.STATEMENT);
      if (!reader.atEnd())
        reader.remark(
            problems
                .at(
                    Code.E105,
                    reader.peek().span(),
                    "found " + reader.shown(reader.peek()) + " below " + owner)
                .expecting("nothing indented here"));
      lexBelow(child);
    }
  }

  /// Reports only what cannot be part of any line.
  void lexBelow(Block block) {
    for (var child : block.children()) {
      open(child, Form.STATEMENT);
      lexBelow(child);
    }
  }

  /// The same string for the same name, since names are written many times over.
  String shared(String name) {
    if (shared.size() >= MOST_SHARED) return name;
    var known = shared.putIfAbsent(name, name);
    return known == null ? name : known;
  }
}
