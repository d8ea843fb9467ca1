package casus.syntax;

import static casus.syntax.Token.Kind.WORD;

import casus.text.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads articles: what they hang on, whom they bind, what undoes them.
final class ArticleLines {
  private static final Set<String> MODALS = Set.of("may", "must");

  private final Lines lines;

  ArticleLines(Lines lines) {
    this.lines = lines;
  }

  Statement article(LineReader line, Block block) {
    line.as(Form.ARTICLE);
    var number = line.reference("the number of the article");
    var text = line.quotedIfAny();
    var cases = new ArrayList<Statement.Article.Trigger>();
    var exceptions = new ArrayList<Statement.Article.Unless>();
    var needs = new ArrayList<Statement.Article.Need>();
    var consequences = new ArrayList<String>();
    var readings = new ArrayList<Statement.Reading>();
    var details = new Details(lines, Form.ARTICLE, "article");
    var dormant = details.flag("dormant");
    var since = details.one("since", Days::day);
    var until = details.one("until", Days::day);
    details.each("cases", Form.ARTICLE, r -> cases(r, cases));
    details.each("case", Form.CASE, r -> namedCase(r, cases));
    var with = details.one("with", r -> r.reference("the number of an article"));
    var when = details.one("when", Conditions::condition);
    var cite = details.one("cite", r -> r.quoted("where it is published"));
    var fromMemory = details.flag("from memory");
    details.each("unless", Form.UNLESS, r -> exceptions.add(unless(r)));
    details.each("needs", Form.NEEDS, r -> need(r, needs));
    details.each("then", Form.THEN, r -> consequences.add(consequence(r)));
    details.block("reading", Form.ARTICLE_READING, (r, b) -> reading(r, b, readings));
    var norm = norm(details, Form.ARTICLE);
    details.read(line, block);
    return new Statement.Article(
        number,
        text,
        dormant.isSet(),
        since.get(),
        until.get(),
        List.copyOf(cases),
        with.get(),
        when.get(),
        norm.get(),
        List.copyOf(exceptions),
        List.copyOf(needs),
        List.copyOf(consequences),
        List.copyOf(readings),
        cite.get(),
        fromMemory.isSet(),
        line.whole());
  }

  private static Slot<Statement.Norm> norm(Details details, Form form) {
    var norm = new Slot<Statement.Norm>();
    details.unnamed(
        form,
        "who may or must do what",
        true,
        ArticleLines::isNorm,
        r -> {
          if (norm.isSet()) r.unexpected("one norm an article");
          else norm.set(norm(r));
        });
    return norm;
  }

  private static boolean isNorm(LineReader line) {
    return line.at("any state")
        || line.at("any organisation")
        || line.at("parties")
        || line.at("all parties")
        || line.at("each party")
        || line.at("the")
        || (line.at(WORD) && MODALS.contains(line.slice(line.peek(1))));
  }

  /// `RUS must not deploy(S)`, `each party must assist(P) with force`.
  private static Statement.Norm norm(LineReader line) {
    var mark = line.mark();
    var subject = subject(line);
    var subjectSpan = line.since(mark);
    var modal = modal(line);
    var action = line.name("an action");
    @Nullable Name argument = null;
    if (!line.failed() && line.acceptSymbol("(")) {
      argument = line.name("an argument in the brackets");
      line.expectSymbol(")");
    }
    var withForce = line.accept("with force");
    return new Statement.Norm(
        subject, subjectSpan, modal, action, argument, withForce, line.since(mark));
  }

  private static String subject(LineReader line) {
    if (line.at("may") || line.at("must")) {
      line.unexpected("who: `any state`, `parties`, `each party`, `the …` or a code", "parties");
      return "";
    }
    if (line.at("the")) return line.words(List.of("may", "must"));
    for (var collective :
        List.of("any state", "any organisation", "parties", "all parties", "each party"))
      if (line.accept(collective)) return collective;
    return line.name("`any state`, `parties`, `each party`, `the …` or a code").text();
  }

  private static String modal(LineReader line) {
    if (line.accept("may")) {
      if (line.at("not"))
        line.unexpected("an action: what is forbidden `must not` be done", "must not");
      return "may";
    }
    if (line.accept("must not")) return "must not";
    if (line.accept("must")) return "must";
    line.unexpected("`may`, `must` or `must not`", List.of("may", "must"));
    return "may";
  }

  private static void cases(LineReader line, List<Statement.Article.Trigger> cases) {
    do {
      var mark = line.mark();
      var condition = Conditions.condition(line);
      if (!line.failed())
        cases.add(new Statement.Article.Trigger(null, null, condition, line.since(mark)));
    } while (line.acceptSymbol(","));
  }

  private static void namedCase(LineReader line, List<Statement.Article.Trigger> cases) {
    var mark = line.mark() - 1;
    var name = line.reference("the name of the case");
    var text = line.quotedIfAny();
    line.expect("when");
    var condition = Conditions.condition(line);
    if (!line.failed())
      cases.add(new Statement.Article.Trigger(name, text, condition, line.since(mark)));
  }

  private static Statement.Article.Unless unless(LineReader line) {
    var mark = line.mark();
    var article = line.accept("article") ? line.reference("the number of an article") : null;
    if (line.at("and") || line.at("or")) {
      // The article is the first part of a condition.
      line.back(mark);
      article = null;
    }
    line.accept("when");
    var condition =
        article != null && (line.atEnd() || line.at("as")) ? null : Conditions.condition(line);
    var name = line.accept("as") ? line.name("a name for the exception") : null;
    return new Statement.Article.Unless(article, condition, name, line.since(mark));
  }

  private static void need(LineReader line, List<Statement.Article.Need> needs) {
    var mark = line.mark();
    if (line.accept("decision by council")) {
      line.expect("rule");
      var rule = CouncilLines.rule(line);
      if (!line.failed()) needs.add(new Statement.Article.Need(null, rule, line.since(mark)));
      return;
    }
    var condition = Conditions.condition(line);
    if (!line.failed()) needs.add(new Statement.Article.Need(condition, null, line.since(mark)));
  }

  private static String consequence(LineReader line) {
    if (line.atEnd()) line.unexpected("what follows, in words");
    var text = line.quotedIfAny();
    return text == null ? line.rest() : text.text();
  }

  private void reading(LineReader line, Block block, List<Statement.Reading> readings) {
    var name = line.name("the name of the reading");
    var text = line.quotedIfAny();
    var details = new Details(lines, Form.ARTICLE_READING, "reading");
    var nothing = details.flag("gives nothing");
    var when = details.one("when", Conditions::condition);
    var weight = details.one("weight", Amounts::probability);
    var heldBy = details.one("held by", r -> r.quoted("who holds it"));
    var norm = norm(details, Form.ARTICLE_READING);
    if (line.at("means"))
      line.fail(
          Code.E603,
          line.peek().span(),
          "found `means` in a reading of an article",
          "what the article gives when read so: `gives nothing`, or who may or must do what",
          null);
    if (details.read(line, block) && norm.isSet() == nothing.isSet())
      line.unexpected("either `gives nothing` or who may or must do what");
    readings.add(
        new Statement.Reading(
            name, text, null, when.get(), norm.get(), weight.get(), heldBy.get(), line.whole()));
  }
}
