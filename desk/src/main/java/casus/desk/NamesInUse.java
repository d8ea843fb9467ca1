package casus.desk;

import casus.check.Files;
import casus.syntax.Document;
import casus.syntax.Name;
import casus.syntax.Parser;
import casus.syntax.Quoted;
import casus.syntax.Statement;
import casus.text.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names that a dossier and the files it uses declare, as far as they can be read: also those
/// of a text that is being written and has errors.
public final class NamesInUse {
  /// The scale of a dossier that declares none.
  private static final List<String> USUAL_STRENGTHS =
      List.of("slight", "moderate", "strong", "decisive");

  private final Map<String, Named> named = new LinkedHashMap<>();
  private boolean ownScale;

  private NamesInUse() {}

  /// @param kind "fact", "claim", "article"
  /// @param words what it stands for, or empty
  public record Named(String name, String kind, String words) {}

  /// In the order of declaration, the dossier's own first; then what the library has.
  static List<Named> of(SourceText dossier, Files files) {
    var names = new NamesInUse();
    var document = Parser.parse(dossier);
    names.add(document);
    for (var statement : document.statements())
      if (statement instanceof Statement.Use use)
        for (var path : use.paths())
          if (files.read(path.text()) instanceof Files.Reading.Found(var used))
            names.add(Parser.parse(used));
    if (!names.ownScale) USUAL_STRENGTHS.forEach(word -> names.declare(word, "strength", ""));
    Library.paths().forEach(path -> names.declare(path, "file of the treaty library", ""));
    return List.copyOf(names.named.values());
  }

  private void add(Document document) {
    document.statements().forEach(statement -> add(statement, ""));
  }

  private void declare(String name, String kind, String words) {
    named.putIfAbsent(name, new Named(name, kind, words));
  }

  private void put(Name name, String kind, @Nullable Quoted words) {
    declare(name.text(), kind, words == null ? "" : words.text());
  }

  /// @param of the instrument it stands in, with its point, or empty
  private void add(Statement statement, String of) {
    switch (statement) {
      case Statement.Question question -> {
        put(question.name(), "question", question.text());
        question.outcomes().forEach(one -> put(one.name(), "outcome", one.text()));
      }
      case Statement.Actor actor -> put(actor.code(), "actor", actor.name());
      case Statement.Source source -> put(source.name(), "source", source.title());
      case Statement.Claim claim ->
          put(claim.name(), claim.value() == null ? "claim" : "finding", claim.text());
      case Statement.Fact fact -> declare(fact.atom().text(), "fact", fact.text().text());
      case Statement.Scale scale -> {
        if (!scale.kind().text().equals("strength")) return;
        ownScale = true;
        scale.steps().forEach(step -> put(step.name(), "strength", null));
      }
      case Statement.Weigh weigh -> {
        for (var reasons : weigh.reasons())
          for (var reason : reasons.reasons()) {
            var name = reason.name();
            if (name != null) put(name, "reason", reason.text());
          }
      }
      case Statement.Indicator indicator -> put(indicator.name(), "indicator", indicator.text());
      case Statement.Scenario scenario -> put(scenario.name(), "scenario", scenario.text());
      case Statement.Lever lever -> put(lever.name(), "lever", lever.text());
      case Statement.Instrument instrument -> {
        put(instrument.name(), "instrument", instrument.title());
        instrument.body().forEach(part -> add(part, instrument.name().text() + "."));
      }
      case Statement.Refine refine ->
          refine.body().forEach(part -> add(part, refine.instrument().text() + "."));
      case Statement.Article article ->
          declare(of + article.number().text(), "article", words(article.text()));
      case Statement.Term term -> {
        declare(of + term.atom().name().text(), "term", words(term.text()));
        term.readings().forEach(one -> put(one.name(), "reading", one.text()));
      }
      case Statement.Council council ->
          declare(of + council.name().text(), "council", words(council.text()));
      case Statement.ActionIncludes action -> {
        put(action.action(), "action", null);
        action.included().forEach(one -> put(one, "action", null));
      }
      case Statement.DossierHead _,
          Statement.Use _,
          Statement.Base _,
          Statement.Prevails _,
          Statement.ObligationsPrevail _ -> {}
    }
  }

  private static String words(@Nullable Quoted quoted) {
    return quoted == null ? "" : quoted.text();
  }
}
