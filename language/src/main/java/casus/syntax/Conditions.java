package casus.syntax;

import static casus.syntax.Token.Kind.WORD;

import casus.text.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads conditions.
final class Conditions {
  /// Deeper brackets are refused: nobody can read them, and the stack ends somewhere.
  static final int DEEPEST = 200;

  private static final String CONDITION = "a condition, such as `hostile` or `not attack(BLR)`";

  /// Words that stand between conditions, and so are not conditions themselves.
  static final Set<String> CONNECTIVES =
      Set.of(
          "and",
          "or",
          "not",
          "if",
          "else",
          "otherwise",
          "when",
          "unless",
          "needs",
          "given",
          "means",
          "then",
          "suppose",
          "set",
          "override",
          "because",
          "cite");

  private Conditions() {}

  static Condition condition(LineReader line) {
    return anyOf(line, 0);
  }

  /// `literal {"," literal}`: what is supposed, set or given.
  static List<Condition> literals(LineReader line) {
    var literals = new ArrayList<Condition>();
    do literals.add(literal(line, 0));
    while (line.acceptSymbol(","));
    if (line.at("and")) line.unexpected("`,` between suppositions", ",");
    if (line.at("or")) line.unexpected("one state of affairs");
    return List.copyOf(literals);
  }

  private static Condition anyOf(LineReader line, int depth) {
    var mark = line.mark();
    var first = allOf(line, depth);
    if (!line.at("or")) return first;
    var parts = new ArrayList<Condition>();
    parts.add(first);
    while (line.accept("or")) parts.add(allOf(line, depth));
    return new Condition.Or(List.copyOf(parts), line.since(mark));
  }

  private static Condition allOf(LineReader line, int depth) {
    var mark = line.mark();
    var first = literal(line, depth);
    if (!line.at("and")) return first;
    var parts = new ArrayList<Condition>();
    parts.add(first);
    while (line.accept("and")) parts.add(literal(line, depth));
    return new Condition.And(List.copyOf(parts), line.since(mark));
  }

  private static Condition literal(LineReader line, int depth) {
    var mark = line.mark();
    if (depth >= DEEPEST) {
      line.fail(
          Code.E107,
          line.peek().span(),
          "found a condition nested more than " + DEEPEST + " levels deep",
          "a simpler condition, or a `term` for a part of it",
          null);
      return nothing(line);
    }
    if (line.accept("not")) {
      var denied = literal(line, depth + 1);
      return new Condition.Not(denied, line.since(mark));
    }
    if (line.acceptSymbol("(")) {
      var inside = anyOf(line, depth + 1);
      line.expectSymbol(")");
      return inside;
    }
    if (line.at("could") && line.isSymbol(line.peek(1), "(")) return could(line);
    if (line.at("decision of")) return decision(line);
    if (line.at("article") && line.peek(1).kind() != Token.Kind.END) return article(line);
    return truth(line) ? truthAt(line) : named(line);
  }

  private static boolean truth(LineReader line) {
    return line.at("true") || line.at("false");
  }

  private static Condition truthAt(LineReader line) {
    var mark = line.mark();
    var value = line.accept("true");
    if (!value) line.accept("false");
    return new Condition.Truth(value, line.since(mark));
  }

  private static Condition decision(LineReader line) {
    var mark = line.mark();
    line.expect("decision of");
    var council = line.name("the name of a council");
    return new Condition.Decision(council, line.since(mark));
  }

  private static Condition article(LineReader line) {
    var mark = line.mark();
    line.expect("article");
    var number = line.reference("the number of an article");
    return new Condition.ArticleHolds(number, line.since(mark));
  }

  /// `could(RUS use-force BLR under russia)`.
  static Condition.Could could(LineReader line) {
    var mark = line.mark();
    line.expect("could");
    line.expectSymbol("(");
    var inside = line.mark();
    var actor = line.name("the actor");
    var action = line.name("the action");
    var target = line.name("the actor it is done to");
    var act = new Condition.Act(actor, action, target, line.since(inside));
    var order = line.accept("under") ? line.name("a legal order") : null;
    line.expectSymbol(")");
    return new Condition.Could(act, order, line.since(mark));
  }

  private static Condition named(LineReader line) {
    if (!line.at(WORD) || CONNECTIVES.contains(line.slice(line.peek()))) {
      line.unexpected(CONDITION);
      return nothing(line);
    }
    var mark = line.mark();
    var atom = line.atom(CONDITION);
    var reached = atom.argument() == null && (line.atSymbol("=") || line.atSymbol(">="));
    return reached ? reached(line, atom.name(), mark) : new Condition.Holds(atom);
  }

  /// `troops = open`, `troops >= covert`.
  static Condition.Reached reached(LineReader line) {
    var mark = line.mark();
    return reached(line, line.name("a question"), mark);
  }

  private static Condition.Reached reached(LineReader line, Name question, int mark) {
    var orMore = line.acceptSymbol(">=");
    if (!orMore) line.expectSymbol("=");
    var outcome = line.name("an outcome");
    return new Condition.Reached(question, outcome, orMore, line.since(mark));
  }

  private static Condition nothing(LineReader line) {
    return new Condition.Truth(false, line.emptyHere());
  }
}
