package casus.syntax;

import static casus.syntax.Token.Kind.NUMERAL;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads instruments and what they hold: `treaty`, `statute`, `refine`, `term`, `action`, rankings.
final class LawLines {
  private final Lines lines;
  private final Map<String, StatementReader> inside = new LinkedHashMap<>();

  LawLines(Lines lines) {
    this.lines = lines;
    var councils = new CouncilLines(lines);
    var articles = new ArticleLines(lines);
    inside.put("term", this::term);
    inside.put("council", councils::council);
    inside.put("action", this::action);
    inside.put("article", articles::article);
  }

  Statement council(LineReader line, Block block) {
    return new CouncilLines(lines).council(line, block);
  }

  Statement treaty(LineReader line, Block block) {
    line.as(Form.TREATY);
    var name = line.name("the name of the treaty");
    return instrument(line, block, name, null, Form.TREATY);
  }

  Statement statute(LineReader line, Block block) {
    line.as(Form.STATUTE);
    var name = line.name("the name of the statute");
    line.expect("of");
    var state = line.name("the code of the state");
    return instrument(line, block, name, state, Form.STATUTE);
  }

  private Statement instrument(
      LineReader line, Block block, Name name, @Nullable Name state, Form form) {
    var title = line.quoted("the title");
    var details = new Details(lines, form, state == null ? "treaty" : "statute");
    var amendments = new ArrayList<Statement.Amendment>();
    var signed = details.one("signed", Days::day);
    var inForce = details.one("in force", Days::day);
    var ended = details.one("ended", Days::day);
    details.each("amended", form, r -> amendment(r, amendments));
    var cite = details.one("cite", r -> r.quoted("where it is published"));
    var fromMemory = details.flag("from memory");
    var parties = new ArrayList<Statement.Party>();
    details.each("parties", Form.PARTIES, r -> parties(r, parties));
    var body = body(details);
    details.read(line, block);
    return new Statement.Instrument(
        name,
        title,
        state,
        signed.get(),
        inForce.get(),
        ended.get(),
        List.copyOf(amendments),
        cite.get(),
        fromMemory.isSet(),
        List.copyOf(parties),
        List.copyOf(body),
        line.whole());
  }

  private List<Statement> body(Details details) {
    var body = new ArrayList<Statement>();
    inside.forEach((keyword, reader) ->
        details.block(
            keyword,
            Form.STATEMENT,
            (r, b) -> {
              var statement = reader.read(r, b);
              if (statement != null && !r.namesNothing()) body.add(statement);
            }));
    details.unnamed(
        Form.PREVAILS,
        "`REF prevails over REF`",
        false,
        LawLines::isRanking,
        r -> body.add(ranking(r)));
    return body;
  }

  private static void amendment(LineReader line, List<Statement.Amendment> amendments) {
    var adopted = Days.day(line);
    var inForce = line.accept("in force") ? Days.day(line) : null;
    if (!line.failed()) amendments.add(new Statement.Amendment(adopted, inForce));
  }

  private static void parties(LineReader line, List<Statement.Party> parties) {
    do {
      var mark = line.mark();
      var code = line.name("the code of a party");
      var from = line.accept("from") ? Days.day(line) : null;
      var to = line.accept("to") ? Days.day(line) : null;
      var suspended = line.accept("suspended");
      if (suspended) line.expect("from");
      var suspendedFrom = suspended ? Days.day(line) : null;
      var suspendedTo = suspended && line.accept("to") ? Days.day(line) : null;
      if (!line.failed())
        parties.add(
            new Statement.Party(code, from, to, suspendedFrom, suspendedTo, line.since(mark)));
    } while (line.acceptSymbol(","));
  }

  Statement refine(LineReader line, Block block) {
    line.as(Form.REFINE);
    var instrument = line.name("the name of an instrument");
    var details = new Details(lines, Form.REFINE, "refine");
    var body = body(details);
    details.read(line, block);
    return new Statement.Refine(instrument, List.copyOf(body), line.whole());
  }

  Statement term(LineReader line, Block block) {
    line.as(Form.TERM);
    var atom = line.atom("the name of the term");
    var text = line.quotedIfAny();
    var readings = new ArrayList<Statement.Reading>();
    var details = new Details(lines, Form.TERM, "term");
    var means = details.one("means", Conditions::condition);
    details.block("reading", Form.TERM_READING, (r, b) -> reading(r, b, readings));
    if (details.read(line, block) && !means.isSet() && readings.isEmpty())
      line.unexpected("`means` and a condition, or readings below");
    return new Statement.Term(atom, text, means.get(), List.copyOf(readings), line.whole());
  }

  private record Meaning(@Nullable Condition condition) {}

  private void reading(LineReader line, Block block, List<Statement.Reading> readings) {
    var name = line.name("the name of the reading");
    var text = line.quotedIfAny();
    var details = new Details(lines, Form.TERM_READING, "reading");
    var means = details.one("means", LawLines::meaning);
    var weight = details.one("weight", Amounts::probability);
    var heldBy = details.one("held by", r -> r.quoted("who holds it"));
    if (details.read(line, block) && !means.isSet() && !line.isRestating())
      line.unexpected("`means` and a condition, or `means nothing`");
    var meaning = means.get();
    readings.add(
        new Statement.Reading(
            name,
            text,
            meaning == null ? null : meaning.condition,
            null,
            null,
            weight.get(),
            heldBy.get(),
            line.whole()));
  }

  private static Meaning meaning(LineReader line) {
    return new Meaning(line.accept("nothing") ? null : Conditions.condition(line));
  }

  Statement action(LineReader line, Block block) {
    line.as(Form.ACTION);
    var action = line.name("the name of the action");
    line.expect("includes");
    var included = line.names("the name of an action");
    line.finish();
    lines.rejectBelow(block, "`action`");
    return new Statement.ActionIncludes(action, List.copyOf(included), line.whole());
  }

  /// Whether `REF prevails` or `obligations prevail` stands here.
  static boolean isRanking(LineReader line) {
    return line.isWord(line.peek(1), "prevails")
        || line.isWord(line.peek(1), "prevail")
        || line.at(NUMERAL);
  }

  /// `2.4 prevails over union-state.2`, `obligations prevail over all other instruments`.
  static Statement ranking(LineReader line) {
    if (line.at("obligations prevail")) {
      line.as(Form.OBLIGATIONS).expect("obligations prevail over all other instruments");
      return new Statement.ObligationsPrevail(line.whole());
    }
    line.as(Form.PREVAILS);
    var higher = line.reference("an article");
    line.expect("prevails over");
    var lower = new ArrayList<Name>();
    do lower.add(line.reference("an article"));
    while (line.acceptSymbol(","));
    return new Statement.Prevails(higher, List.copyOf(lower), line.whole());
  }
}
