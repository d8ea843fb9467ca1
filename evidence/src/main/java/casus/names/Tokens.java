package casus.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Cuts a text into words, numbers and marks, and these into sentences.
///
/// A possessive `'s` is a word of its own, and so is what hangs on a name: `ISIL-held` is three
/// words, `al-Asad` one.
final class Tokens {
  /// Lines of fewer characters than this end where they end; longer ones may be wrapped.
  private static final int WRAPPED = 55;

  /// Longer words, of characters, are no names, and stay whole.
  private static final int LONGEST = 60;

  private static final Set<String> DOTTED =
      Set.of(
          "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Col", "Lt", "Sgt", "Cpl",
          "Capt", "Maj", "Cmdr", "Cdr", "Adm", "Rev", "Hon", "St", "Jr", "Sr", "Brig", "Amb", "Spc",
          "Pfc", "Pvt", "Sec", "Mt", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep",
          "Oct", "Nov", "Dec", "Inc", "Ltd", "Corp", "Co", "No", "vs", "Art", "approx", "ca");

  private static final Set<String> PREFIXES =
      Set.of(
          "pro", "anti", "non", "ex", "pre", "post", "mid", "trans", "counter", "inter", "intra");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private boolean opens = true;

  /// Where the line begins that is being read.
  private int line;

  /// Whether a word is a state's name or adjective, so that `Russia-Ukraine` is two.
  private final Predicate<String> state;

  private Tokens(String text, Predicate<String> state) {
    this.text = text;
    this.state = state;
  }

  static List<Token> of(String text, Predicate<String> state) {
    return new Tokens(text, state).read();
  }

  private List<Token> read() {
    var at = 0;
    while (at < text.length()) {
      var begin = at;
      while (at < text.length() && blank(text.charAt(at))) at++;
      var joined = joins(begin, at);
      if (!joined) opens = true;
      if (at == text.length()) break;
      var end = end(at);
      if (Character.isLetter(text.codePointAt(at))) words(at, end, joined);
      else {
        var mark = text.charAt(at);
        add(at, end, joined);
        if ((mark == '.' || mark == '!' || mark == '?' || mark == '…') && ends(end)) opens = true;
      }
      at = end;
    }
    return List.copyOf(tokens);
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\u200e' || c == '\u200f';
  }

  /// Whether the words on both sides of a blank may be one name: no empty line, no short line.
  private boolean joins(int begin, int end) {
    var first = -1;
    for (var i = begin; i < end; i++) {
      if (text.charAt(i) != '\n') continue;
      if (first >= 0) {
        line = end;
        return false;
      }
      first = i;
    }
    if (first < 0) return true;
    var length = first - line;
    line = first + 1;
    return length >= WRAPPED && !tokens.isEmpty() && tokens.getLast().word();
  }

  private boolean ends(int after) {
    var i = after;
    while (i < text.length() && "\"”’')]".indexOf(text.charAt(i)) >= 0) i++;
    if (i == text.length()) return true;
    if (!blank(text.charAt(i))) return false;
    while (i < text.length() && (blank(text.charAt(i)) || "\"“‘'([".indexOf(text.charAt(i)) >= 0))
      i++;
    return i == text.length() || !Character.isLowerCase(text.codePointAt(i));
  }

  private void add(int start, int end, boolean joined) {
    var token = text.substring(start, end);
    var counts = Character.isLetterOrDigit(token.codePointAt(0));
    tokens.add(new Token(start, end, token, opens && counts, joined));
    if (counts) opens = false;
  }

  /// Where the word, the number or the mark at a place ends.
  private int end(int start) {
    var c = text.codePointAt(start);
    if (Character.isDigit(c)) {
      var i = start + 1;
      while (i < text.length()
          && (Character.isLetterOrDigit(text.charAt(i))
              || (inside(i, ".,") && Character.isDigit(text.charAt(i + 1))))) i++;
      return i;
    }
    if (!Character.isLetter(c)) return start + Character.charCount(c);
    var i = start + Character.charCount(c);
    while (i < text.length()) {
      var next = text.charAt(i);
      if (Character.isLetterOrDigit(next)
          || Character.getType(next) == Character.NON_SPACING_MARK
          || Character.isSurrogate(next)) i++;
      else if (apostrophe(next) && inside(i, "'’‘ʻʼ`") && !possessive(i)) i++;
      else if (next == '-' && inside(i, "-")) i++;
      else if (next == '.' && dotted(start, i)) i++;
      else break;
    }
    return i;
  }

  private static boolean apostrophe(char c) {
    return "'’‘ʻʼ`".indexOf(c) >= 0;
  }

  /// Whether a character stands between letters or digits and is one of these.
  private boolean inside(int at, String these) {
    return these.indexOf(text.charAt(at)) >= 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }

  private boolean possessive(int apostrophe) {
    return (text.charAt(apostrophe + 1) == 's' || text.charAt(apostrophe + 1) == 'S')
        && (apostrophe + 2 == text.length()
            || !Character.isLetterOrDigit(text.charAt(apostrophe + 2)));
  }

  /// Whether a full stop belongs to the word before it: `U.S.`, `J.`, `Gen.`.
  private boolean dotted(int start, int dot) {
    var before = text.substring(start, dot);
    if (DOTTED.contains(before)) return true;
    if (before.length() == 1)
      return Character.isUpperCase(before.charAt(0))
          && (dot + 1 < text.length()
              && (Character.isUpperCase(text.charAt(dot + 1)) || middle(start, dot)));
    return before.length() >= 3
        && before.charAt(before.length() - 2) == '.'
        && Character.isUpperCase(before.charAt(before.length() - 1));
  }

  /// Whether an initial stands in the middle of a name: `John F. Kennedy`.
  private boolean middle(int start, int dot) {
    return dot + 2 < text.length()
        && text.charAt(dot + 1) == ' '
        && Character.isUpperCase(text.charAt(dot + 2))
        && !(start == 0 && dot == 1 && text.charAt(0) == 'I');
  }

  /// A word with hyphens, cut where something that is no name hangs on one.
  private void words(int start, int end, boolean joined) {
    if (end - start > LONGEST) {
      add(start, end, joined);
      return;
    }
    var word = text.substring(start, end);
    var first = word.indexOf('-');
    if (first > 0 && PREFIXES.contains(word.substring(0, first))) {
      add(start, start + first, joined);
      add(start + first, start + first + 1, true);
      words(start + first + 1, end, true);
      return;
    }
    if (first > 0
        && state.test(word.substring(0, first))
        && state.test(word.substring(first + 1))) {
      add(start, start + first, joined);
      add(start + first, start + first + 1, true);
      add(start + first + 1, end, true);
      return;
    }
    var last = word.lastIndexOf('-');
    if (last > 0
        && Character.isUpperCase(word.charAt(0))
        && small(word, last + 1)
        && word.length() - last > 2) {
      words(start, start + last, joined);
      add(start + last, start + last + 1, true);
      add(start + last + 1, end, true);
      return;
    }
    if (first > 0 && word.startsWith("al-") && last > first && small(word, last + 1)) {
      words(start, start + last, joined);
      add(start + last, start + last + 1, true);
      add(start + last + 1, end, true);
      return;
    }
    add(start, end, joined);
  }

  private static boolean small(String word, int from) {
    for (var i = from; i < word.length(); i++)
      if (!Character.isLowerCase(word.charAt(i))) return false;
    return true;
  }
}
