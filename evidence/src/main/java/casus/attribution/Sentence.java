package casus.attribution;

import casus.text.Span;
import java.util.ArrayList;
import java.util.List;

/// A sentence as tokens, a quotation being one of them whatever sentences it holds.
///
/// @param paragraph which paragraph of the text it stands in, from 0
record Sentence(int paragraph, List<Token> tokens) {
  /// Tokens after which a sentence is cut, so that text without full stops takes no longer.
  private static final int LONGEST = 300;

  Token get(int i) {
    return tokens.get(i);
  }

  int size() {
    return tokens.size();
  }

  /// Whether the token at i exists and is this word or mark.
  boolean is(int i, String lower) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(lower);
  }

  boolean quotation(int i) {
    return i >= 0 && i < tokens.size() && tokens.get(i).quotation();
  }

  /// The stretch of text from one token to before another.
  Span span(int from, int to) {
    return new Span(tokens.get(from).span().start(), tokens.get(to - 1).span().end());
  }

  /// The paragraphs of a text: its lines that are not blank.
  static List<Span> paragraphs(String text) {
    var found = new ArrayList<Span>();
    var start = 0;
    for (var i = 0; i <= text.length(); i++) {
      if (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') continue;
      if (!text.substring(start, i).isBlank()) found.add(new Span(start, i));
      start = i + 1;
    }
    return found;
  }

  /// The sentences of a paragraph.
  static List<Sentence> of(int paragraph, List<Token> tokens, String text, Cues cues) {
    var found = new ArrayList<Sentence>();
    var start = dateline(tokens);
    for (var i = start; i < tokens.size(); i++) {
      if (i - start < LONGEST && !ends(tokens, i, text, cues)) continue;
      found.add(new Sentence(paragraph, List.copyOf(tokens.subList(start, i + 1))));
      start = i + 1;
    }
    if (start < tokens.size())
      found.add(new Sentence(paragraph, List.copyOf(tokens.subList(start, tokens.size()))));
    return found;
  }

  /// How many tokens a dateline has: `VILNIUS, Dec. 8 (UPI) —`.
  private static int dateline(List<Token> tokens) {
    if (tokens.isEmpty() || !shouted(tokens.getFirst())) return 0;
    for (var i = 1; i < Math.min(tokens.size(), 14); i++) {
      var t = tokens.get(i);
      if (ShallowClauses.dash(t) || t.is("-")) return i + 1;
      if ((t.word() && !t.capital()) || t.quotation()) return 0;
    }
    return 0;
  }

  private static boolean shouted(Token t) {
    if (!t.word() || t.text().length() < 3) return false;
    for (var i = 0; i < t.text().length(); i++)
      if (Character.isLowerCase(t.text().charAt(i))) return false;
    return true;
  }

  private static boolean ends(List<Token> tokens, int i, String text, Cues cues) {
    var t = tokens.get(i);
    if (i + 1 == tokens.size()) return true;
    var next = tokens.get(i + 1);
    if (t.quotation()) {
      var last = lastMark(t, text);
      if (last != '.' && last != '!' && last != '?') return false;
      if (next.quotation()) return true;
      if (!next.word() || !next.capital()) return next.kind() == Token.Kind.NUMBER;
      return !cueNear(tokens, i + 1, cues, last == '.' ? 3 : 6, last != '.');
    }
    if (t.word() && t.text().endsWith(".") && next.capital() && !next.quotation())
      return t.text().length() > 2
          && !Words.ABBREVIATIONS.contains(t.text().substring(0, t.text().length() - 1))
          && (Words.DETERMINERS.contains(next.lower())
              || Words.SUBJECT_PRONOUNS.contains(next.lower()));
    if (!(t.is(".") || t.is("!") || t.is("?") || t.is("…") || t.is("..."))) return false;
    if (next.is(")") || next.is("]") || next.is(",")) return false;
    return !(t.is("...") || t.is("…")) || next.capital() || next.quotation();
  }

  private static char lastMark(Token quotation, String text) {
    var i = quotation.span().end() - 1;
    while (i > quotation.span().start()
        && ("\"“”'’»".indexOf(text.charAt(i)) >= 0 || Character.isWhitespace(text.charAt(i)))) i--;
    return text.charAt(i);
  }

  /// Whether a verb of saying follows a name within a few words, as in `"Why?" Anna Berg asked`.
  private static boolean cueNear(List<Token> tokens, int from, Cues cues, int words, boolean sure) {
    for (var i = from; i < Math.min(tokens.size(), from + words); i++) {
      var t = tokens.get(i);
      var verb = cues.verb(t);
      if (verb != null && verb.takes("quote") && !t.capital())
        return i > from
            && (sure
                || i + 1 == tokens.size()
                || tokens.get(i + 1).is(".")
                || tokens.get(i + 1).is(",")
                || !tokens.get(i + 1).word()
                || Words.adverb(tokens.get(i + 1))
                || Words.PREPOSITIONS.contains(tokens.get(i + 1).lower())
                || Words.DAYS.contains(tokens.get(i + 1).lower())
                || verb.takes("told"));
      if (!t.capital() && !Words.adverb(t)) return false;
    }
    return false;
  }
}
