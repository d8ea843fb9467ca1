package casus.syntax;

import casus.text.Code;
import casus.text.SourceText;
import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds what the prose between the fences refers to: computed values `{{ … }}` and claims `[C4]`.
/// Inline code is left alone, so that the notation can be written about.
final class Prose {
  private final Lines lines;
  private final SourceText source;
  private final String text;
  private final Set<String> claims;
  private final List<Document.ProseReference> references = new ArrayList<>();

  /// @param claims the names of the file's claims: in brackets they are citations; other names are
  ///   only where they hold a digit, so that `[sic]` is none
  Prose(Lines lines, Set<String> claims) {
    this.lines = lines;
    this.source = lines.source();
    this.text = source.text();
    this.claims = claims;
  }

  List<Document.ProseReference> references() {
    return List.copyOf(references);
  }

  void paragraph(Span paragraph) {
    var end = paragraph.end();
    var code = InlineCode.in(text, paragraph);
    var at = paragraph.start();
    while (at < end) {
      var c = text.charAt(at);
      if (c == '`') at = code.endOf(at);
      else if (c == '\\') at += 2;
      else if (c == '{' && text.startsWith("{{", at) && at + 2 <= end) at = value(at, end);
      else if (c == '[') at = citation(at, end);
      else at++;
    }
  }

  /// `{{ … }}`; the offset after it.
  private int value(int open, int end) {
    var close = text.indexOf("}}", open + 2);
    if (close < 0 || close + 2 > end) {
      lines
          .problems()
          .add(
              lines
                  .problems()
                  .at(Code.E102, new Span(open, open + 2), "found `{{` without `}}`")
                  .expecting("`}}` in the same paragraph")
                  .grammar(Form.VALUE.grammar()));
      return end;
    }
    var line = lines.open(open + 2, close, Form.VALUE);
    var query = TestLines.query(line);
    line.finish();
    if (!line.failed())
      references.add(new Document.ProseReference.Value(query, new Span(open, close + 2)));
    return close + 2;
  }

  /// `[C4]`, or `[C4, C5]`; the offset after what was read. Links, footnotes and tasks are none.
  private int citation(int open, int end) {
    var at = open + 1;
    var names = new ArrayList<Name>();
    while (at < end && Lexer.isLetter(text.charAt(at))) {
      var start = at;
      while (at < end && isNamePart(text.charAt(at))) at++;
      names.add(new Name(text.substring(start, at), new Span(start, at)));
      while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == ',')) at++;
    }
    var closed = at < end && text.charAt(at) == ']';
    if (!closed || names.isEmpty() || !names.stream().allMatch(this::isClaim)) return at;
    if (at + 1 < end && "([:".indexOf(text.charAt(at + 1)) >= 0) return at;
    var whole = new Span(open, at + 1);
    for (var name : names)
      references.add(
          new Document.ProseReference.Citation(name, names.size() == 1 ? whole : name.span()));
    return at + 1;
  }

  private static boolean isNamePart(char c) {
    return Lexer.isLetter(c) || Lexer.isDigit(c) || c == '-' || c == '.';
  }

  private boolean isClaim(Name name) {
    return claims.contains(name.text()) || name.text().chars().anyMatch(Character::isDigit);
  }
}
