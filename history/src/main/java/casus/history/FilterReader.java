package casus.history;

import casus.history.Filter.Relation;
import casus.history.Filter.Value;
import casus.text.Code;
import casus.text.NearestName;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the conditions of a reference class:
///
/// ```text
/// responder = RUS and trigger = internal-unrest
/// year between 1946 and 1989 and (intensity = 2 or not reference is blank)
/// outcome in (troops-sent, reserve-formed)
/// ```
///
/// Names and texts may be typed with hyphens, underscores or blanks (these in quotes), in upper or
/// lower case. A word that is no column is taken for a value of the set's outcome, and a column of
/// yes or no may stand alone.
public final class FilterReader {
  static final String GRAMMAR =
      "COLUMN = VALUE, COLUMN in (VALUE, …), COLUMN between VALUE and VALUE, COLUMN is blank; with"
          + " !=, <, <=, >, >=, not, and, or, ( )";

  private static final int DEEPEST = 50;
  private static final int LONGEST = 10_000;

  private final SourceText source;
  private final Records records;
  private final Values values;
  private final List<Token> tokens;
  private final List<Problem> problems = new ArrayList<>();
  private int next;
  private int depth;

  private FilterReader(SourceText source, Records records, List<Token> tokens) {
    this.source = source;
    this.records = records;
    this.tokens = tokens;
    this.values = new Values(source, records, problems);
  }

  /// What came of reading.
  public sealed interface Read {
    /// @param conjuncts its conditions that are joined by `and` at the top, with their words
    record Sound(Filter filter, List<Conjunct> conjuncts) implements Read {}

    record Wrong(List<Problem> problems) implements Read {}
  }

  /// One of the conditions that must all hold.
  public record Conjunct(Filter filter, String words) {}

  /// @param name of the text in messages: "filter"
  /// @param text of the filter; empty for every record
  public static Read read(String name, String text, Records records) {
    var source = new SourceText(name, text);
    if (text.isBlank()) return new Read.Sound(new Filter.Everything(), List.of());
    if (text.length() > LONGEST)
      return new Read.Wrong(
          List.of(
              Problem.of(
                  Code.E107,
                  new Place(source, new Span(0, Math.min(20, text.length()))),
                  "a filter of " + text.length() + " characters; " + LONGEST + " is the most")));
    var scanned = FilterTokens.of(source);
    if (!scanned.problems().isEmpty()) return new Read.Wrong(scanned.problems());
    return new FilterReader(source, records, scanned.tokens()).whole();
  }

  /// One piece of a filter.
  ///
  /// @param text as typed, without quotes
  record Token(Kind kind, String text, Span span) {
    enum Kind {
      WORD,
      QUOTED,
      SIGN,
      END
    }

    boolean is(String word) {
      return kind == (Character.isLetter(word.charAt(0)) ? Kind.WORD : Kind.SIGN)
          && text.toLowerCase(Locale.ROOT).equals(word);
    }
  }

  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stop() {
      super(null, null, false, false);
    }
  }

  private Read whole() {
    var conjuncts = new ArrayList<Conjunct>();
    Filter filter;
    try {
      filter = either(conjuncts);
      if (peek().kind() != Token.Kind.END) throw unexpected("`and`, `or`, or the end");
    } catch (Stop _) {
      return new Read.Wrong(problems);
    }
    return problems.isEmpty() ? new Read.Sound(filter, conjuncts) : new Read.Wrong(problems);
  }

  /// @param conjuncts receives the conditions joined by `and` where there is no `or` beside them
  private Filter either(List<Conjunct> conjuncts) {
    var start = peek().span().start();
    var parts = new ArrayList<Filter>();
    parts.add(both(conjuncts));
    while (take("or")) parts.add(both(new ArrayList<>()));
    if (parts.size() == 1) return parts.getFirst();
    var any = new Filter.Any(parts);
    conjuncts.clear();
    conjuncts.add(new Conjunct(any, words(start)));
    return any;
  }

  private Filter both(List<Conjunct> conjuncts) {
    var parts = new ArrayList<Filter>();
    do {
      var start = peek().span().start();
      var part = negated();
      parts.add(part);
      conjuncts.add(new Conjunct(part, words(start)));
    } while (take("and"));
    return parts.size() == 1 ? parts.getFirst() : new Filter.All(parts);
  }

  private String words(int start) {
    return source.text().substring(start, tokens.get(next - 1).span().end());
  }

  private Filter negated() {
    if (++depth > DEEPEST) {
      problems.add(
          Problem.of(Code.E107, place(peek().span()), "conditions nested deeper than " + DEEPEST));
      throw new Stop();
    }
    try {
      if (take("not")) return new Filter.Not(negated());
      if (!take("(")) return condition();
      var inner = either(new ArrayList<>());
      expect(")");
      return inner;
    } finally {
      depth--;
    }
  }

  private Filter condition() {
    var token = peek();
    if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.QUOTED)
      throw unexpected("the name of a column");
    next++;
    var field = records.set().field(token.text()).orElse(null);
    if (field == null && !startsRelation()) return alone(token);
    if (field == null) problems.add(unknown(token));
    if (take("is")) {
      var not = take("not");
      expect("blank");
      var blank = field == null ? new Filter.Everything() : new Filter.Blank(field);
      return not ? new Filter.Not(blank) : blank;
    }
    var not = take("not");
    if (take("in")) return maybeNot(not, oneOf(field));
    if (take("between")) {
      var low = value(field);
      expect("and");
      var high = value(field);
      if (field == null || low == null || high == null) return new Filter.Everything();
      values.ordered(field, token.span());
      return maybeNot(not, new Filter.Between(field, low, high));
    }
    if (not) throw unexpected("`in` or `between` after `not`");
    return compared(token, field);
  }

  private static Filter maybeNot(boolean not, Filter filter) {
    return not ? new Filter.Not(filter) : filter;
  }

  private Filter oneOf(@Nullable Field field) {
    expect("(");
    var among = new ArrayList<Value>();
    do {
      var value = value(field);
      if (value != null) among.add(value);
    } while (take(","));
    expect(")");
    return field == null ? new Filter.Everything() : new Filter.OneOf(field, among);
  }

  private Filter compared(Token name, @Nullable Field field) {
    for (var relation : Relation.values())
      if (take(relation.sign())) {
        var value = value(field);
        if (field == null || value == null) return new Filter.Everything();
        if (relation != Relation.EQUAL && relation != Relation.UNEQUAL)
          values.ordered(field, name.span());
        return new Filter.Compared(field, relation, value);
      }
    if (field != null && field.type() == Field.Type.FLAG)
      return new Filter.Compared(field, Relation.EQUAL, new Value.Flag(true));
    if (field != null
        && Set.of("0", "1").containsAll(field.codes().keySet())
        && field.codes().containsKey("1"))
      return new Filter.Compared(field, Relation.EQUAL, new Value.Whole(1));
    throw unexpected("=, !=, <, <=, >, >=, in (…), between … and …, or is blank");
  }

  private boolean startsRelation() {
    var token = peek();
    if (token.kind() == Token.Kind.SIGN) return !token.is(")");
    return token.is("is") || token.is("in") || token.is("between") || token.is("not");
  }

  /// A word alone that is no column: a value of the set's outcome.
  private Filter alone(Token token) {
    var outcome = records.set().outcome();
    var field = outcome == null ? null : records.set().field(outcome).orElse(null);
    if (field != null) {
      var known = values.known(field, token.text());
      if (known != null) return new Filter.Compared(field, Relation.EQUAL, known);
    }
    var names = new ArrayList<>(names());
    if (field != null) names.addAll(records.values(field).orElse(List.of()));
    var near = NearestName.of(token.text(), names);
    problems.add(
        Problem.of(
                Code.E201,
                place(token.span()),
                "`"
                    + token.text()
                    + "` is no column of "
                    + records.set().name()
                    + (field == null ? "" : " and no value of `" + field.name() + "`"))
            .expecting(near == null ? "one of " + listed(names) : "a column or a value")
            .hint(near));
    return new Filter.Everything();
  }

  private Problem unknown(Token token) {
    var near = NearestName.of(Field.key(token.text()), names());
    return Problem.of(
            Code.E201,
            place(token.span()),
            records.set().name() + " has no column `" + token.text() + "`")
        .expecting(near == null ? "one of " + listed(names()) : "a column of the set")
        .hint(near);
  }

  private List<String> names() {
    return records.set().fields().stream().map(Field::key).toList();
  }

  static String listed(List<String> names) {
    var most = 12;
    return String.join(", ", names.subList(0, Math.min(most, names.size())))
        + (names.size() > most ? " and " + (names.size() - most) + " more" : "");
  }

  private @Nullable Value value(@Nullable Field field) {
    var token = peek();
    if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.QUOTED)
      throw unexpected("a value");
    next++;
    return field == null ? null : values.value(field, token);
  }

  private Token peek() {
    return tokens.get(next);
  }

  private boolean take(String word) {
    if (!peek().is(word)) return false;
    next++;
    return true;
  }

  private void expect(String word) {
    if (!take(word)) throw unexpected("`" + word + "`");
  }

  private Stop unexpected(String expected) {
    var token = peek();
    problems.add(
        Problem.of(
                Code.E102,
                place(token.span()),
                token.kind() == Token.Kind.END
                    ? "the filter ends here"
                    : "found `" + token.text() + "`")
            .expecting(expected)
            .grammar(GRAMMAR));
    return new Stop();
  }

  private Place place(Span span) {
    return new Place(source, span);
  }
}
