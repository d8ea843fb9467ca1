package casus.view;

import static casus.view.Sheet.faint;
import static casus.view.Sheet.in;
import static casus.view.Sheet.plain;
import static casus.view.Sheet.strong;

import casus.answer.Interval;
import casus.history.Field;
import casus.history.OutsideView;
import casus.history.Proportion;
import casus.history.RecordSet;
import casus.history.StoredSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Record sets and what was counted in them, for the terminal.
public final class HistoryText {
  private static final int SOME_CASES = 12;
  private static final int SOME_CODES = 30;

  private HistoryText() {}

  /// How many cases the screen shows unless all are wanted.
  public static int someCases() {
    return SOME_CASES;
  }

  /// One line for each set.
  ///
  /// @param absent sets that casus recognises and that nobody has imported
  public static String list(List<StoredSet> stored, List<RecordSet> absent, Page page) {
    var sheet = new Sheet(page.full(true), 0);
    sheet.paragraph(0, new Counted(stored.size(), "record set").toString(), Ink.STRONG);
    var table = new Table(Sheet.INDENT).left().right().flexible(24, 2, 3).leftOrDropped(1);
    table.row(faint("name"), faint("records"), faint("one record is"), faint("edition"));
    for (var one : stored)
      table.row(
          strong(one.set().name()),
          plain(count(one.records())),
          plain(one.set().unit()),
          plain(edition(one)));
    sheet.table(table);
    if (!absent.isEmpty()) {
      sheet.blank();
      sheet.paragraph(0, "Recognised, once you import the files of their makers", Ink.STRONG);
      var others = new Table(Sheet.INDENT).left().flexible(24, 2, 3);
      for (var set : absent) others.row(strong(set.name()), plain(set.title()));
      sheet.table(others);
    }
    sheet.blank();
    sheet.paragraph(0, "`casus history NAME` shows the columns of a set.", Ink.FAINT);
    return AssessmentText.text(sheet, page);
  }

  private static String edition(StoredSet one) {
    if (one.file().isEmpty()) return one.set().shipped() ? "comes with casus" : "";
    return one.edition().isEmpty() ? one.file() : one.edition();
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// A set and its columns.
  public static String fields(StoredSet stored, List<Field> fields, Page page) {
    var set = stored.set();
    var sheet = new Sheet(page.full(true), 0);
    sheet.paragraph(0, set.name() + " · " + set.title(), Ink.STRONG);
    about(sheet, "one record is", set.unit());
    about(sheet, "counted", set.counted());
    if (set.derivation() != null)
      about(sheet, "made from", set.derivation().from() + ": " + set.derivation().rule());
    about(sheet, "records", records(stored));
    about(sheet, "cite", set.citation());
    about(sheet, "terms", set.terms() + (set.homepage() == null ? "" : " · " + set.homepage()));
    for (var warning : set.warnings()) about(sheet, "mind", warning);
    sheet.blank();
    var table = new Table(Sheet.INDENT).left().leftOrDropped(1).flexible(30, 20, 3);
    table.row(faint("column"), faint("type"), faint("meaning"));
    for (var field : fields)
      if (!field.meaning().isEmpty())
        table.row(strong(field.key()), plain(field.type().word()), plain(meaning(field)));
    sheet.table(table);
    var others = fields.stream().filter(f -> f.meaning().isEmpty()).map(Field::key).toList();
    if (!others.isEmpty()) {
      sheet.blank();
      sheet.hanging(
          Sheet.INDENT,
          Sheet.INDENT,
          "and, as the codebook of its makers says: " + String.join(", ", others),
          Ink.PLAIN);
    }
    return AssessmentText.text(sheet, page);
  }

  private static String records(StoredSet stored) {
    if (stored.records() == 0)
      return "none here; `casus history import FILE` takes the file as its makers publish it";
    return count(stored.records())
        + (stored.file().isEmpty() ? "" : " from " + stored.file() + ", imported " + stored.on())
        + (stored.edition().isEmpty() ? "" : " · " + stored.edition());
  }

  private static String meaning(Field field) {
    if (field.codes().isEmpty())
      return field.meaning()
          + (field.states() == null ? "" : " (states: " + field.states().title() + ")");
    var codes =
        field.codes().entrySet().stream()
            .limit(SOME_CODES)
            .map(code ->
                code.getKey().equals(code.getValue())
                    ? code.getKey()
                    : code.getKey() + " (" + code.getValue() + ")")
            .collect(Collectors.joining("; "));
    return field.meaning() + ": " + codes + (field.codes().size() > SOME_CODES ? "; …" : "");
  }

  private static void about(Sheet sheet, String what, String text) {
    sheet.hanging(Sheet.INDENT, Sheet.INDENT + 3, what + ": " + text, Ink.PLAIN);
  }

  /// What was counted.
  public static String of(OutsideView view, Page page) {
    var sheet = new Sheet(page, 0);
    sheet.paragraph(0, view.set().name() + " · " + view.set().title(), Ink.STRONG);
    counted(view, sheet);
    sheet.blank();
    sheet.hanging(0, Sheet.INDENT, "Cite: " + view.set().citation(), Ink.FAINT);
    return AssessmentText.text(sheet, page);
  }

  /// All that is to be said of a count but where it was made.
  static void counted(OutsideView view, Sheet sheet) {
    about(sheet, "among", view.filter().isEmpty() ? "all records" : view.filter());
    about(sheet, "success", view.success().isEmpty() ? "every record" : view.success());
    about(sheet, "one record is", view.set().unit());
    sheet.blank();
    rate(view, sheet);
    clusters(view, sheet);
    neighbours(view, sheet);
    cases(view, sheet);
    sheet.blank();
    sheet.paragraph(0, "Keep in mind", Ink.STRONG);
    sheet.hanging(Sheet.INDENT, Sheet.INDENT + 2, "· counted: " + view.set().counted(), Ink.PLAIN);
    for (var warning : view.warnings())
      sheet.hanging(Sheet.INDENT, Sheet.INDENT + 2, "· " + warning, Ink.PLAIN);
  }

  private static void rate(OutsideView view, Sheet sheet) {
    var count = view.count();
    sheet.paragraph(
        0,
        of(count) + (count.cases() == 0 ? "" : " · " + Numbers.percent(count.rate())),
        Ink.STRONG);
    var table = new Table(Sheet.INDENT).left().right().flexible(16, 2, 3);
    table.row(
        plain("Jeffreys"),
        strong(Numbers.percent(count.jeffreysMean())),
        plain("90% interval " + range(count.jeffreys90())));
    table.row(
        plain("k/n"),
        plain(count.cases() == 0 ? "–" : Numbers.percent(count.rate())),
        plain("95% interval " + range(count.wilson95()) + " (Wilson)"));
    table.row(plain("Laplace"), plain(Numbers.percent(count.laplace())), plain(""));
    if (view.cautious().cases() < count.cases() && !view.clusters().isEmpty())
      table.row(
          plain("if clustered"),
          plain(Numbers.percent(view.cautious().jeffreysMean())),
          plain(
              "90% interval "
                  + range(view.cautious().jeffreys90())
                  + ", as of "
                  + decimal(view.cautious().cases())
                  + " cases that share no "
                  + view.clusters().getFirst().of()));
    sheet.table(table);
  }

  private static String of(Proportion count) {
    return "%,.0f of %,.0f".formatted(count.successes(), count.cases());
  }

  private static String range(Proportion.Bounds bounds) {
    return Numbers.range(new Interval(bounds.low(), bounds.high()));
  }

  private static String decimal(double number) {
    return Double.isNaN(number)
        ? "–"
        : String.format(Locale.ROOT, number < 100 ? "%.1f" : "%,.0f", number);
  }

  private static void clusters(OutsideView view, Sheet sheet) {
    if (view.clusters().isEmpty()) return;
    sheet.blank();
    sheet.paragraph(0, "Are the cases independent?", Ink.STRONG);
    var table = new Table(Sheet.INDENT).left().right().right().rightOrDropped(1).right();
    table.row(
        faint("sharing a"), faint("groups"), faint("largest"), faint("alike"), faint("worth"));
    for (var cluster : view.clusters())
      table.row(
          plain(cluster.of()),
          plain(count(cluster.groups())),
          plain(count(cluster.largest())),
          plain(
              Double.isNaN(cluster.correlation()) ? "–" : "%.2f".formatted(cluster.correlation())),
          plain(
              Double.isNaN(cluster.effectiveCases())
                  ? "cannot be told"
                  : decimal(cluster.effectiveCases()) + " cases"));
    sheet.table(table);
  }

  private static void neighbours(OutsideView view, Sheet sheet) {
    if (view.neighbours().isEmpty()) return;
    sheet.blank();
    var with =
        Stream.concat(
                view.neighbours().stream().map(OutsideView.Neighbour::count),
                Stream.of(view.count()))
            .filter(count -> count.cases() > 0)
            .toList();
    var low = with.stream().mapToDouble(Proportion::rate).min().orElse(Double.NaN);
    var high = with.stream().mapToDouble(Proportion::rate).max().orElse(Double.NaN);
    sheet.paragraph(
        0,
        "Had the filter been drawn otherwise"
            + (with.isEmpty() ? "" : ": " + Numbers.spoken(new Interval(low, high))),
        Ink.STRONG);
    var table = new Table(Sheet.INDENT).flexible(20, 2, 3).right().right().rightOrDropped(1);
    for (var neighbour : view.neighbours())
      table.row(
          plain(neighbour.change()),
          plain(of(neighbour.count())),
          strong(neighbour.count().cases() == 0 ? "–" : Numbers.percent(neighbour.count().rate())),
          plain(moved(neighbour.count(), view.count())));
    sheet.table(table);
  }

  private static String moved(Proportion from, Proportion to) {
    if (from.cases() == 0 || to.cases() == 0) return "";
    var points = 100 * (from.rate() - to.rate());
    return (points < 0 ? "−" : "+") + "%.0f".formatted(Math.abs(points)) + " points";
  }

  private static void cases(OutsideView view, Sheet sheet) {
    if (view.cases().isEmpty()) return;
    sheet.blank();
    sheet.paragraph(
        0,
        "Cases"
            + (view.casesLeftOut() == 0
                ? ""
                : ": the first "
                    + view.cases().size()
                    + " of "
                    + count(view.cases().size() + view.casesLeftOut())
                    + "; --full shows all"),
        Ink.STRONG);
    var table =
        new Table(Sheet.INDENT).left().leftOrDropped(1).left().flexible(24, 2, 3).leftOrBelow(2);
    for (var one : view.cases())
      table.row(
          one.success() ? in(Ink.STRONG, "●") : plain("·"),
          plain(one.id()),
          plain(one.when()),
          plain(one.label()),
          faint(one.reference()));
    sheet.table(table);
  }
}
