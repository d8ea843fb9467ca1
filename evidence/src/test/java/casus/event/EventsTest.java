package casus.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import casus.event.Event.Actor;
import casus.mention.Passage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How good the events are on the gold records of PLOVER, examples of a coding manual on which
/// nothing was trained. Each sentence is marked with one event, whatever else it reports.
final class EventsTest {
  private static final long SEED = 20261122;

  /// Types that the version of 2021 has joined to others.
  private static final Map<String, String> JOINED =
      Map.of(
          "DEMAND", "REQUEST", "DISAPPROVE", "ACCUSE", "INVESTIGATE", "ACCUSE", "FIGHT", "ASSAULT");

  /// Codes in the records that are not those of ISO.
  private static final Map<String, String> CODES = Map.of("JAP", "JPN", "ITL", "ITA");

  private static final class Count {
    private int right;
    private int proposed;
    private int marked;

    private void add(Set<String> gold, Set<String> found) {
      marked += gold.size();
      proposed += found.size();
      for (var one : found) if (gold.contains(one)) right++;
    }

    private double f1() {
      return proposed + marked == 0 ? 0 : 2.0 * right / (proposed + marked);
    }

    private void print(String what) {
      System.out.printf(
          Locale.ROOT,
          "%-26s F1 %.3f  precision %.3f  recall %.3f  right %d, proposed %d, marked %d%n",
          what,
          f1(),
          proposed == 0 ? 0 : (double) right / proposed,
          marked == 0 ? 0 : (double) right / marked,
          right,
          proposed,
          marked);
    }
  }

  @Test
  void mainVerbsAreFoundWithTheirActors() throws IOException {
    List<String> table;
    try (var stream = EventsTest.class.getResourceAsStream("events.txt")) {
      if (stream == null) throw new IllegalStateException("events.txt");
      table = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    var events = new Events();
    var expected = new ArrayList<String>();
    var found = new ArrayList<String>();
    for (var line : table) {
      if (line.isBlank() || line.startsWith("#")) continue;
      expected.add(line.strip());
      if (!line.startsWith("> ")) continue;
      found.add(line.strip());
      for (var event : events.of(line.substring(2), LocalDate.of(2020, 8, 17)))
        found.add(shown(event).strip());
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void examplesOfTheDocumentationAreTested() throws IOException {
    String table;
    try (var stream = EventsTest.class.getResourceAsStream("events.txt")) {
      if (stream == null) throw new IllegalStateException("events.txt");
      table = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    var examples = new ArrayList<String>();
    for (var line : Files.readAllLines(Path.of("../docs/events.md")))
      if (line.startsWith("| *")) examples.add("> " + line.substring(3, line.indexOf("* |")));
    assertThat(examples).hasSizeGreaterThan(5);
    assertThat(table.lines()).containsAll(examples);
  }

  private static String shown(Event event) {
    var day = event.day();
    return event.cue().text()
        + " | "
        + event.type()
        + (event.mode() == null ? "" : "." + event.mode())
        + " | "
        + shown(event.sources())
        + " | "
        + shown(event.targets())
        + (day == null ? "" : " | " + day.passage().text());
  }

  private static String shown(List<Actor> actors) {
    var shown = new StringJoiner(", ");
    for (var actor : actors)
      shown.add(
          Stream.of(actor.state(), actor.sector())
              .filter(Objects::nonNull)
              .collect(Collectors.joining(" ")));
    return shown.toString();
  }

  @Test
  void anyMixtureOfWordsIsReadAndQuoted() {
    System.out.println("seed " + SEED);
    var pieces =
        List.of(
            ("Turkey|Greek|troops|rebels|in|of|the|accused|was|were|by|attacked|will|not|would|to|"
                    + "and|,|;|but|said|that|it|talks|held|with|between|signed|a|treaty|on|Monday|"
                    + "sanctions|imposed|After|clashes|UN|army|police|'s|-|attack|attacks|.|\n|“|😀|"
                    + "\ud83d|broke|off|ties|sent|from|Kyiv|the White House|call|for|no|is|been")
                .split("\\|"));
    var events = new Events();
    var random = new Random(SEED);
    for (var round = 0; round < (Boolean.getBoolean("casus.full") ? 20_000 : 2_000); round++) {
      var text = new StringBuilder();
      for (var i = random.nextInt(30); i >= 0; i--)
        text.append(pieces.get(random.nextInt(pieces.size()))).append(' ');
      var whole = text.toString();
      for (var event : events.of(whole, null)) {
        quotes(whole, event.cue());
        event.sources().forEach(actor -> quotes(whole, actor.mention()));
        event.targets().forEach(actor -> quotes(whole, actor.mention()));
      }
    }
  }

  private static void quotes(String text, Passage passage) {
    if (!text.startsWith(passage.text(), passage.span().start())) throw new AssertionError(passage);
  }

  /// No timing: what grows with the square of the length does not end in this time at all.
  @Test
  @Timeout(600)
  void longTextsAreRead() {
    var events = new Events();
    for (var unit :
        List.of("Turkey and ", "accused ", "Turkey accused Greece. ", "rebels in ", "was "))
      assertThat(events.of(unit.repeat(100_000 / unit.length()), null)).isNotNull();
  }

  @Test
  void codesTheGoldRecords() throws IOException {
    var file =
        Path.of(System.getProperty("casus.shared", "../../shared/data"))
            .resolve("nlp/plover-gsr/gold_standard_records/PLOVER_GSR_CAMEO.txt");
    assumeTrue(
        Files.isRegularFile(file),
        () -> "skipped: " + file + " is not there; name its root with -Dcasus.shared");
    var events = new Events();
    var types = new Count();
    var first = new Count();
    var actors = new Count();
    var sources = new Count();
    var targets = new Count();
    var byType = new TreeMap<String, Count>();
    var records = 0;
    for (var record : JsonMapper.shared().readTree(Files.readString(file))) {
      var event = record.path("event").asString("");
      if (event.equals("DOCUMENT")) continue;
      records++;
      var type = Set.of(JOINED.getOrDefault(event, event));
      var found = events.of(record.path("text").asString(""), null);
      var proposed = new HashSet<String>();
      for (var one : found) proposed.add(one.type().name());
      types.add(type, proposed);
      first.add(type, found.isEmpty() ? Set.of() : Set.of(found.getFirst().type().name()));
      for (var one : union(type, proposed))
        byType
            .computeIfAbsent(one, any -> new Count())
            .add(
                type.contains(one) ? type : Set.of(),
                proposed.contains(one) ? Set.of(one) : Set.of());
      // the event of the marked type, else the first
      var best =
          found.stream()
              .filter(one -> type.contains(one.type().name()))
              .findFirst()
              .orElse(found.isEmpty() ? null : found.getFirst());
      var source = codes(record.path("source"));
      var target = codes(record.path("target"));
      var foundSource = best == null ? Set.<String>of() : codes(best.sources());
      var foundTarget = best == null ? Set.<String>of() : codes(best.targets());
      sources.add(source, foundSource);
      targets.add(target, foundTarget);
      actors.add(union(source, target), union(foundSource, foundTarget));
    }
    types.print("type, all events");
    first.print("type, first event");
    actors.print("states, either side");
    sources.print("states, source");
    targets.print("states, target");
    byType.forEach((type, count) -> count.print("  " + type));
    assertThat(records).isEqualTo(322);
    assertThat(types.f1()).isGreaterThan(0.70);
    assertThat(actors.f1()).isGreaterThan(0.77);
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    var both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  private static Set<String> codes(List<Actor> actors) {
    var codes = new HashSet<String>();
    for (var actor : actors) {
      if (actor.state() != null) codes.add(actor.state());
      else if (Set.of("IGO", "NGO").contains(String.valueOf(actor.sector())))
        codes.add(String.valueOf(actor.sector()));
    }
    return codes;
  }

  private static Set<String> codes(JsonNode actors) {
    var codes = new HashSet<String>();
    var list = new ArrayList<JsonNode>();
    if (actors.isArray()) actors.forEach(list::add);
    else list.add(actors);
    for (var actor : list) {
      var code = code(actor);
      if (code != null) codes.add(CODES.getOrDefault(code, code));
    }
    return codes;
  }

  private static @Nullable String code(JsonNode actor) {
    var code = actor.path("code").asString("");
    return code.isEmpty() ? null : code;
  }
}
