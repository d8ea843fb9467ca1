package casus.view;

import static casus.view.Sheet.faint;
import static casus.view.Sheet.plain;
import static casus.view.Sheet.strong;

import casus.model.Article;
import casus.model.Council;
import casus.model.Instrument.Membership;
import casus.model.Term;
import casus.treaty.ConditionText;
import casus.treaty.Provisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The treaty library for the terminal: its contents, what an instrument says on a day, and what
/// binds two states.
public final class TreatyText {
  private TreatyText() {}

  /// One line for each instrument.
  ///
  /// @param at the day of which it is said whether they are in force
  public static String list(List<Provisions> all, LocalDate at, Page page) {
    var sheet = new Sheet(page.full(true), 0);
    sheet.paragraph(
        0, new Counted(all.size(), "instrument") + ", as of " + Numbers.date(at), Ink.STRONG);
    var table = new Table(0).left().flexible(24, 2, 3).leftOrDropped(2).right().leftOrDropped(1);
    table.row(
        faint("name"), faint("title"), faint("in force"), faint("parties"), faint("articles"));
    for (var one : all) {
      var instrument = one.instrument();
      var remembered = instrument.articles().stream().filter(one::isRemembered).count();
      table.row(
          strong(instrument.id()),
          plain(instrument.title()),
          plain(instrument.inForce() ? "yes" : "no"),
          plain(parties(one)),
          plain(
              instrument.articles().size()
                  + (remembered == 0 ? "" : ", " + remembered + " from memory")));
    }
    sheet.table(table);
    return AssessmentText.text(sheet, page);
  }

  private static String parties(Provisions one) {
    var instrument = one.instrument();
    if (instrument.statuteOf() != null) return instrument.statuteOf();
    if (instrument.memberships().isEmpty()) return "all";
    return Integer.toString(instrument.parties().size());
  }

  /// The text in force on a day, in the words of its file, and who is bound.
  public static String inForce(List<Provisions> instruments, LocalDate at, Page page) {
    var sheet = new Sheet(page.full(true), 0);
    for (var one : instruments) {
      if (!sheet.lines().isEmpty()) sheet.blank();
      instrument(one, at, sheet);
    }
    return AssessmentText.text(sheet, page);
  }

  private static void instrument(Provisions one, LocalDate at, Sheet sheet) {
    head(one, at, sheet);
    sheet.paragraph(Sheet.INDENT, one.instrument().origin().toString(), Ink.FAINT);
    memberships(one, sheet);
    one.councils().forEach(council -> council(council, one, sheet));
    if (!one.instrument().inForce()) return;
    one.terms().forEach(term -> term(term, one, sheet));
    for (var article : one.instrument().articles()) article(article, one, sheet);
  }

  private static void head(Provisions one, LocalDate at, Sheet sheet) {
    var instrument = one.instrument();
    var parts = new ArrayList<String>();
    if (instrument.statuteOf() != null) parts.add("law of " + instrument.statuteOf());
    if (instrument.signed() != null) parts.add("signed " + Numbers.date(instrument.signed()));
    parts.add((instrument.inForce() ? "in force on " : "not in force on ") + Numbers.date(at));
    if (instrument.cite() != null) parts.add(instrument.cite());
    if (instrument.fromMemory()) parts.add("known only from memory");
    sheet.add(Line.of(instrument.id(), Ink.STRONG).plus("  " + instrument.title(), Ink.PLAIN));
    sheet.paragraph(Sheet.INDENT, String.join("; ", parts), Ink.PLAIN);
  }

  private static void memberships(Provisions one, Sheet sheet) {
    var instrument = one.instrument();
    if (instrument.memberships().isEmpty()) return;
    sheet.hanging(
        Sheet.INDENT,
        5,
        "parties: "
            + (instrument.parties().isEmpty()
                ? "none that day"
                : String.join(", ", instrument.parties())),
        Ink.PLAIN);
    var others =
        instrument.memberships().stream()
            .filter(membership -> !instrument.parties().contains(membership.party()))
            .map(TreatyText::membership)
            .toList();
    if (!others.isEmpty())
      sheet.hanging(Sheet.INDENT, 5, "not bound that day: " + String.join(", ", others), Ink.FAINT);
  }

  private static String membership(Membership membership) {
    var bound = period(membership.from(), membership.to());
    var suspended =
        membership.suspendedFrom() == null
            ? ""
            : "suspended " + period(membership.suspendedFrom(), membership.suspendedTo());
    var dates =
        bound.isEmpty() || suspended.isEmpty() ? bound + suspended : bound + "; " + suspended;
    return membership.party() + (dates.isEmpty() ? "" : " (" + dates + ")");
  }

  private static String period(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from == null) return to == null ? "" : "to " + to;
    return to == null ? "from " + from : from + " to " + to;
  }

  private static void council(Council council, Provisions one, Sheet sheet) {
    var excluded = new ArrayList<String>();
    if (council.excludesTarget()) excluded.add("the state in question");
    council.excludedWhere().forEach(fact -> excluded.add("a member with " + fact));
    sheet.hanging(
        Sheet.INDENT,
        5,
        local(council.id(), one)
            + (council.text() == null ? "" : ", “" + council.text() + "”")
            + ": decides by "
            + ConditionText.of(council.rule())
            + (excluded.isEmpty() ? "" : ", without " + String.join(", ", excluded)),
        Ink.PLAIN);
  }

  private static void term(Term term, Provisions one, Sheet sheet) {
    sheet.hanging(
        Sheet.INDENT,
        5,
        local(term.id(), one) + (term.text() == null ? "" : ": " + term.text()),
        Ink.PLAIN);
    if (!term.isContested()) return;
    for (var reading : term.readings())
      sheet.hanging(
          5,
          8,
          "read as "
              + reading.id()
              + ": “"
              + reading.text()
              + "”"
              + (reading.heldBy() == null ? "" : ", held by " + reading.heldBy()),
          Ink.FAINT);
  }

  private static String local(String id, Provisions one) {
    return id.substring(one.instrument().id().length() + 1);
  }

  private static void article(Article article, Provisions one, Sheet sheet) {
    sheet.add(
        Line.of(" ".repeat(Sheet.INDENT) + article.number(), Ink.STRONG)
            .plus(article.text() == null ? "" : "  " + article.text(), Ink.PLAIN));
    for (var gives : one.gives(article)) sheet.hanging(5, 8, gives, Ink.PLAIN);
    for (var needs : one.needs(article)) sheet.hanging(5, 8, needs, Ink.PLAIN);
    for (var unless : article.exceptions())
      sheet.hanging(5, 8, "unless " + unless.label(), Ink.PLAIN);
    for (var consequence : article.consequences())
      sheet.hanging(5, 8, "then " + consequence, Ink.PLAIN);
    var notes = new ArrayList<String>();
    if (article.dormant()) notes.add("never put into effect");
    if (one.isRemembered(article)) notes.add("unverified provision: known only from memory");
    if (article.cite() != null) notes.add(article.cite());
    if (!notes.isEmpty()) sheet.hanging(5, 8, String.join("; ", notes), Ink.FAINT);
  }

  /// What binds two states, and what each instrument could trigger.
  ///
  /// @param actor the code of the one that acts
  /// @param target the code of the one where it would
  public static String between(
      String actor, String target, LocalDate at, List<Provisions> binding, Page page) {
    var sheet = new Sheet(page.full(true), 0);
    sheet.paragraph(
        0,
        "What binds "
            + actor
            + " towards "
            + target
            + ", as of "
            + Numbers.date(at)
            + ": "
            + new Counted(binding.size(), "instrument"),
        Ink.STRONG);
    for (var one : binding) {
      sheet.blank();
      head(one, at, sheet);
      for (var article : one.instrument().articles()) triggered(article, one, sheet);
    }
    return AssessmentText.text(sheet, page);
  }

  private static void triggered(Article article, Provisions one, Sheet sheet) {
    var gives = one.gives(article);
    if (gives.isEmpty()) return;
    var exceptions =
        article.exceptions().stream().map(Article.Unless::label).collect(Collectors.joining(", "));
    var needs = String.join(", ", one.needs(article));
    sheet.hanging(
        Sheet.INDENT,
        8,
        article.number()
            + "  "
            + String.join("; ", gives)
            + (needs.isEmpty() ? "" : ", " + needs)
            + (exceptions.isEmpty() ? "" : ", unless " + exceptions)
            + (article.dormant() ? " (never put into effect)" : "")
            + (one.isRemembered(article) ? " (from memory)" : ""),
        Ink.PLAIN);
  }
}
