package casus.attribution;

import casus.attribution.SlavicWords.Verb;
import casus.attribution.Token.Kind;
import casus.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Russian and Belarusian paragraphs to sentences. Speech is one token for each stretch that the
/// author's words do not interrupt, be it in quotation marks or after a dash; a name in quotation
/// marks is a token that phrases may hold.
final class SlavicSentences {
  private static final int LONGEST = 300;

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "г", "гг", "тыс", "млн", "млрд", "им", "ул", "руб", "долл", "чел", "стр", "ст", "см",
          "др", "проф");

  private final String text;
  private final SlavicWords words;

  SlavicSentences(String text, SlavicWords words) {
    this.text = text;
    this.words = words;
  }

  /// A paragraph as sentences.
  ///
  /// @param speech the stretches of it that are speech
  /// @param interrupted those of them beside which the author's words stand inside the marks, or
  ///   that a dash begins
  /// @param dash whether a dash begins the paragraph
  record Paragraph(
      Span span, List<Sentence> sentences, Set<Span> speech, Set<Span> interrupted, boolean dash) {}

  Paragraph paragraph(int number, Span span) {
    var quoted = new ArrayList<Span>();
    var speech = new HashSet<Span>();
    var interrupted = new HashSet<Span>();
    var start = dashEnd(span);
    if (start > span.start()) {
      var pieces = pieces(new Span(start, span.end()));
      quoted.addAll(pieces);
      speech.addAll(pieces);
      interrupted.addAll(pieces);
    } else {
      for (var quotation : Quotation.of(text, span)) {
        var whole = quotation.span();
        if (name(whole, span)) {
          quoted.add(whole);
          continue;
        }
        var pieces = pieces(whole);
        quoted.addAll(pieces);
        speech.addAll(pieces);
        if (pieces.size() > 1 || !pieces.getFirst().equals(whole)) interrupted.addAll(pieces);
      }
    }
    var tokens = tokens(span, quoted);
    return new Paragraph(
        span, sentences(number, tokens, speech), speech, interrupted, start > span.start());
  }

  /// Where the text after a dash at the head of a paragraph begins, or the head.
  private int dashEnd(Span span) {
    var at = span.start();
    while (at < span.end() && Character.isWhitespace(text.charAt(at))) at++;
    if (at >= span.end() || "—–-".indexOf(text.charAt(at)) < 0) return span.start();
    at++;
    if (at >= span.end() || !Character.isWhitespace(text.charAt(at))) return span.start();
    while (at < span.end() && Character.isWhitespace(text.charAt(at))) at++;
    return at;
  }

  /// Whether what stands in quotation marks names something: a few words after a word, without a
  /// mark that ends a sentence, not introduced and not followed by the author's words.
  private boolean name(Span quoted, Span paragraph) {
    var inside = new Quotation(quoted, true).inside(text);
    var count = 0;
    for (var i = inside.start(); i < inside.end(); i++) {
      var c = text.charAt(i);
      if (".!?…,;:".indexOf(c) >= 0) return false;
      if (Character.isWhitespace(c)) count++;
    }
    if (count > 3 || inside.start() >= inside.end()) return false;
    if (!Character.isUpperCase(text.charAt(inside.start()))) return false;
    var after = quoted.end();
    if (after < paragraph.end() && text.charAt(after) == ',') after++;
    while (after < paragraph.end() && Character.isWhitespace(text.charAt(after))) after++;
    if (after < paragraph.end()
        && "—–".indexOf(text.charAt(after)) >= 0
        && quoted.end() < paragraph.end()
        && (text.charAt(quoted.end()) == ',' || "!?…".indexOf(text.charAt(inside.end() - 1)) >= 0))
      return false;
    var before = quoted.start() - 1;
    while (before > paragraph.start() && Character.isWhitespace(text.charAt(before))) before--;
    return before >= paragraph.start() && text.charAt(before) != ':';
  }

  /// Speech without the author's words inside it: `A, — said X. — B` is two pieces.
  private List<Span> pieces(Span speech) {
    var pieces = new ArrayList<Span>();
    var from = speech.start();
    var at = from;
    while (at < speech.end()) {
      var dash = dash(at, speech.end());
      if (dash < 0) break;
      at = dash + 1;
      if (!afterMark(dash, from) || !authors(dash, speech.end())) continue;
      pieces.add(new Span(from, trimmed(from, dash)));
      var next = dash(at, speech.end());
      while (next >= 0 && !afterMark(next, at)) next = dash(next + 1, speech.end());
      if (next < 0) return pieces;
      from = next + 1;
      while (from < speech.end() && Character.isWhitespace(text.charAt(from))) from++;
      at = from;
    }
    if (from < speech.end()) pieces.add(new Span(from, trimmedEnd(from, speech.end())));
    return pieces;
  }

  private int trimmedEnd(int from, int end) {
    var stop = end;
    while (stop > from + 1 && Character.isWhitespace(text.charAt(stop - 1))) stop--;
    return stop;
  }

  /// The end of speech before a dash, without a comma, with a mark of its own.
  private int trimmed(int from, int dash) {
    var end = trimmedEnd(from, dash);
    return end > from + 1 && text.charAt(end - 1) == ',' ? end - 1 : end;
  }

  private int dash(int from, int end) {
    for (var i = from; i < end - 1; i++)
      if ("—–-".indexOf(text.charAt(i)) >= 0
          && i > 0
          && Character.isWhitespace(text.charAt(i - 1))
          && Character.isWhitespace(text.charAt(i + 1))) return i;
    return -1;
  }

  private boolean afterMark(int dash, int from) {
    var before = trimmedEnd(from, dash) - 1;
    return before >= from && ",.!?…»".indexOf(text.charAt(before)) >= 0;
  }

  /// Whether a verb of saying stands among the first words after a dash.
  private boolean authors(int dash, int end) {
    var tokens = tokens(new Span(dash + 1, Math.min(end, dash + 120)), List.of());
    for (var i = 0; i < Math.min(4, tokens.size()); i++) {
      var token = tokens.get(i);
      if (!token.word()) return false;
      for (var verb : words.verbs(token)) if (says(verb)) return true;
    }
    return false;
  }

  private static boolean says(Verb verb) {
    return (verb.finite() || verb.tense() == SlavicWords.Tense.IMPERSONAL) && verb.takes("quote");
  }

  private List<Token> tokens(Span stretch, List<Span> quoted) {
    var tokens = new ArrayList<Token>();
    var at = stretch.start();
    for (var span : quoted) {
      plain(at, span.start(), tokens);
      tokens.add(new Token(span, text.substring(span.start(), span.end()), "", Kind.QUOTATION));
      at = span.end();
    }
    plain(at, stretch.end(), tokens);
    return tokens;
  }

  private void plain(int start, int end, List<Token> tokens) {
    for (var i = start; i < end; ) {
      var c = text.charAt(i);
      if (Character.isWhitespace(c)
          || Character.isSpaceChar(c)
          || "\u200b\ufeff\u00ad".indexOf(c) >= 0) {
        i++;
        continue;
      }
      var stop = i + 1;
      var kind = Kind.MARK;
      if (Character.isLetterOrDigit(c)) {
        kind = Character.isDigit(c) ? Kind.NUMBER : Kind.WORD;
        stop = wordEnd(i, end);
      } else {
        while (c == '.' && stop < end && text.charAt(stop) == '.') stop++;
        if (Character.isHighSurrogate(c) && stop < end) stop++;
      }
      var slice = text.substring(i, stop);
      tokens.add(new Token(new Span(i, stop), slice, SlavicWords.plain(slice), kind));
      i = stop;
    }
  }

  private int wordEnd(int start, int end) {
    var i = start + 1;
    while (i < end) {
      var c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '\u0301') {
        i++;
        continue;
      }
      var inside = i + 1 < end && Character.isLetterOrDigit(text.charAt(i + 1));
      if (inside && ("-‑'’ʼ".indexOf(c) >= 0 || ((c == '.' || c == ',') && digits(i)))) i += 2;
      else if (c == '.' && abbreviation(start, i)) return i + 1;
      else break;
    }
    return i;
  }

  private boolean digits(int at) {
    return Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
  }

  private boolean abbreviation(int start, int at) {
    if (at - start == 1) return Character.isLetter(text.charAt(start));
    return at - start < 5 && ABBREVIATIONS.contains(SlavicWords.plain(text.substring(start, at)));
  }

  private List<Sentence> sentences(int number, List<Token> tokens, Set<Span> speech) {
    var found = new ArrayList<Sentence>();
    var start = 0;
    for (var i = 0; i < tokens.size(); i++) {
      if (i - start < LONGEST && !ends(tokens, i, speech)) continue;
      found.add(new Sentence(number, List.copyOf(tokens.subList(start, i + 1))));
      start = i + 1;
    }
    if (start < tokens.size())
      found.add(new Sentence(number, List.copyOf(tokens.subList(start, tokens.size()))));
    return found;
  }

  private boolean ends(List<Token> tokens, int i, Set<Span> speech) {
    if (i + 1 == tokens.size()) return true;
    var token = tokens.get(i);
    var next = tokens.get(i + 1);
    if (token.quotation()) {
      if (!speech.contains(token.span())) return false;
      if (next.quotation()) return true;
      return next.word() && next.capital() && ".!?…".indexOf(lastOf(token)) >= 0;
    }
    if (token.is(";")) return false;
    if (!(token.is(".")
        || token.is("!")
        || token.is("?")
        || token.is("…")
        || token.is("..")
        || token.is("..."))) return false;
    if (dash(next)) return i + 2 >= tokens.size() || !tokens.get(i + 2).quotation();
    return next.quotation() || next.kind() == Kind.NUMBER || next.capital() || next.is("(");
  }

  private char lastOf(Token quotation) {
    var inside = new Quotation(quotation.span(), true).inside(text);
    return inside.end() > inside.start() ? text.charAt(inside.end() - 1) : ' ';
  }

  static boolean dash(@Nullable Token token) {
    return token != null && (token.is("—") || token.is("–") || token.is("-"));
  }
}
