package casus.check;

import casus.check.Names.Kind;
import casus.model.Quantity;
import casus.model.Source;
import casus.syntax.Amount;
import casus.syntax.Name;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Problem;
import casus.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who says things: grades, leans, and through whom a source reaches us.
final class Sources {
  private final Checking checking;
  private final Map<String, Quantity> grades = new LinkedHashMap<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();

  Sources(Checking checking) {
    this.checking = checking;
  }

  /// All sources by id, in order.
  Map<String, Source> resolve() {
    grades();
    var declared = checking.declarations().of(Statement.Source.class);
    for (var source : declared) sources.putIfAbsent(source.syntax().name().text(), source(source));
    circles(declared);
    return sources;
  }

  /// The Admiralty letters and what they are worth unless the dossier says otherwise; F ("cannot be
  /// judged") has a wide range.
  private void grades() {
    var origin = checking.start();
    grade("A", "95%", .95, .95, .95, origin);
    grade("B", "85%", .85, .85, .85, origin);
    grade("C", "70%", .70, .70, .70, origin);
    grade("D", "50%", .50, .50, .50, origin);
    grade("E", "30%", .30, .30, .30, origin);
    grade("F", "50% (10..90%)", .50, .10, .90, origin);
    for (var scale : checking.declarations().of(Statement.Scale.class))
      if (scale.syntax().kind().text().equals("grade"))
        for (var step : scale.syntax().steps()) grade(scale, step.name(), step.amount());
  }

  private void grade(
      String letter,
      String written,
      double point,
      double low,
      double high,
      casus.model.Origin origin) {
    grades.put(
        letter,
        new Quantity(
            "grade " + letter,
            label(letter),
            written,
            Quantity.Unit.PROBABILITY,
            point,
            low,
            high,
            origin));
  }

  private void grade(Declared<Statement.Scale> scale, Name letter, Amount amount) {
    if (isGrade(letter, scale)) {
      var purpose = new Amounts.Purpose("grade " + letter.text(), label(letter.text()), scale);
      var quantity = checking.amounts().probability(amount, purpose);
      if (quantity != null) grades.put(letter.text(), quantity);
    }
  }

  private static String label(String letter) {
    return "chance that a source of grade " + letter + " is sound";
  }

  private boolean isGrade(Name letter, Declared<?> where) {
    if (grades.containsKey(letter.text())) return true;
    checking
        .findings()
        .add(
            Problem.of(
                    Code.E201, where.at(letter.span()), "there is no grade `" + letter.text() + "`")
                .expecting("an Admiralty letter, A (reliable) to E (unreliable), or F (unknown)"));
    return false;
  }

  private Source source(Declared<Statement.Source> declared) {
    var written = declared.syntax();
    var grade = written.grade();
    if (grade == null)
      checking
          .findings()
          .add(
              Problem.of(
                      Code.E501,
                      declared.at(written.name().span()),
                      "the source `" + written.name().text() + "` has no grade")
                  .expecting("`grade` and an Admiralty letter")
                  .hint("`grade F` where its reliability cannot be judged"));
    var letter = grade != null && isGrade(grade, declared) ? grade.text() : "F";
    var via = written.via();
    if (via != null) checking.conditions().known(Kind.SOURCE, via, declared.at(via.span()));
    return new Source(
        written.name().text(),
        written.title().text(),
        letter,
        soundness(letter),
        topics(declared),
        via == null || !checking.names().is(Kind.SOURCE, via.text()) ? null : via.text(),
        written.text() == null ? null : written.text().text(),
        lean(written.leans(), declared),
        declared.origin(written.span()));
  }

  private Quantity soundness(String letter) {
    return java.util.Objects.requireNonNull(grades.get(letter));
  }

  private List<Source.TopicSoundness> topics(Declared<Statement.Source> declared) {
    var topics = new ArrayList<Source.TopicSoundness>();
    for (var topic : declared.syntax().topicGrades()) {
      var fact = topic.topic();
      var known = checking.conditions().fact(fact, declared.at(fact.span()));
      if (isGrade(topic.grade(), declared) && known)
        topics.add(
            new Source.TopicSoundness(
                fact.text(), topic.grade().text(), soundness(topic.grade().text())));
    }
    return List.copyOf(topics);
  }

  private Source.Lean lean(Statement.@Nullable Lean lean, Declared<?> where) {
    if (lean == null) return new Source.Lean.Unknown();
    if (lean.outcome() == null) return new Source.Lean.None();
    var outcome =
        checking.conditions().leanedOutcome(lean.outcome(), where.at(lean.outcome().span()));
    return outcome == null
        ? new Source.Lean.Unknown()
        : new Source.Lean.Towards(outcome.question(), outcome.index(), lean.favours());
  }

  /// Sources that reach us through each other. Every source has at most one `via`, so each circle
  /// is met once.
  private void circles(List<Declared<Statement.Source>> declared) {
    Map<String, Declared<Statement.Source>> byId = new HashMap<>();
    for (var source : declared) byId.putIfAbsent(source.syntax().name().text(), source);
    var cleared = new HashSet<String>();
    for (var start : declared) {
      var path = new ArrayList<String>();
      @Nullable String id = start.syntax().name().text();
      while (id != null && !cleared.contains(id) && !path.contains(id)) {
        path.add(id);
        var source = sources.get(id);
        id = source == null ? null : source.via();
      }
      if (id != null && path.contains(id))
        report(path.subList(path.indexOf(id), path.size()), byId);
      cleared.addAll(path);
    }
  }

  private void report(List<String> circle, Map<String, Declared<Statement.Source>> byId) {
    var lines = new StringBuilder("sources reach us through each other: ");
    for (var id : circle) {
      var source = java.util.Objects.requireNonNull(sources.get(id));
      lines.append("`").append(id).append("` (").append(source.origin()).append(") via ");
      sources.put(id, withoutVia(source));
    }
    var first = circle.getFirst();
    lines.append("`").append(first).append("`");
    var place = java.util.Objects.requireNonNull(byId.get(first));
    Span span = place.syntax().via() == null ? place.syntax().span() : place.syntax().via().span();
    checking
        .findings()
        .add(
            Problem.of(Code.E204, place.at(span), lines.toString())
                .expecting("a chain that ends with the text we hold"));
  }

  /// So that nothing after this runs in the circle.
  private static Source withoutVia(Source source) {
    return new Source(
        source.id(),
        source.title(),
        source.grade(),
        source.soundness(),
        source.topicSoundness(),
        null,
        source.text(),
        source.lean(),
        source.origin());
  }
}
