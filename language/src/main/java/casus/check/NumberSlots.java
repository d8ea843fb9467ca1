package casus.check;

import casus.syntax.Amount;
import casus.syntax.Chance;
import casus.syntax.Document;
import casus.syntax.Quoted;
import casus.syntax.Statement;
import casus.text.SourceText;
import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The places of a file in which numbers are written, each by the names that lead to it. Lines may
/// move and texts may change: the names stay.
final class NumberSlots {
  private final SourceText source;
  private final List<Slot> slots = new ArrayList<>();

  /// @param address "fact request(BLR) prior"
  /// @param span of the number; empty where a weight could stand and none does
  /// @param lead what goes before a number that is put in
  /// @param side `+`, `-`, `for` or `against`, empty where there are no sides
  /// @param takesReason whether `because "…"` may follow it
  /// @param because the reason that stands there
  record Slot(
      SourceText source,
      String address,
      Span span,
      String lead,
      String side,
      boolean takesReason,
      @Nullable Quoted because) {
    boolean isEmpty() {
      return span.start() == span.end();
    }

    String written() {
      return source.slice(span).strip().replaceAll("\\s+", " ");
    }

    /// "fact request(BLR)".
    String owner() {
      var second = address.indexOf(' ', address.indexOf(' ') + 1);
      return second < 0 ? address : address.substring(0, second);
    }
  }

  private NumberSlots(SourceText source) {
    this.source = source;
  }

  static List<Slot> of(Document document) {
    var slots = new NumberSlots(document.source());
    for (var statement : document.statements()) slots.statement(statement, "");
    return List.copyOf(slots.slots);
  }

  private void statement(Statement statement, String inside) {
    switch (statement) {
      case Statement.Scale scale -> {
        for (var step : scale.steps())
          add("scale " + scale.kind().text() + " " + step.name().text(), step.amount());
      }
      case Statement.Source written -> source(written);
      case Statement.Fact fact -> fact(fact);
      case Statement.Base base -> {
        for (var rate : base.rates())
          add("base " + base.question().text() + " " + rate.outcome().text(), rate.amount());
      }
      case Statement.Weigh weigh -> {
        for (var reasons : weigh.reasons())
          for (var reason : reasons.reasons()) reason(weigh, reasons, reason);
      }
      case Statement.Indicator sign -> {
        for (var one : sign.cases())
          add("indicator " + sign.name().text() + suffix(one, true), one.amount());
        if (sign.otherwise() != null)
          add("indicator " + sign.name().text() + " else", sign.otherwise());
      }
      case Statement.Instrument instrument ->
          instrument.body().forEach(part -> statement(part, instrument.name().text() + "."));
      case Statement.Refine refine ->
          refine.body().forEach(part -> statement(part, refine.instrument().text() + "."));
      case Statement.Term term ->
          readings("term " + within(inside, term.atom().text()), term.readings());
      case Statement.Article article ->
          readings("article " + within(inside, article.number().text()), article.readings());
      case Statement.Council council -> {
        for (var votes : council.votes()) votes(within(inside, council.name().text()), votes);
      }
      default -> {}
    }
  }

  private static String within(String inside, String name) {
    return name.indexOf('.') > 0 ? name : inside + name;
  }

  private void add(String address, Amount amount) {
    add(address, amount.span(), "", "", false, null);
  }

  private void add(
      String address,
      Span span,
      String lead,
      String side,
      boolean takesReason,
      @Nullable Quoted because) {
    slots.add(new Slot(source, address, span, lead, side, takesReason, because));
  }

  private void source(Statement.Source written) {
    var name = "source " + written.name().text() + " grade";
    var grade = written.grade();
    if (grade != null) add(name, grade.span(), "", "", false, null);
    for (var topic : written.topicGrades())
      add(name + " on " + topic.topic().text(), topic.grade().span(), "", "", false, null);
  }

  private void fact(Statement.Fact fact) {
    var name = "fact " + fact.atom().text();
    switch (fact.value()) {
      case Statement.FactValue.Prior(Chance chance) -> chance(name + " prior", chance);
      case Statement.FactValue.ArisesFrom(var causes, var leak) -> {
        for (var cause : causes)
          add(name + " from " + words(cause.condition().span()), cause.strength());
        if (leak != null) add(name + " leak", leak);
      }
      case Statement.FactValue.Given _, Statement.FactValue.DecisionOf _ -> {}
    }
    for (var evidence : fact.evidence()) {
      var claim = name + " " + evidence.claim().text();
      switch (evidence.support()) {
        case Statement.Support.Strength(var favours, var strength, var because) ->
            add(claim, strength.span(), "", favours ? "for" : "against", true, because);
        case Statement.Support.Rates(var ifTrue, var ifFalse) -> {
          add(claim + " if true", ifTrue);
          add(claim + " if false", ifFalse);
        }
      }
    }
  }

  /// A chance that was left out has no place.
  private void chance(String name, Chance chance) {
    for (var one : chance.cases())
      if (one.amount().span().start() < one.amount().span().end())
        add(name + suffix(one, chance.cases().size() > 1), one.amount());
  }

  private String suffix(Chance.Case one, boolean several) {
    if (one.condition() != null) return " if " + words(one.condition().span());
    if (one.since() != null) return " since " + one.since().day();
    return several ? " otherwise" : "";
  }

  private void reason(Statement.Weigh weigh, Statement.Weigh.Reasons of, Statement.Reason reason) {
    var strength = reason.strength();
    if (strength == null) return;
    var name = reason.name();
    add(
        "weigh "
            + weigh.question().text()
            + " "
            + (name == null
                ? of.outcome().text() + " “" + reason.text().text() + "”"
                : name.text()),
        strength.span(),
        "",
        reason.favours() ? "+" : "-",
        true,
        reason.because());
  }

  private void readings(String owner, List<Statement.Reading> readings) {
    for (var reading : readings) {
      var weight = reading.weight();
      var end = reading.span().end();
      var address = owner + " reading " + reading.name().text();
      if (weight != null) add(address, weight);
      else add(address, new Span(end, end), " weight ", "", false, null);
    }
  }

  private void votes(String council, Statement.Council.Votes votes) {
    for (var voter : votes.voters()) {
      var name = "council " + council + " votes " + voter.text();
      chance(name, votes.chance());
      if (votes.abstains() != null) add(name + " abstains", votes.abstains());
      if (votes.absent() != null) add(name + " absent", votes.absent());
    }
  }

  private String words(Span span) {
    return source.slice(span).strip().replaceAll("\\s+", " ");
  }
}
