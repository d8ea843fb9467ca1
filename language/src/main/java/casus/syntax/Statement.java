package casus.syntax;

import casus.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One statement of a dossier or library file, with its details. `span()` is its first line without
/// the indentation and comment.
public sealed interface Statement {
  Span span();

  record DossierHead(
      Name name,
      @Nullable Quoted title,
      @Nullable Day asOf,
      @Nullable Name yardstick,
      @Nullable Name grades,
      Span span)
      implements Statement {}

  /// @param paths the span of each path covers the path only
  record Use(List<Name> paths, Span span) implements Statement {}

  /// `scale strength …` or `scale grade …`.
  record Scale(Name kind, List<Step> steps, Span span) implements Statement {
    public record Step(Name name, Amount amount) {}
  }

  record Question(
      Name name,
      Quoted text,
      @Nullable Day from,
      @Nullable Day to,
      boolean highestReached,
      List<Outcome> outcomes,
      @Nullable Quoted resolveBy,
      Span span)
      implements Statement {
    public record Outcome(Name name, @Nullable Quoted text) {}
  }

  /// @param kind "state", "body" or "person"; null where not said
  record Actor(Name code, Quoted name, @Nullable Name kind, Span span) implements Statement {}

  record Source(
      Name name,
      Quoted title,
      @Nullable Name grade,
      @Nullable Name text,
      @Nullable Name via,
      @Nullable Lean leans,
      List<TopicGrade> topicGrades,
      Span span)
      implements Statement {
    public record TopicGrade(Name grade, Atom topic) {}
  }

  /// `for open`, `against troops.open`, `none`.
  ///
  /// @param outcome null for `none`
  record Lean(boolean favours, @Nullable Name outcome, Span span) {}

  /// A claim, or a finding where `value` is present.
  ///
  /// @param omits the words whose absence is telling, for a silence
  /// @param at the source whose stored text is quoted
  /// @param quote the quoted words
  /// @param value the number found, for a finding
  /// @param population what it is a share or count of, as written after `of`, for a finding
  /// @param sampleSize n, for a finding
  record Claim(
      Name name,
      Name source,
      Day date,
      Quoted text,
      @Nullable Quoted omits,
      @Nullable Lean leaning,
      @Nullable Name at,
      @Nullable Quoted quote,
      @Nullable Amount value,
      @Nullable String population,
      @Nullable Amount sampleSize,
      Span span)
      implements Statement {}

  record Fact(Atom atom, Quoted text, FactValue value, List<Evidence> evidence, Span span)
      implements Statement {}

  /// What a fact's probability comes from.
  sealed interface FactValue {
    record Prior(Chance chance) implements FactValue {}

    record Given(boolean value, @Nullable Day since) implements FactValue {}

    record ArisesFrom(List<Cause> causes, @Nullable Amount leak) implements FactValue {}

    record DecisionOf(Name council) implements FactValue {}

    record Cause(Condition condition, Amount strength) {}
  }

  /// One claim bearing on a fact.
  record Evidence(Name claim, Support support, Span span) {}

  sealed interface Support {
    /// `for strong`, `against x3 because "…"`.
    record Strength(boolean favours, Amount strength, @Nullable Quoted because)
        implements Support {}

    /// `if true 80% if false 10%`.
    record Rates(Amount ifTrue, Amount ifFalse) implements Support {}
  }

  /// @param means the definition of a term without readings
  record Term(
      Atom atom,
      @Nullable Quoted text,
      @Nullable Condition means,
      List<Reading> readings,
      Span span)
      implements Statement {}

  /// One reading of a term (`means`) or of an article (`when` and `norm`, or nothing).
  ///
  /// @param means the definition, for a term's reading; null for `nothing` and for an article's
  ///   reading
  /// @param norm the norm, for an article's reading; null for `gives nothing`
  record Reading(
      Name name,
      @Nullable Quoted text,
      @Nullable Condition means,
      @Nullable Condition when,
      @Nullable Norm norm,
      @Nullable Amount weight,
      @Nullable Quoted heldBy,
      Span span) {}

  /// @param subject as written: "any state", "parties", "all parties", "each party", "the AU", or a
  ///   code
  /// @param modal "may", "must" or "must not"
  record Norm(
      String subject,
      Span subjectSpan,
      String modal,
      Name action,
      @Nullable Name argument,
      boolean withForce,
      Span span) {}

  /// @param statuteOf the state whose domestic law it is; null for a treaty
  /// @param inForce when it entered into force
  record Instrument(
      Name name,
      Quoted title,
      @Nullable Name statuteOf,
      @Nullable Day signed,
      @Nullable Day inForce,
      @Nullable Day ended,
      List<Amendment> amendments,
      @Nullable Quoted cite,
      boolean fromMemory,
      List<Party> parties,
      List<Statement> body,
      Span span)
      implements Statement {}

  record Amendment(Day adopted, @Nullable Day inForce) {}

  record Party(
      Name code,
      @Nullable Day from,
      @Nullable Day to,
      @Nullable Day suspendedFrom,
      @Nullable Day suspendedTo,
      Span span) {}

  /// The body of `refine INSTRUMENT`: terms, articles, councils, actions and rankings.
  record Refine(Name instrument, List<Statement> body, Span span) implements Statement {}

  record Article(
      Name number,
      @Nullable Quoted text,
      boolean dormant,
      @Nullable Day since,
      @Nullable Day until,
      List<Trigger> cases,
      @Nullable Name with,
      @Nullable Condition when,
      @Nullable Norm norm,
      List<Unless> exceptions,
      List<Need> needs,
      List<String> consequences,
      List<Reading> readings,
      @Nullable Quoted cite,
      boolean fromMemory,
      Span span)
      implements Statement {
    /// @param name null in the one-line form `cases a, b`
    public record Trigger(@Nullable Name name, @Nullable Quoted text, Condition when, Span span) {}

    /// `unless [article N [when]] condition [as NAME]`.
    ///
    /// @param condition null for `unless article N` alone
    public record Unless(
        @Nullable Name article, @Nullable Condition condition, @Nullable Name name, Span span) {}

    /// `needs condition` or `needs decision by council rule R`.
    ///
    /// @param rule non-null for the second form; then `condition` is null
    public record Need(@Nullable Condition condition, @Nullable Rule rule, Span span) {}
  }

  /// @param members codes, or the single word `parties`
  /// @param seats those whose holders are not named: `10 elected`
  /// @param excludes codes, the words `suspended`, `requester`, `target`, or facts: `disputing(P)`
  record Council(
      Name name,
      @Nullable Quoted text,
      List<Name> members,
      List<Seats> seats,
      List<Atom> excludes,
      @Nullable Rule rule,
      List<Votes> votes,
      Span span)
      implements Statement {
    /// So many seats of one kind.
    public record Seats(int count, Name kind, Span span) {}

    /// @param voters codes, kinds of seats, or the single word `others`
    public record Votes(
        List<Name> voters,
        Chance chance,
        @Nullable Amount abstains,
        @Nullable Amount absent,
        Span span) {}
  }

  record ActionIncludes(Name action, List<Name> included, Span span) implements Statement {}

  record Prevails(Name higher, List<Name> lower, Span span) implements Statement {}

  /// `obligations prevail over all other instruments`.
  record ObligationsPrevail(Span span) implements Statement {}

  record Base(Name question, List<ReferenceClass> classes, List<Rate> rates, Span span)
      implements Statement {
    public record Rate(Name outcome, Amount amount, Span span) {}
  }

  /// Past cases, listed or counted among records.
  record ReferenceClass(
      Quoted text, double weight, List<PastCase> cases, @Nullable Recorded recorded, Span span) {
    public record PastCase(Name name, Name outcome, @Nullable Day date) {}

    /// @param set the name of a record set
    /// @param filter which of its records
    /// @param unverified whether those that nobody has checked are taken too
    public record Recorded(
        Name set, Quoted filter, boolean unverified, List<Sorted> outcomes, Span span) {}

    /// @param filter which of the records ended so
    public record Sorted(Name outcome, Quoted filter) {}
  }

  record Weigh(
      Name question, List<Reasons> reasons, List<OnlyIf> gates, List<Overlap> overlaps, Span span)
      implements Statement {
    public record Reasons(Name outcome, List<Reason> reasons, Span span) {}

    public record OnlyIf(Name outcome, Condition condition, Span span) {}

    public record Overlap(List<Name> reasons, double correlation, Span span) {}
  }

  /// @param favours `+` rather than `-`
  /// @param inBase shown and not counted again
  record Reason(
      boolean favours,
      Quoted text,
      @Nullable Name name,
      @Nullable Amount strength,
      @Nullable Condition condition,
      List<Name> cites,
      boolean inBase,
      @Nullable Quoted because,
      Span span) {}

  /// @param otherwise the amount after `else`
  /// @param withinDays length of the window in days, 0 for none
  record Indicator(
      Name name,
      Quoted text,
      int withinDays,
      List<Chance.Case> cases,
      @Nullable Amount otherwise,
      @Nullable Day seen,
      List<Name> seenCites,
      @Nullable Day notSeenBy,
      @Nullable Name sameSignAs,
      Span span)
      implements Statement {}

  record Scenario(
      Name name, Quoted text, List<Condition> suppose, List<Overriding> overrides, Span span)
      implements Statement {
    public record Overriding(Atom fact, boolean value, Span span) {}
  }

  record Lever(Name name, Quoted text, @Nullable Name by, List<Condition> set, Span span)
      implements Statement {}
}
