package casus.syntax;

import casus.text.Code;
import casus.text.NearestName;
import casus.text.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads dossiers and library files, and the pieces of them given on a command line. Never throws
/// for anything a file can hold: what is wrong is in the problems, each line with its own.
public final class Parser {
  /// The words that statements start with.
  static final Set<String> KEYWORDS =
      Set.of(
          "dossier",
          "use",
          "scale",
          "question",
          "base",
          "actor",
          "source",
          "claim",
          "finding",
          "fact",
          "weigh",
          "indicator",
          "scenario",
          "lever",
          "treaty",
          "statute",
          "refine",
          "term",
          "council",
          "action");

  /// Where a line belongs that cannot stand at the margin.
  private static final Map<String, String> HOMES =
      Map.ofEntries(
          Map.entry("article", "`treaty`, `statute` or `refine`"),
          Map.entry("parties", "`treaty` or `statute`"),
          Map.entry("reading", "`term` or `article`"),
          Map.entry("unless", "`article`"),
          Map.entry("needs", "`article`"),
          Map.entry("then", "`article`"),
          Map.entry("case", "`article`"),
          Map.entry("rule", "`council`"),
          Map.entry("votes", "`council`"),
          Map.entry("outcomes", "`question`"),
          Map.entry("resolve", "`question`"),
          Map.entry("class", "`base`"),
          Map.entry("overlaps", "`weigh`"),
          Map.entry("for", "`weigh`"),
          Map.entry("seen", "`indicator`"),
          Map.entry("prior", "`fact`"),
          Map.entry("given", "`fact`"));

  private final Lines lines;
  private final Map<String, StatementReader> readers = new LinkedHashMap<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Expectation> expectations = new ArrayList<>();
  private final EvidenceLines evidence;

  /// The words that start a statement with numbers in it.
  private static final List<String> WITH_NUMBERS =
      List.of("fact", "source", "scale", "base", "weigh", "indicator", "refine", "term", "council");

  private Parser(SourceText source, boolean restating) {
    lines = new Lines(source, restating);
    evidence = new EvidenceLines(lines);
    var question = new QuestionLines(lines);
    var weigh = new WeighLines(lines);
    var law = new LawLines(lines);
    readers.put("dossier", question::dossier);
    readers.put("use", question::use);
    readers.put("scale", question::scale);
    readers.put("question", question::question);
    readers.put("base", question::base);
    readers.put("actor", this::actors);
    readers.put("source", evidence::source);
    readers.put("claim", evidence::claim);
    readers.put("finding", evidence::finding);
    readers.put("fact", evidence::fact);
    readers.put("weigh", weigh::weigh);
    readers.put("indicator", weigh::indicator);
    readers.put("scenario", weigh::scenario);
    readers.put("lever", weigh::lever);
    readers.put("treaty", law::treaty);
    readers.put("statute", law::statute);
    readers.put("refine", law::refine);
    readers.put("term", law::term);
    readers.put("council", law::council);
    readers.put("action", law::action);
  }

  /// A file's statements, tests, prose references and problems, all in file order.
  public static Document parse(SourceText source) {
    var parser = new Parser(source, false);
    var markdown = Markdown.scan(source, parser.lines.problems());
    for (var fence : markdown.fences()) parser.fence(fence);
    var prose = new Prose(parser.lines, parser.claims());
    markdown.paragraphs().forEach(prose::paragraph);
    return new Document(
        source,
        markdown.title(),
        List.copyOf(parser.statements),
        List.copyOf(parser.expectations),
        prose.references(),
        parser.lines.problems().inFileOrder());
  }

  /// A file that restates numbers of a dossier: lines of the dossier with other numbers. What is no
  /// number may be left out of them, and each may end in `because "…"`.
  public static Restating restating(SourceText source) {
    var parser = new Parser(source, true);
    var markdown = Markdown.scan(source, parser.lines.problems());
    for (var fence : markdown.fences()) if (!fence.tests()) parser.fence(fence);
    var document =
        new Document(
            source,
            markdown.title(),
            List.copyOf(parser.statements),
            List.of(),
            List.of(),
            parser.lines.problems().inFileOrder());
    return new Restating(document, Map.copyOf(parser.lines.reasons()));
  }

  /// Suppositions as on a command line: `request(BLR), not hostile`.
  ///
  /// @param name what messages call the text, such as `--suppose`
  public static Parsed<List<Condition>> conditions(String name, String text) {
    return piece(name, text, Form.SUPPOSITIONS, Conditions::literals);
  }

  /// A query as in prose, without the braces: `P(troops = open)`, `could(RUS use-force BLR)`, `C4`.
  ///
  /// @param name what messages call the text
  public static Parsed<Document.Query> query(String name, String text) {
    return piece(name, text, Form.QUERY, TestLines::query);
  }

  private static <T> Parsed<T> piece(
      String name, String text, Form form, Function<LineReader, T> read) {
    var lines = new Lines(new SourceText(name, text));
    var line = lines.open(0, text.length(), form);
    var value = read.apply(line);
    line.finish();
    var problems = lines.problems().inFileOrder();
    return problems.isEmpty() ? new Parsed<>(value, problems) : new Parsed<>(null, problems);
  }

  private void fence(Fence fence) {
    Outline.read(
        lines.source(),
        fence.first(),
        fence.last(),
        lines.problems(),
        fence.tests() ? this::test : this::statement);
  }

  private void test(Block block) {
    var line = lines.open(block, Form.EXPECT);
    if (line.atEnd() || !keyword(line, "expect")) {
      lines.lexBelow(block);
      return;
    }
    var expectation = new TestLines(lines).expect(line, block);
    if (expectation != null) expectations.add(expectation);
  }

  /// Takes the keyword of a test; a misspelt one is reported and taken.
  private boolean keyword(LineReader line, String keyword) {
    if (line.accept(keyword)) return true;
    if (lines.problems().isFull()) return false;
    var token = line.peek();
    var near = NearestName.of(line.slice(token), List.of(keyword));
    var statement = readers.containsKey(line.slice(token));
    var hint = statement ? "`" + line.slice(token) + "` in a `casus` fence" : near;
    unknownKeyword(line, token, "`" + keyword + "`", hint);
    line.take();
    return near != null;
  }

  private void statement(Block block) {
    var line = lines.open(block, Form.STATEMENT);
    if (line.atEnd()) {
      lines.lexBelow(block);
      return;
    }
    var reader = readerAt(line);
    if (reader == null) {
      lines.lexBelow(block);
      return;
    }
    var statement = reader.read(line, block);
    if (statement != null && !line.namesNothing()) statements.add(statement);
  }

  private @Nullable StatementReader readerAt(LineReader line) {
    var token = line.peek();
    var word = line.slice(token);
    var known = readers.get(word);
    if (lines.isRestating() && !WITH_NUMBERS.contains(word)) {
      unknownKeyword(
          line,
          token,
          "a line of the dossier with a number in it: " + String.join(", ", WITH_NUMBERS),
          known == null ? NearestName.of(word, WITH_NUMBERS) : null);
      return null;
    }
    if (known != null) {
      line.take();
      return known;
    }
    if (line.isWord(line.peek(1), "prevails") || line.at("obligations prevail"))
      return (ranked, block) -> ranking(ranked, block);
    if (lines.problems().isFull()) return null;
    var near = line.at(Token.Kind.WORD) ? NearestName.of(word, readers.keySet()) : null;
    unknownKeyword(
        line, token, "a keyword: " + String.join(", ", readers.keySet()), hint(word, near));
    line.take();
    return near == null ? null : readers.get(near);
  }

  private static @Nullable String hint(String word, @Nullable String near) {
    if (word.equals("expect")) return "`expect` in a `casus-test` fence";
    var home = HOMES.get(word);
    return home == null ? near : "`" + word + "` indented below " + home;
  }

  private static void unknownKeyword(
      LineReader line, Token token, String expected, @Nullable String hint) {
    line.report(
        Code.E101,
        token.span(),
        "found " + line.shown(token) + " at the start of a line",
        expected,
        hint);
  }

  private Statement ranking(LineReader line, Block block) {
    var ranking = LawLines.ranking(line);
    line.finish();
    lines.rejectBelow(block, "`prevails over`");
    return ranking;
  }

  /// Several actors may stand on one line; each is a statement.
  private @Nullable Statement actors(LineReader line, Block block) {
    do {
      var actor = evidence.actor(line);
      if (!line.failed() || !actor.code().text().isEmpty()) statements.add(actor);
    } while (line.accept("actor"));
    line.finish();
    lines.rejectBelow(block, "`actor`");
    return null;
  }

  private Set<String> claims() {
    var names = new HashSet<String>();
    for (var statement : statements)
      if (statement instanceof Statement.Claim claim) names.add(claim.name().text());
    return names;
  }
}
