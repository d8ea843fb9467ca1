package casus.check;

import casus.model.Article;
import casus.model.Condition;
import casus.model.Norm;
import casus.model.Quantity;
import casus.syntax.Name;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The provisions of an instrument.
final class Articles {
  private final Checking checking;

  Articles(Checking checking) {
    this.checking = checking;
  }

  /// An article and the decision rules written in it, each of which makes a council.
  record Resolved(Article article, List<Councils.RuleOfArticle> councilRules) {}

  Resolved article(Declared<Statement.Article> declared, String instrument, Scope scope) {
    var written = declared.syntax();
    var id = instrument + "." + written.number().text();
    var rules = new ArrayList<Councils.RuleOfArticle>();
    var with = written.with();
    var article =
        new Article(
            instrument,
            written.number().text(),
            written.text() == null ? null : written.text().text(),
            written.dormant(),
            triggers(written, scope),
            with == null ? null : with(with, instrument, scope),
            written.when() == null ? null : checking.conditions().resolve(written.when(), scope),
            written.norm() == null ? null : norm(written.norm(), declared, scope),
            exceptions(declared, id, scope),
            needs(declared, id, rules, scope),
            List.copyOf(written.consequences()),
            readings(declared, id, scope),
            written.cite() == null ? null : written.cite().text(),
            written.fromMemory(),
            declared.origin(written.span()));
    if (written.norm() != null && !written.readings().isEmpty())
      checking
          .findings()
          .add(
              Problem.of(
                      Code.E603,
                      declared.at(written.norm().span()),
                      "article `"
                          + id
                          + "` has both a norm and rival readings of the whole article")
                  .expecting("one or the other; the norm can be the first reading"));
    return new Resolved(article, List.copyOf(rules));
  }

  private List<Article.Trigger> triggers(Statement.Article written, Scope scope) {
    var triggers = new ArrayList<Article.Trigger>();
    for (var trigger : written.cases()) {
      var when = checking.conditions().resolve(trigger.when(), scope);
      if (when != null)
        triggers.add(
            new Article.Trigger(
                trigger.name() == null ? null : trigger.name().text(),
                trigger.text() == null ? null : trigger.text().text(),
                when));
    }
    return List.copyOf(triggers);
  }

  /// The number inside the instrument.
  private @Nullable String with(Name with, String instrument, Scope scope) {
    var id = checking.conditions().article(with, scope);
    if (id == null) return null;
    if (id.startsWith(instrument + ".")) return id.substring(instrument.length() + 1);
    checking
        .findings()
        .add(
            Problem.of(
                    Code.E603,
                    scope.at(with.span()),
                    "`with` names an article of another instrument")
                .expecting("an article of `" + instrument + "`")
                .hint("`needs article " + id + "`"));
    return null;
  }

  private List<Article.Unless> exceptions(
      Declared<Statement.Article> declared, String id, Scope scope) {
    var ids = new Ids();
    var exceptions = new ArrayList<Article.Unless>();
    for (var unless : declared.syntax().exceptions()) {
      var parts = new ArrayList<Condition>();
      var label = new ArrayList<String>();
      var sound = true;
      if (unless.article() != null) {
        var article = exceptionArticle(unless, scope);
        sound = article != null || unless.condition() != null;
        if (article != null) parts.add(Conditions.articleHolds(article));
        label.add("article " + unless.article().text());
      }
      if (unless.condition() != null) {
        var condition = checking.conditions().resolve(unless.condition(), scope);
        sound &= condition != null;
        if (condition != null) parts.add(condition);
        if (unless.article() == null) label.add(declared.slice(unless.condition().span()));
      }
      if (!sound || parts.isEmpty()) continue;
      var words = String.join(" ", label);
      var name = unless.name() == null ? Ids.slug(Names.stem(words)) : unless.name().text();
      exceptions.add(
          new Article.Unless(
              id + "/" + ids.unique(name),
              words,
              parts.size() == 1 ? parts.getFirst() : new Condition.And(List.copyOf(parts)),
              declared.origin(unless.span())));
    }
    return List.copyOf(exceptions);
  }

  /// The article an exception names. With a condition of its own, `unless article 51 when …`, the
  /// article need not be written out: then its number only labels the exception.
  private @Nullable String exceptionArticle(Statement.Article.Unless unless, Scope scope) {
    var article = java.util.Objects.requireNonNull(unless.article());
    var known =
        checking.names().is(Names.Kind.ARTICLE, scope.instrument() + "." + article.text())
            || checking.names().is(Names.Kind.ARTICLE, article.text());
    return known || unless.condition() == null
        ? checking.conditions().article(article, scope)
        : null;
  }

  private List<Condition> needs(
      Declared<Statement.Article> declared,
      String id,
      List<Councils.RuleOfArticle> rules,
      Scope scope) {
    var needs = new ArrayList<Condition>();
    for (var need : declared.syntax().needs()) {
      if (need.rule() != null) {
        var council = id + " council" + (rules.isEmpty() ? "" : " " + (rules.size() + 1));
        rules.add(new Councils.RuleOfArticle(council, need.rule(), declared));
        needs.add(new Condition.DecisionOf(council));
      } else if (need.condition() != null) {
        var condition = checking.conditions().resolve(need.condition(), scope);
        if (condition != null) needs.add(condition);
      }
    }
    return List.copyOf(needs);
  }

  private List<Article.Reading> readings(
      Declared<Statement.Article> declared, String id, Scope scope) {
    var readings = new ArrayList<Article.Reading>();
    var weights = new ArrayList<Quantity>();
    var seen = new HashSet<String>();
    for (var reading : declared.syntax().readings()) {
      Terms.distinct(reading, seen, declared, id, checking);
      var weight = Terms.weight(reading, declared, id, checking);
      if (weight != null) weights.add(weight);
      readings.add(
          new Article.Reading(
              reading.name().text(),
              reading.text() == null ? reading.name().text() : reading.text().text(),
              reading.when() == null ? null : checking.conditions().resolve(reading.when(), scope),
              reading.norm() == null ? null : norm(reading.norm(), declared, scope),
              weight,
              reading.heldBy() == null ? null : reading.heldBy().text(),
              declared.origin(reading.span())));
    }
    Terms.weights(
        weights, readings.size(), declared.at(declared.syntax().number().span()), id, checking);
    return List.copyOf(readings);
  }

  private Norm norm(Statement.Norm written, Declared<Statement.Article> declared, Scope scope) {
    var argument = written.argument();
    if (argument != null && !argument.text().equals("P") && !argument.text().equals("S"))
      checking.conditions().actor(argument, scope.at(argument.span()));
    var modality =
        switch (written.modal()) {
          case "must" -> Norm.Modality.MUST;
          case "must not" -> Norm.Modality.MUST_NOT;
          default -> Norm.Modality.MAY;
        };
    return new Norm(
        subject(written, declared),
        modality,
        written.action().text(),
        argument == null ? "" : argument.text(),
        written.withForce());
  }

  private Norm.Subject subject(Statement.Norm written, Declared<Statement.Article> declared) {
    var words = written.subject().strip().replaceAll("\\s+", " ");
    return switch (words.toLowerCase(Locale.ROOT)) {
      case "any state", "all states", "every state", "each state", "no state" ->
          new Norm.Subject.AnyState();
      case "any organisation" -> new Norm.Subject.AnyOrganisation();
      case "parties", "all parties", "each party", "every party", "any party", "the parties" ->
          new Norm.Subject.EachParty();
      default -> {
        if (words.startsWith("the ")) yield new Norm.Subject.Collective(words.substring(4));
        checking
            .conditions()
            .actor(new Name(words, written.subjectSpan()), declared.at(written.subjectSpan()));
        yield new Norm.Subject.One(words);
      }
    };
  }
}
