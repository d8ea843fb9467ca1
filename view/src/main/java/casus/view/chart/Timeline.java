package casus.view.chart;

import casus.answer.Answer;
import casus.model.Indicator.Observation;
import casus.view.Counted;
import casus.view.Numbers;
import casus.view.chart.Grid.Row;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// When what was said and seen, source by source, against the question's period and the date of the
/// answer. Distances grow with the logarithm of the days from that date, so that yesterday and a
/// treaty of long ago stand in one picture.
public final class Timeline {
  private static final int COLUMNS = 56;

  /// Days from the date of the answer within which distances are nearly even.
  private static final double NEAR = 4;

  /// @param anchor its place in the page, or null
  private record Item(String who, LocalDate date, String text, @Nullable Anchor anchor) {}

  private final Answer answer;
  private final Links links;
  private final List<Item> items;
  private final double past;
  private final double future;

  private Timeline(Answer answer, Links links, List<Item> items) {
    this.answer = answer;
    this.links = links;
    this.items = items;
    var first = answer.question().from();
    var last = answer.question().to();
    for (var item : items) {
      if (item.date().isBefore(first)) first = item.date();
      if (item.date().isAfter(last)) last = item.date();
    }
    past = Math.max(0, -distance(first));
    future = Math.max(0, distance(last));
  }

  /// @return null where fewer than two things have a date
  public static @Nullable Chart of(Answer answer, Links links) {
    var items = items(answer);
    return items.size() < 2 ? null : new Timeline(answer, links, items).chart();
  }

  private static List<Item> items(Answer answer) {
    var items = new ArrayList<Item>();
    for (var source : answer.dossier().sources())
      for (var claim : answer.dossier().claims())
        if (claim.source().equals(source.id()))
          items.add(
              new Item(
                  source.title(),
                  claim.date(),
                  claim.id() + " " + claim.text(),
                  new Anchor.OfClaim(claim.id())));
    for (var indicator : answer.dossier().indicators())
      switch (indicator.observation()) {
        case Observation.Seen(var date, var _) ->
            items.add(new Item("Signs", date, "seen: " + indicator.text(), null));
        case Observation.NotSeenBy(var date) ->
            items.add(new Item("Signs", date, "not seen by then: " + indicator.text(), null));
        case Observation.None() -> {}
      }
    for (var instrument : answer.dossier().law().instruments())
      if (instrument.signed() != null)
        items.add(new Item("Treaties", instrument.signed(), "signed: " + instrument.title(), null));
    return items;
  }

  private double distance(LocalDate date) {
    var days = (double) ChronoUnit.DAYS.between(answer.asOf(), date);
    return Math.signum(days) * Math.log1p(Math.abs(days) / NEAR);
  }

  private double x(LocalDate date) {
    var whole = past + future;
    return whole == 0
        ? Drawing.WIDTH / 2
        : 6 + (Drawing.WIDTH - 12) * (distance(date) + past) / whole;
  }

  private Chart chart() {
    return new Chart(draw(), sentence(), grid());
  }

  private String draw() {
    var drawing = new Drawing();
    axis(drawing);
    var groups = new LinkedHashMap<String, List<Item>>();
    for (var item : items) groups.computeIfAbsent(item.who(), _ -> new ArrayList<>()).add(item);
    for (Map.Entry<String, List<Item>> group : groups.entrySet()) {
      drawing.space(6).heading(group.getKey(), COLUMNS, "", null);
      group.getValue().stream()
          .sorted(Comparator.comparing(Item::date))
          .forEach(i -> row(i, drawing));
    }
    drawing.space(4);
    axis(drawing);
    return drawing.svg("timeline", "When what was said and seen", sentence());
  }

  private void row(Item item, Drawing drawing) {
    var href = item.anchor() == null ? null : links.to(item.anchor());
    drawing.link(href);
    drawing.label(0, item.text(), COLUMNS, "", null);
    drawing.unlink(href);
    var y = drawing.bottom() + 1;
    drawing.bar("track", 0, Drawing.WIDTH, y, 8);
    drawing.bar("interval", x(answer.question().from()), x(answer.question().to()), y, 8);
    drawing.line("now", x(answer.asOf()), y - 2, x(answer.asOf()), y + 10);
    drawing.dot("point", x(item.date()), y + 4, 5);
    drawing.space(14);
  }

  /// The dates at the ends, and that of the answer.
  private void axis(Drawing drawing) {
    var first = items.stream().map(Item::date).min(Comparator.naturalOrder()).orElse(answer.asOf());
    var y = drawing.bottom() + 12;
    var now = x(answer.asOf());
    if (now > 150) drawing.words("axis", 0, y, Numbers.date(first));
    drawing.wordsAround("axis", Math.clamp(now, 50, 350), y, Numbers.date(answer.asOf()));
    drawing.wordsTo("axis", Drawing.WIDTH, y + 14, "until " + Numbers.date(answer.question().to()));
    drawing.space(30);
  }

  private String sentence() {
    var said = (int) items.stream().filter(i -> i.anchor() != null).count();
    var latest =
        items.stream().filter(i -> i.anchor() != null).max(Comparator.comparing(Item::date));
    return "The line marks "
        + Numbers.date(answer.asOf())
        + ", the band the question's period, "
        + Numbers.date(answer.question().from())
        + " to "
        + Numbers.date(answer.question().to())
        + ". "
        + new Counted(said, "claim")
        + latest.map(i -> ", the last of " + Numbers.date(i.date())).orElse("")
        + ".";
  }

  private Grid grid() {
    var rows = new ArrayList<Row>();
    items.stream()
        .sorted(Comparator.comparing(Item::date))
        .forEach(item ->
            rows.add(
                new Row(
                    "",
                    List.of(
                        List.of(Run.plain(item.date().toString())),
                        List.of(Run.plain(item.who())),
                        List.of(
                            Run.link(
                                item.text(),
                                item.anchor() == null ? null : links.to(item.anchor())))))));
    return new Grid(
        "Day by day", List.of("date", "who", "what"), List.of(true, false, false), rows);
  }
}
