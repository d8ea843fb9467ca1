package casus.view;

import static casus.view.Sheet.faint;
import static casus.view.Sheet.in;
import static casus.view.Sheet.plain;

import casus.answer.Answer;
import casus.answer.CouldAnswer;
import casus.answer.CouldAnswer.ReadingAnswer;
import casus.answer.CouldAnswer.State;
import casus.answer.LegalAnswer;
import casus.answer.LegalAnswer.Against;
import casus.answer.LegalAnswer.Contested;
import casus.answer.LegalAnswer.Ground;
import casus.answer.LegalAnswer.Lift;
import casus.answer.LegalAnswer.Prohibition;
import casus.answer.LegalAnswer.Requirement;
import casus.answer.LegalAnswer.Route;
import casus.answer.LegalAnswer.Ways;
import casus.model.Origin;
import casus.treaty.LegalOpinion.Prevails;
import casus.treaty.LegalStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the law says of an act, with its reasons, for the terminal. What follows from the law
/// *holds*, what rests on evidence *is believed*, what rests on somebody's word *was said*.
public final class LegalText {
  /// A screen and a half: the law is asked for its reasons.
  private static final int ROOM = 12;

  private static final int LEAST = 24;
  private static final int FEW_WAYS = 4;

  private final LegalAnswer answer;
  private final Page page;
  private final Sheet sheet;
  private final Set<String> told = new HashSet<>();

  private LegalText(LegalAnswer answer, Page page) {
    this.answer = answer;
    this.page = page;
    sheet = new Sheet(page, ROOM);
  }

  /// The whole text, each line ending in a line feed.
  public static String of(LegalAnswer answer, Page page) {
    var text = new LegalText(answer, page);
    text.put();
    return AssessmentText.text(text.sheet, page);
  }

  private void put() {
    sheet.paragraph(
        0,
        "The law on " + answer.could().act() + ", as of " + Numbers.date(answer.dossier().asOf()),
        Ink.STRONG);
    supposed(answer.setting());
    status();
    readings();
    routes();
    prohibitions();
    ways();
    var leftOut = Counted.list(sheet.leftOut());
    if (!leftOut.isEmpty()) {
      sheet.blank();
      sheet.paragraph(0, "More with --full: " + leftOut + ".", Ink.FAINT);
    }
  }

  private void supposed(Answer.Setting setting) {
    var parts = new ArrayList<String>();
    if (setting.scenario() != null) parts.add("scenario " + setting.scenario());
    if (!setting.suppositions().isEmpty())
      parts.add("supposing " + String.join(", ", setting.suppositions()));
    if (!setting.settings().isEmpty())
      parts.add("setting " + String.join(", ", setting.settings()));
    if (!setting.readings().isEmpty())
      parts.add("reading " + String.join(", ", setting.readings()));
    if (!parts.isEmpty()) sheet.hanging(0, Sheet.INDENT, String.join("; ", parts), Ink.PLAIN);
  }

  // ── 1 ──

  private void status() {
    var could = answer.could();
    sheet.heading(1, "What does the law say?", "");
    sheet.table(CouldSection.statuses(could));
    CouldSection.unverified("overall", could.overall(), sheet);
    if (could.givenRequest() != null)
      CouldSection.unverified("if asked", could.givenRequest(), sheet);
  }

  // ── 2 ──

  private void readings() {
    var pivotal = answer.issues().stream().filter(Contested::pivotal).toList();
    if (answer.issues().isEmpty()) {
      sheet.heading(2, "On which reading does it turn?", "nothing in it is contested");
      return;
    }
    sheet.heading(
        2,
        "On which reading does it turn?",
        pivotal.isEmpty()
            ? "on none: every reading comes to the same"
            : "on " + pivotal.stream().map(Contested::id).collect(Collectors.joining(", ")));
    if (!pivotal.isEmpty()) combinations(pivotal);
    for (var issue :
        sheet.some(answer.issues(), Math.max(1, pivotal.size()), 0, "contested term")) {
      var indifferent = issue.pivotal() ? "" : "; nothing turns on it here";
      sheet.hanging(Sheet.INDENT, 5, issue.id() + indifferent, Ink.STRONG);
      for (var reading : issue.readings())
        sheet.hanging(
            5,
            8,
            reading.id()
                + (reading.chosen() ? " (taken here)" : "")
                + ": “"
                + reading.text()
                + "”"
                + (reading.heldBy() == null ? "" : ", held by " + reading.heldBy()),
            Ink.PLAIN);
    }
  }

  /// Combinations that look the same, as readings of each pivotal issue.
  private record Alike(List<Set<String>> readings, ReadingAnswer answer) {}

  /// The combinations of the readings on which something turns; those that look the same stand in
  /// one row.
  private void combinations(List<Contested> pivotal) {
    var asked = answer.could().givenRequest() != null;
    var table = new Table(Sheet.INDENT).left().right().left().right().flexible(30, 6, 1);
    table.row(
        faint("status"),
        faint("lawful"),
        faint(asked ? "if asked" : ""),
        faint(asked ? "lawful" : ""),
        faint("read as"));
    for (var row : sheet.some(alike(pivotal), 8, 0, "combination")) {
      var reading = row.answer();
      table.row(
          status(reading.status()),
          plain(Numbers.percent(reading.lawful())),
          status(reading.statusGivenRequest()),
          plain(
              reading.lawfulGivenRequest() == null
                  ? ""
                  : Numbers.percent(reading.lawfulGivenRequest())),
          plain(words(pivotal, row)));
    }
    sheet.table(table);
  }

  private List<Alike> alike(List<Contested> pivotal) {
    var rows = new ArrayList<Alike>();
    for (var reading : answer.could().readings()) {
      var row =
          pivotal.stream()
              .map(issue -> Set.of(reading.assignment().getOrDefault(issue.id(), "?")))
              .toList();
      if (rows.stream().noneMatch(known -> known.readings().equals(row)))
        rows.add(new Alike(row, reading));
    }
    for (var i = 0; i < rows.size(); i++)
      for (var j = i + 1; j < rows.size(); j++) {
        var merged = merged(rows.get(i), rows.get(j));
        if (merged == null) continue;
        rows.set(i, merged);
        rows.remove(j);
        // What was merged may fit what did not fit before.
        i = -1;
        break;
      }
    return rows;
  }

  /// Two rows as one, where they look the same and differ in the readings of one issue; else null.
  private static @Nullable Alike merged(Alike one, Alike other) {
    if (!look(one.answer()).equals(look(other.answer()))) return null;
    var readings = new ArrayList<Set<String>>();
    var different = 0;
    for (var i = 0; i < one.readings().size(); i++) {
      var both = new LinkedHashSet<>(one.readings().get(i));
      both.addAll(other.readings().get(i));
      if (!one.readings().get(i).equals(other.readings().get(i))) different++;
      readings.add(both);
    }
    return different == 1 ? new Alike(readings, one.answer()) : null;
  }

  private static List<String> look(ReadingAnswer reading) {
    return List.of(
        status(reading.status()).text(),
        Numbers.percent(reading.lawful()),
        status(reading.statusGivenRequest()).text(),
        reading.lawfulGivenRequest() == null ? "" : Numbers.percent(reading.lawfulGivenRequest()));
  }

  /// The issues that make the row what it is.
  private static String words(List<Contested> pivotal, Alike row) {
    var parts = new ArrayList<String>();
    for (var i = 0; i < pivotal.size(); i++)
      if (row.readings().get(i).size() < pivotal.get(i).readings().size())
        parts.add(pivotal.get(i).id() + " = " + String.join(" or ", row.readings().get(i)));
    return parts.isEmpty() ? "any reading" : String.join(", ", parts);
  }

  private static Line.Piece status(@Nullable Map<LegalStatus, Double> probabilities) {
    if (probabilities == null) return plain("");
    var status = CouldAnswer.mostProbable(probabilities);
    return in(CouldSection.ink(status), status.words());
  }

  // ── 3 ──

  private void routes() {
    if (answer.routes().isEmpty()) {
      sheet.heading(3, "What speaks for it?", "no provision that could carry it");
      return;
    }
    sheet.heading(3, "What speaks for it?", "");
    var likeliestFirst =
        answer.routes().stream()
            .sorted(
                Comparator.comparing((Route route) -> route.pathway().dormant())
                    .thenComparing(route -> route.pathway().outranked())
                    .thenComparing(
                        Comparator.comparingDouble((Route route) -> route.pathway().open())
                            .reversed()))
            .toList();
    var relevant =
        likeliestFirst.stream()
            .filter(route -> sheet.full() || route.pathway().openOverReadings().high() > 0)
            .toList();
    sheet.leftOut(likeliestFirst.size() - relevant.size(), "unopened pathway");
    for (var route : sheet.some(relevant, 4, 0, "pathway")) {
      var pathway = route.pathway();
      sheet.hanging(
          Sheet.INDENT,
          6,
          PathwayWords.name(pathway)
              + " · "
              + pathway.gives()
              + " · open with "
              + Numbers.percent(pathway.open())
              + PathwayWords.overReadings(pathway.openOverReadings()),
          Ink.STRONG);
      var notes = new ArrayList<String>();
      if (route.text() != null) notes.add(route.text());
      if (pathway.outranked()) notes.add("a prohibition ranks higher");
      if (pathway.dormant()) notes.add("never put into effect");
      if (pathway.fromMemory()) notes.add("unverified provision: known only from memory");
      if (pathway.cite() != null && sheet.full()) notes.add(pathway.cite());
      var stem = " ".repeat(Sheet.INDENT) + "│  ";
      text(String.join("; ", notes), Ink.PLAIN, stem);
      text(route.origin().toString(), Ink.FAINT, stem);
      for (var i = 0; i < route.grounds().size(); i++)
        tree(route.grounds().get(i), " ".repeat(Sheet.INDENT), i == route.grounds().size() - 1);
    }
  }

  private void tree(Ground ground, String before, boolean last) {
    var known = !ground.label().isEmpty() && !told.add(ground.label());
    var because = known ? List.<Ground>of() : ground.because();
    var rest = before + (last ? "   " : "│  ");
    var below = rest + (because.isEmpty() ? "   " : "│  ");
    head(ground, known, before + (last ? "└─ " : "├─ "), below);
    if (ground.origin() != null && !known && (sheet.full() || because.isEmpty()))
      text(place(ground.origin()), Ink.FAINT, below);
    for (var i = 0; i < because.size(); i++) tree(because.get(i), rest, i == because.size() - 1);
  }

  private void head(Ground ground, boolean known, String first, String below) {
    var words =
        switch (ground.mode()) {
          case SAID ->
              "was said by "
                  + ground.note()
                  + (ground.quote() == null ? "" : ": “" + ground.quote() + "”");
          case LAW, BELIEF ->
              verb(ground)
                  + (known
                      ? ", see above"
                      : ground.label().isEmpty() || ground.note().isEmpty()
                          ? ""
                          : " · " + ground.note());
        };
    // What has no name is called by how its parts go together.
    var head = ground.label().isEmpty() ? ground.note() + ": " : ground.label() + " ";
    var start = first;
    var room = Math.max(LEAST, page.width() - Columns.width(below));
    var labelled = true;
    for (var line : Columns.wrap(Columns.clean(head + words).strip(), room)) {
      var cut = Columns.cutStart(start, Math.max(0, page.width() - LEAST));
      var mark = labelled && line.startsWith(head.strip()) ? head.strip().length() : 0;
      sheet.add(
          Line.of(cut, Ink.FAINT)
              .plus(line.substring(0, mark), ink(ground))
              .plus(line.substring(mark), Ink.PLAIN));
      start = below;
      labelled = false;
    }
  }

  private static Ink ink(Ground ground) {
    return switch (ground.state()) {
      case HOLDS -> ground.mode() == LegalAnswer.Mode.SAID ? Ink.STRONG : Ink.GOOD;
      case MISSING -> Ink.BAD;
      case UNKNOWN, UNDECLARED -> Ink.UNSETTLED;
    };
  }

  /// Law holds or does not; facts are believed or not.
  private static String verb(Ground ground) {
    var p = ground.probability();
    var certain = p == 0 || p == 1;
    var percent = Double.isNaN(p) || certain ? "" : " (" + Numbers.percent(p) + ")";
    if (ground.state() == State.UNDECLARED) return "is not in the dossier";
    if (ground.mode() == LegalAnswer.Mode.LAW)
      return switch (ground.state()) {
        case HOLDS -> "holds in law" + percent;
        case MISSING -> "does not hold in law" + percent;
        case UNKNOWN, UNDECLARED -> "is open in law" + percent;
      };
    return switch (ground.state()) {
      case HOLDS -> (certain ? "is taken as so" : "is believed") + percent;
      case MISSING -> (certain ? "is taken as not so" : "is not believed") + percent;
      case UNKNOWN, UNDECLARED -> "is uncertain" + percent;
    };
  }

  private void text(String text, Ink ink, String before) {
    var clean = Columns.clean(text).strip();
    if (clean.isEmpty()) return;
    for (var line : Columns.wrap(clean, Math.max(LEAST, page.width() - Columns.width(before))))
      sheet.add(
          Line.of(Columns.cutStart(before, Math.max(0, page.width() - LEAST)), Ink.FAINT)
              .plus(line, ink));
  }

  private static String place(Origin origin) {
    return origin.file() + ":" + origin.line();
  }

  // ── 4 ──

  private void prohibitions() {
    if (answer.prohibitions().isEmpty()) {
      sheet.heading(4, "What stands against it?", "no prohibition");
      return;
    }
    sheet.heading(4, "What stands against it?", "");
    for (var prohibition : answer.prohibitions()) prohibition(prohibition);
  }

  private void prohibition(Prohibition prohibition) {
    var name =
        prohibition.article()
            + (prohibition.reading() == null ? "" : " read as " + prohibition.reading());
    sheet.hanging(Sheet.INDENT, 6, name + " · " + standing(prohibition), Ink.STRONG);
    var notes = new ArrayList<String>();
    if (prohibition.text() != null) notes.add(prohibition.text());
    if (prohibition.fromMemory()) notes.add("unverified provision: known only from memory");
    if (prohibition.cite() != null && sheet.full()) notes.add(prohibition.cite());
    sheet.hanging(5, 5, String.join("; ", notes), Ink.PLAIN);
    var lifts =
        prohibition.lifts().stream()
            .filter(lift -> sheet.full() || lift.probability() != 0)
            .sorted(Comparator.comparingDouble(Lift::probability).reversed())
            .toList();
    sheet.leftOut(prohibition.lifts().size() - lifts.size(), "idle exception");
    if (!lifts.isEmpty())
      sheet.hanging(
          5,
          8,
          "silent because of "
              + lifts.stream()
                  .map(lift -> lift.label() + " (" + Numbers.percent(lift.probability()) + ")")
                  .collect(Collectors.joining(", or ")),
          Ink.PLAIN);
    for (var prevails : Prevails.values()) against(prohibition, prevails);
    sheet.paragraph(5, place(prohibition.origin()), Ink.FAINT);
  }

  private static String standing(Prohibition prohibition) {
    if (prohibition.applies() == 0) return "does not apply";
    if (prohibition.stands() == 0)
      return "applies with " + Numbers.percent(prohibition.applies()) + " and is silent";
    var stands = "forbids it with " + Numbers.percent(prohibition.stands());
    var silent = prohibition.applies() - prohibition.stands();
    return silent > 1e-9
        ? stands + ", applies and is silent with " + Numbers.percent(silent)
        : stands;
  }

  private void against(Prohibition prohibition, Prevails prevails) {
    var these =
        prohibition.against().stream()
            .filter(against -> against.prevails() == prevails)
            .filter(against -> sheet.full() || against.active() != 0)
            .map(LegalText::norm)
            .toList();
    if (these.isEmpty()) return;
    var words =
        switch (prevails) {
          case PROHIBITION -> "ranks over ";
          case PERMISSION -> "yields to ";
          case NEITHER -> "conflicts with, and neither ranks higher: ";
        };
    sheet.hanging(
        5,
        8,
        words + String.join(", ", these),
        prevails == Prevails.NEITHER ? Ink.UNSETTLED : Ink.PLAIN);
  }

  private static String norm(Against against) {
    return against.norm()
        + (Double.isNaN(against.active())
            ? ""
            : " (in play with " + Numbers.percent(against.active()) + ")");
  }

  // ── 5 ──

  private void ways() {
    var headline = answer.ways().getFirst();
    if (headline.isOpen()) {
      sheet.heading(5, "What would it take?", "nothing more: it is lawful as things are believed");
    } else {
      sheet.heading(5, "Why not? What would it take?", "the smallest sets of things that would do");
      sheet.label("to be lawful");
      for (var ways : answer.ways()) put(ways);
    }
    var closed =
        answer.routes().stream()
            .filter(route -> !route.ways().getFirst().isOpen())
            .sorted(
                Comparator.comparing((Route route) -> route.ways().getFirst().sets().isEmpty())
                    .thenComparing(route -> route.pathway().outranked()))
            .toList();
    var alike = new LinkedHashMap<List<Ways>, String>();
    for (var route : closed)
      alike.merge(
          route.ways(), PathwayWords.name(route.pathway()), (one, other) -> one + ", " + other);
    for (var same : sheet.some(List.copyOf(alike.entrySet()), 5, 0, "closed pathway")) {
      sheet.hanging(Sheet.INDENT, 5, "to open " + same.getValue(), Ink.STRONG);
      for (var ways : same.getKey()) put(ways);
    }
  }

  private void put(Ways ways) {
    var under = ways.reading() == null ? "" : "read as " + ways.reading() + ": ";
    if (ways.tooMany()) {
      sheet.hanging(5, 8, under + "more ways than can be listed", Ink.PLAIN);
      return;
    }
    if (ways.sets().isEmpty()) {
      sheet.hanging(5, 8, under + "nothing would do", Ink.PLAIN);
      return;
    }
    if (ways.isOpen()) {
      sheet.hanging(5, 8, under + "nothing is missing", Ink.PLAIN);
      return;
    }
    for (var set : sheet.some(ways.sets(), FEW_WAYS, 0, "way"))
      sheet.hanging(
          5,
          8,
          under + set.stream().map(LegalText::requirement).collect(Collectors.joining(" and ")),
          Ink.PLAIN);
  }

  private static String requirement(Requirement requirement) {
    return requirement.words()
        + " ("
        + (requirement.text() == null
            ? "not in the dossier"
            : "now " + Numbers.percent(requirement.probability()))
        + ")";
  }
}
