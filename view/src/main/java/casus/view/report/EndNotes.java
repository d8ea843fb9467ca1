package casus.view.report;

import casus.answer.Answer;
import casus.answer.ClaimAnswer;
import casus.model.Fact;
import casus.model.Origin;
import casus.model.Quantity;
import casus.view.Numbers;
import casus.view.PathwayWords;
import casus.view.Places;
import casus.view.Quantities;
import casus.view.chart.Anchor;
import casus.view.chart.Grid;
import casus.view.chart.Grid.Row;
import casus.view.chart.Links;
import casus.view.chart.Run;
import casus.view.report.Part.Paragraph;
import casus.view.report.Part.Subheading;
import casus.view.report.Part.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/// Where every number comes from: each claim with its words and their place, each number with the
/// line it is written in.
final class EndNotes {
  private EndNotes() {}

  /// To every place of the report.
  static Links links(Answer answer) {
    var noted = new HashSet<Anchor>();
    answer.claims().forEach(c -> noted.add(new Anchor.OfClaim(c.id())));
    answer.sources().forEach(s -> noted.add(new Anchor.OfSource(s.id())));
    answer.dossier().facts().forEach(f -> noted.add(new Anchor.OfFact(f.id())));
    Quantities.of(answer.dossier()).forEach(q -> noted.add(Anchor.OfNumber.of(q)));
    answer.outcomes().forEach(o -> noted.add(new Anchor.OfOutcome(o.id())));
    if (answer.would() != null)
      answer.would().reasons().forEach(r -> noted.add(new Anchor.OfReason(r.id())));
    if (answer.could() != null)
      answer.could().pathways().forEach(p -> noted.add(new Anchor.OfPathway(PathwayWords.name(p))));
    return Links.within(noted::contains);
  }

  static Section of(Answer answer) {
    var parts = new ArrayList<Part>();
    if (answer.claims().isEmpty()) parts.add(Paragraph.faint("The dossier has no claims."));
    else parts.add(new Table(claims(answer)));
    if (!answer.dossier().facts().isEmpty()) {
      parts.add(new Subheading("The facts"));
      parts.add(new Table(facts(answer)));
    }
    var numbers = Quantities.of(answer.dossier());
    if (!numbers.isEmpty()) {
      parts.add(new Subheading("The numbers that were put in"));
      parts.add(new Table(numbers(answer, numbers)));
    }
    return new Section("notes", "Notes", "every claim, its words and where they stand", parts);
  }

  private static Grid claims(Answer answer) {
    var rows =
        answer.claims().stream()
            .map(c -> new Row(new Anchor.OfClaim(c.id()).name(), cells(answer, c)))
            .toList();
    return new Grid(
        "Claims",
        List.of("", "claim", "source", "the answer without it"),
        List.of(false, false, false, true),
        rows);
  }

  private static List<List<Run>> cells(Answer answer, ClaimAnswer claim) {
    var said = new ArrayList<Run>();
    said.add(Run.plain(claim.text() + (claim.quote() == null ? "" : " — ")));
    if (claim.quote() != null) said.add(Run.plain("“" + claim.quote() + "”"));
    said.add(
        Run.plain(
            " "
                + place(answer, claim.passage() == null ? claim.origin() : claim.passage())
                + (claim.quote() == null ? ", a paraphrase" : "")));
    return List.of(
        List.of(Run.strong(claim.id())),
        said,
        List.of(
            Run.link(claim.source(), links(answer).to(new Anchor.OfSource(claim.source()))),
            Run.plain(", " + Numbers.date(claim.date()))),
        List.of(Run.plain(Numbers.percent(claim.without()))));
  }

  private static Grid facts(Answer answer) {
    var links = links(answer);
    var now = new HashMap<String, String>();
    for (var driver : answer.drivers())
      now.put(driver.fact(), Numbers.percent(driver.probability()));
    return new Grid(
        "Facts",
        List.of("fact", "is so with", "claims", "where"),
        List.of(false, true, false, false),
        answer.dossier().facts().stream()
            .map(f ->
                new Row(
                    new Anchor.OfFact(f.id()).name(),
                    List.of(
                        List.of(Run.plain(f.text().isEmpty() ? f.id() : f.text())),
                        List.of(
                            Run.plain(
                                f.basis() instanceof Fact.Basis.Given(var value)
                                    ? value ? "given" : "given: not so"
                                    : now.getOrDefault(f.id(), ""))),
                        links.claims(f.evidence().stream().map(Fact.Evidence::claim).toList()),
                        List.of(Run.plain(place(answer, f.origin()))))))
            .toList());
  }

  private static Grid numbers(Answer answer, List<Quantity> numbers) {
    return new Grid(
        "Numbers",
        List.of("number", "as written", "where"),
        List.of(false, true, false),
        numbers.stream()
            .map(q ->
                new Row(
                    Anchor.OfNumber.of(q).name(),
                    List.of(
                        List.of(Run.plain(q.label())),
                        List.of(Run.plain(q.written())),
                        List.of(Run.plain(place(answer, q.origin()))))))
            .toList());
  }

  /// The sources, each with its grade and what rests on it.
  static Section sources(Answer answer) {
    var rows =
        answer.sources().stream()
            .map(s ->
                new Row(
                    new Anchor.OfSource(s.id()).name(),
                    List.of(
                        List.of(Run.strong(s.id())),
                        List.of(Run.plain(s.title() + (s.via() == null ? "" : ", via " + s.via()))),
                        List.of(Run.plain(s.grade())),
                        List.of(
                            Run.plain(
                                Numbers.percent(s.soundness())
                                    + " → "
                                    + Numbers.percent(s.posterior()))),
                        List.of(Run.plain(s.lean())),
                        List.of(Run.plain(Numbers.percent(s.without()))),
                        links(answer).claims(s.claims()))))
            .toList();
    List<Part> parts =
        rows.isEmpty()
            ? List.of(Paragraph.faint("The dossier names no source."))
            : List.of(
                Paragraph.of(
                    "The grade is the source's reliability from A to F; soundness is the chance"
                        + " that it speaks the truth on its matter, before and after all claims"
                        + " are held against each other."),
                new Table(
                    new Grid(
                        "Sources",
                        List.of(
                            "",
                            "source",
                            "grade",
                            "soundness",
                            "leans",
                            "the answer without it",
                            "claims"),
                        List.of(false, false, false, true, false, true, false),
                        rows)));
    return new Section("sources", "Says who?", "sources with their grades", parts);
  }

  private static String place(Answer answer, Origin origin) {
    return Places.within(answer.dossier(), origin.file()) + ":" + origin.line();
  }
}
