package casus.history;

import casus.history.FilterReader.Token;
import casus.history.FilterReader.Token.Kind;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.util.ArrayList;
import java.util.List;

/// A filter cut into words, quoted texts and signs.
///
/// @param problems what cannot stand in a filter
record FilterTokens(List<Token> tokens, List<Problem> problems) {
  private static final List<String> SIGNS =
      List.of("<=", ">=", "!=", "<>", "=", "<", ">", "(", ")", ",");

  static FilterTokens of(SourceText source) {
    var cut = new FilterTokens(new ArrayList<>(), new ArrayList<>());
    var text = source.text();
    for (var at = 0; at < text.length(); ) at = cut.piece(source, at);
    cut.tokens.add(new Token(Kind.END, "", new Span(text.length(), text.length())));
    return cut;
  }

  /// @return where the next piece begins
  private int piece(SourceText source, int at) {
    var text = source.text();
    var c = text.charAt(at);
    if (Character.isWhitespace(c)) return at + 1;
    if (c == '"' || c == '\'') return quoted(source, at, c);
    for (var sign : SIGNS)
      if (text.startsWith(sign, at)) {
        var span = new Span(at, at + sign.length());
        tokens.add(new Token(Kind.SIGN, sign.equals("<>") ? "!=" : sign, span));
        return span.end();
      }
    if (!isOfWord(text.codePointAt(at))) {
      var end = at + Character.charCount(text.codePointAt(at));
      problems.add(
          Problem.of(
                  Code.E108,
                  new Place(source, new Span(at, end)),
                  "found `" + text.substring(at, end) + "`")
              .expecting("a column, a value, a comparison, `and`, `or` or `not`")
              .grammar(FilterReader.GRAMMAR));
      return end;
    }
    var end = at;
    while (end < text.length() && isOfWord(text.codePointAt(end)))
      end += Character.charCount(text.codePointAt(end));
    tokens.add(new Token(Kind.WORD, text.substring(at, end), new Span(at, end)));
    return end;
  }

  private int quoted(SourceText source, int at, char quote) {
    var text = source.text();
    var end = text.indexOf(quote, at + 1);
    if (end < 0) {
      problems.add(
          Problem.of(
              Code.E103,
              new Place(source, new Span(at, text.length())),
              "a text without its closing quote"));
      return text.length();
    }
    tokens.add(new Token(Kind.QUOTED, text.substring(at + 1, end), new Span(at, end + 1)));
    return end + 1;
  }

  private static boolean isOfWord(int c) {
    return Character.isLetterOrDigit(c) || "_-./:+%#&".indexOf(c) >= 0;
  }
}
