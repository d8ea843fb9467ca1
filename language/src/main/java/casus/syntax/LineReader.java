package casus.syntax;

import static casus.syntax.Token.Kind.END;
import static casus.syntax.Token.Kind.NUMERAL;
import static casus.syntax.Token.Kind.SYMBOL;
import static casus.syntax.Token.Kind.TEXT;
import static casus.syntax.Token.Kind.WORD;

import casus.text.Code;
import casus.text.NearestName;
import casus.text.Problem;
import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one line token by token. The first thing that does not fit is reported and moves the
/// reader to the end of the line: what is asked for after that comes out empty, without further
/// problems, so that the code for a statement reads straight on and never hides an error of another
/// line.
final class LineReader {
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("=>", ">="),
          Map.entry("≥", ">="),
          Map.entry("==", "="),
          Map.entry("–", "-"),
          Map.entry("—", "-"),
          Map.entry("−", "-"),
          Map.entry("•", "+ or -"),
          Map.entry("*", "+ or -"),
          Map.entry(";", ","),
          Map.entry("&", "and"),
          Map.entry("|", "or"),
          Map.entry("!", "not"),
          Map.entry("'", "\""),
          Map.entry("‘", "\""),
          Map.entry("’", "\""),
          Map.entry("”", "“"),
          Map.entry("„", "“"),
          Map.entry("«", "“"));

  private final Lines lines;
  private final String text;
  private final List<Token> tokens;
  private final Token end;
  private Form form;
  private int position;
  private boolean quiet;
  private boolean failed;
  private boolean named;

  /// @param quiet whether the line already has a problem, so that what follows from it is not said
  LineReader(Lines lines, List<Token> tokens, int end, Form form, boolean quiet) {
    this.lines = lines;
    this.text = lines.source().text();
    this.tokens = tokens;
    this.end = new Token(END, end, end);
    this.form = form;
    this.quiet = quiet;
  }

  /// Says which grammar problems from here on repeat.
  LineReader as(Form nowRead) {
    form = nowRead;
    return this;
  }

  /// Reports a problem that leaves the line readable; what is found later follows from it and stays
  /// unsaid.
  void report(Code code, Span span, String found, String expected, @Nullable String hint) {
    if (isUnsaid()) return;
    lines
        .problems()
        .add(
            lines
                .problems()
                .at(code, span, found)
                .expecting(expected)
                .grammar(form.grammar())
                .hint(hint));
    quiet = true;
  }

  /// Whether the line broke off before any name was read, so that it declares nothing.
  boolean namesNothing() {
    return failed && !named;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return position + ahead < tokens.size() ? tokens.get(position + ahead) : end;
  }

  Token take() {
    var token = peek();
    if (position < tokens.size()) position++;
    return token;
  }

  boolean atEnd() {
    return position >= tokens.size();
  }

  boolean failed() {
    return failed;
  }

  int mark() {
    return position;
  }

  void back(int mark) {
    if (!failed) position = mark;
  }

  boolean at(Token.Kind kind) {
    return peek().kind() == kind;
  }

  /// Whether the next words are these.
  ///
  /// @param phrase one word, or several with one space between
  boolean at(String phrase) {
    return matching(phrase) > 0;
  }

  boolean accept(String phrase) {
    var count = matching(phrase);
    position += count;
    return count > 0;
  }

  void expect(String phrase) {
    if (!accept(phrase)) unexpected("`" + phrase + "`", List.of(phrase));
  }

  /// How many tokens the phrase takes, 0 where it does not stand here.
  private int matching(String phrase) {
    var count = 0;
    for (var from = 0; from <= phrase.length(); count++) {
      var space = phrase.indexOf(' ', from);
      var to = space < 0 ? phrase.length() : space;
      var token = peek(count);
      if (token.kind() != WORD
          || token.end() - token.start() != to - from
          || !text.regionMatches(token.start(), phrase, from, to - from)) return 0;
      from = to + 1;
    }
    return count;
  }

  boolean isWord(Token token, String word) {
    return token.kind() == WORD
        && token.end() - token.start() == word.length()
        && text.startsWith(word, token.start());
  }

  boolean atSymbol(String symbol) {
    return isSymbol(peek(), symbol);
  }

  boolean isSymbol(Token token, String symbol) {
    return token.kind() == SYMBOL
        && token.end() - token.start() == symbol.length()
        && text.startsWith(symbol, token.start());
  }

  boolean acceptSymbol(String symbol) {
    if (!atSymbol(symbol)) return false;
    position++;
    return true;
  }

  void expectSymbol(String symbol) {
    if (!acceptSymbol(symbol)) unexpected("`" + symbol + "`");
  }

  String slice(Token token) {
    return text.substring(token.start(), token.end());
  }

  /// A word.
  ///
  /// @param what it names, for the message: "the name of the source"
  Name name(String what) {
    if (at(WORD)) return named(take());
    unexpected(what);
    return named(peek());
  }

  /// One of these words.
  Name oneOf(String what, List<String> words) {
    var name = name(what);
    if (failed || words.contains(name.text())) return name;
    back(position - 1);
    unexpected(what, words);
    return name;
  }

  /// An article or a past case: a word, or something like `4.h` that starts with a digit.
  Name reference(String what) {
    if (at(NUMERAL) || at(WORD)) return named(take());
    unexpected(what);
    return named(peek());
  }

  List<Name> names(String what) {
    var names = new ArrayList<Name>();
    do names.add(name(what));
    while (acceptSymbol(","));
    return names;
  }

  /// `attack(BLR)` or `hostile`.
  Atom atom(String what) {
    var name = name(what);
    if (failed || !acceptSymbol("(")) return new Atom(name, null, name.span());
    var argument = name("an argument in the brackets");
    var close = peek();
    expectSymbol(")");
    return new Atom(name, argument, new Span(name.span().start(), close.end()));
  }

  Quoted quoted(String what) {
    if (at(TEXT)) return unquoted(take());
    if (isRestating()) return new Quoted("", emptyHere());
    unexpected(what + " in quotes");
    return new Quoted("", emptyHere());
  }

  /// Whether the line restates numbers that are written elsewhere.
  boolean isRestating() {
    return lines.isRestating();
  }

  /// Takes `because "…"` on a line that restates numbers.
  ///
  /// @return whether it stood here
  boolean acceptReason() {
    if (!isRestating() || !accept("because")) return false;
    var reason = quoted("the reason");
    if (!failed) lines.because(reason);
    return true;
  }

  @Nullable Quoted quotedIfAny() {
    return at(TEXT) ? unquoted(take()) : null;
  }

  /// Words up to the end of the line or to one that the caller knows, with one space between.
  String words(List<String> stops) {
    var words = new StringBuilder();
    while (at(WORD) || at(NUMERAL)) {
      if (stops.stream().anyMatch(this::at)) break;
      if (!words.isEmpty()) words.append(' ');
      words.append(slice(take()));
    }
    return words.toString();
  }

  /// What stands here up to a gap of two blanks, where an author would have closed a quote.
  String phrase() {
    var last = position;
    while (last + 1 < tokens.size() && tokens.get(last + 1).start() - tokens.get(last).end() < 2)
      last++;
    return text.substring(peek().start(), tokens.get(last).end());
  }

  /// Whatever is left of the line, blanks as one space each.
  String rest() {
    var start = peek().start();
    position = tokens.size();
    return text.substring(start, lastEnd(start)).replaceAll("[\\s\\h]+", " ");
  }

  private int lastEnd(int start) {
    return tokens.isEmpty() ? start : Math.max(start, tokens.getLast().end());
  }

  private Name named(Token token) {
    named |= !failed;
    return new Name(failed || token.kind() == END ? "" : lines.shared(slice(token)), token.span());
  }

  private Quoted unquoted(Token token) {
    var closed =
        token.end() - token.start() > 1 && "\"”".indexOf(text.charAt(token.end() - 1)) >= 0;
    var inside = text.substring(token.start() + 1, closed ? token.end() - 1 : token.end());
    if (inside.indexOf('\\') >= 0) inside = inside.replace("\\\"", "\"").replace("\\”", "”");
    return new Quoted(inside, token.span());
  }

  Span emptyHere() {
    return new Span(peek().start(), peek().start());
  }

  /// From the token at a mark to the last one read.
  Span since(int mark) {
    if (position <= mark) return emptyHere();
    return tokens.get(mark).span().to(before());
  }

  /// The token read last.
  Span before() {
    return position == 0 ? emptyHere() : tokens.get(position - 1).span();
  }

  /// The line without its indentation and comment.
  Span whole() {
    if (tokens.isEmpty()) return end.span();
    return tokens.getFirst().span().to(tokens.getLast().span());
  }

  /// Reports what stands here as not fitting.
  void unexpected(String expected) {
    unexpected(expected, List.of());
  }

  /// @param words what could stand here; the nearest to what does is the hint
  void unexpected(String expected, List<String> words) {
    if (failed || breaksOffUnsaid()) return;
    unexpected(expected, at(WORD) ? NearestName.of(slice(peek()), words) : null);
  }

  /// @param hint the likely fix, null where only the character itself suggests one
  void unexpected(String expected, @Nullable String hint) {
    if (failed || breaksOffUnsaid()) return;
    var token = peek();
    var written = slice(token);
    var foreign = token.kind() == SYMBOL && !"()[],:=>=+-@".contains(written);
    fail(
        foreign ? Code.E108 : Code.E102,
        token.span(),
        "found " + shown(token),
        expected,
        hint == null && token.kind() == SYMBOL ? MEANT.get(written) : hint);
  }

  /// Reports a problem of this line, unless it already has one.
  void fail(Code code, Span span, String found, @Nullable String expected, @Nullable String hint) {
    if (!failed && !isUnsaid()) {
      var problem = lines.problems().at(code, span, found).grammar(form.grammar()).hint(hint);
      lines.problems().add(expected == null ? problem : problem.expecting(expected));
    }
    breakOff();
  }

  private boolean isUnsaid() {
    return quiet || lines.problems().isFull();
  }

  /// Breaks off here if the problem would not be said; to word a message takes time.
  private boolean breaksOffUnsaid() {
    if (isUnsaid()) breakOff();
    return failed;
  }

  private void breakOff() {
    failed = true;
    position = tokens.size();
  }

  /// Reports something that is wrong without making the rest of the line unreadable.
  void remark(Problem problem) {
    if (!failed && !isUnsaid()) lines.problems().add(problem.grammar(form.grammar()));
  }

  /// A token as messages name it.
  String shown(Token token) {
    if (token.kind() == END) return "the end of the line";
    var written = slice(token);
    return "`" + (written.length() > 40 ? written.substring(0, 39) + "…" : written) + "`";
  }

  /// Reports what is left of the line.
  void finish() {
    acceptReason();
    if (!atEnd()) unexpected("the end of the line");
  }
}
