package casus.attribution;

import casus.attribution.Token.Kind;
import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Text to tokens: words with their hyphens, clitics apart (`did` `n't`, `Trump` `'s`), numbers,
/// marks one by one, quotations whole.
final class Tokens {
  private static final Set<String> CLITICS = Set.of("s", "re", "ve", "d", "ll", "m");

  private Tokens() {}

  /// The tokens of a stretch of text, each quotation in it as one.
  static List<Token> of(String text, Span stretch, List<Quotation> quotations) {
    var tokens = new ArrayList<Token>();
    var at = stretch.start();
    for (var quotation : quotations) {
      words(text, at, quotation.span().start(), tokens);
      tokens.add(Token.of(text, quotation.span().start(), quotation.span().end(), Kind.QUOTATION));
      at = quotation.span().end();
    }
    words(text, at, stretch.end(), tokens);
    return tokens;
  }

  private static void words(String text, int start, int end, List<Token> tokens) {
    for (var i = start; i < end; ) {
      var c = text.charAt(i);
      if (Character.isWhitespace(c)
          || Character.isSpaceChar(c)
          || "\u200b\ufeff\"“”".indexOf(c) >= 0) {
        i++;
      } else if (Character.isLetterOrDigit(c)) {
        var stop = wordEnd(text, i, end);
        addWord(text, i, stop, tokens);
        i = stop;
      } else {
        var stop = i + 1;
        if (c == '-' || c == '.') while (stop < end && text.charAt(stop) == c) stop++;
        if (Character.isHighSurrogate(c) && stop < end) stop++;
        tokens.add(Token.of(text, i, stop, Kind.MARK));
        i = stop;
      }
    }
  }

  private static int wordEnd(String text, int start, int end) {
    var i = start + 1;
    while (i < end) {
      var c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        i++;
        continue;
      }
      var inside = i + 1 < end && Character.isLetterOrDigit(text.charAt(i + 1));
      if (inside && (c == '\'' || c == '’' || c == '-' || c == '‑')) i += 2;
      else if (inside && (c == '.' || c == ',') && joins(text, start, i)) i += 2;
      else if (c == '.' && abbreviation(text, start, i, end)) return i + 1;
      else break;
    }
    return i;
  }

  /// `3.5`, `1,000`, `U.S`
  private static boolean joins(String text, int start, int at) {
    if (Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1)))
      return true;
    return text.charAt(at) == '.'
        && Character.isLetter(text.charAt(at - 1))
        && (at - 1 == start || text.charAt(at - 2) == '.')
        && Character.isLetter(text.charAt(at + 1));
  }

  private static boolean abbreviation(String text, int start, int at, int end) {
    var word = text.substring(start, at);
    if (Words.ABBREVIATIONS.contains(word)) return true;
    if (word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I"))
      return true;
    return word.indexOf('.') > 0 && at < end;
  }

  private static void addWord(String text, int start, int end, List<Token> tokens) {
    var kind = Character.isDigit(text.charAt(start)) ? Kind.NUMBER : Kind.WORD;
    var cut = end;
    for (var i = end - 1; i > start; i--) {
      var c = text.charAt(i);
      if (c != '\'' && c != '’') continue;
      var rest = text.substring(i + 1, end);
      if (CLITICS.contains(rest)) cut = i;
      else if (rest.equals("t") && i - 1 > start && text.charAt(i - 1) == 'n') cut = i - 1;
      break;
    }
    tokens.add(Token.of(text, start, cut, kind));
    if (cut < end) tokens.add(Token.of(text, cut, end, Kind.WORD));
  }
}
