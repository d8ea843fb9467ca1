package casus.desk;

import static org.assertj.core.api.Assertions.assertThat;

import casus.answer.Answer;
import casus.answer.Asked;
import casus.answer.Assessment;
import casus.answer.Assessor;
import casus.check.Checker;
import casus.text.Code;
import casus.text.SourceText;
import casus.view.chart.Anchor;
import casus.view.chart.ArgumentMap;
import casus.view.chart.Chart;
import casus.view.chart.Links;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xml.sax.InputSource;

/// Maps of real dossiers: each has what the dossier says, and a small change makes a small change.
class ArgumentMapTest {
  private static final Path CASES = Path.of("..", "cases");
  private static final Links EVERYWHERE = Links.within(_ -> true);

  private static final String SMALL =
      """
      # Small

      ```casus
      dossier small "Small"  as of 2020-08-17
      question q "Will it happen?"
        from 2020-08-17 to 2020-12-31
        outcomes
          no "it does not"
          yes "it happens"
        resolve by "a statement"
      source a "The first paper"  grade B  leans none
      source b "The second paper"  grade C  leans none
      claim C1 a 2020-08-01 "the first thing"
      claim C2 b 2020-08-02 "the second thing"
      claim C3 a 2020-08-03 "the third thing"
      fact one "the first fact"  prior 40% (30..50%)
        C1 for strong
        C2 against slight
      fact two "the second fact"  prior 30% (20..40%)
        C3 for moderate
      @fact
      base q
        class "cases"
          A no, B no, C yes, D no
      weigh q
        for yes
          + "the first reason"  moderate  if one
          @reason
          - "the last reason"  strong  if not two
      ```
      """;

  private record Box(double x, double y, double width, double height) {}

  private static Answer answer(String text, Path folder) {
    var checked =
        Checker.check(
            new SourceText(folder.resolve("dossier.md").toString(), text),
            new FolderFiles(Path.of(".."), folder.toString(), Map.of()),
            null);
    var dossier = Objects.requireNonNull(checked.dossier(), () -> checked.problems().toString());
    var asked =
        new Asked(null, null, null, List.of(), List.of(), List.of(), 20, 1, Double.NaN, false);
    if (Assessor.of(dossier).assess(asked) instanceof Assessment.Answered(var answer))
      return answer;
    throw new AssertionError("not answered: " + folder);
  }

  private static Answer small(String fact, String reason) {
    return answer(SMALL.replace("@fact", fact).replace("@reason", reason), Path.of("."));
  }

  private static Chart map(Answer answer) {
    return Objects.requireNonNull(ArgumentMap.of(answer, EVERYWHERE));
  }

  private static Answer opened(Path folder) {
    var opened =
        (Opening.Opened)
            Dossiers.open(
                Path.of("..").toAbsolutePath(), "cases/" + CASES.relativize(folder), Map.of());
    return switch (Assessing.assess(opened, Request.PLAIN.draws(20))) {
      case Assessed.Answered(var answer, var _) -> answer;
      case Assessed.Faulty(var problems) -> {
        Assumptions.assumeFalse(
            problems.getFirst().code() == Code.E501, "asks about the law alone: no map");
        throw new AssertionError(problems);
      }
      default -> throw new AssertionError("not answered: " + folder);
    };
  }

  @TestFactory
  Stream<DynamicTest> everyCaseHasAMap() throws IOException {
    try (var folders = Files.walk(CASES)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("dossier.md")))
          .sorted()
          .toList()
          .stream()
          .map(folder ->
              DynamicTest.dynamicTest(
                  CASES.relativize(folder).toString(),
                  () -> {
                    var answer = opened(folder);
                    var chart = map(answer);
                    wellDrawn(chart);
                    assertThat(map(answer)).isEqualTo(chart);
                    if (answer.would() == null) return;
                    for (var reason : answer.would().reasons())
                      assertThat(chart.svg())
                          .contains("#" + new Anchor.OfReason(reason.id()).name());
                  }));
    }
  }

  private static void wellDrawn(Chart chart) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(chart.svg())));
    var boxes = new ArrayList<>(boxes(chart).values());
    assertThat(boxes).isNotEmpty();
    for (var i = 0; i < boxes.size(); i++)
      for (var j = 0; j < i; j++)
        assertThat(overlap(boxes.get(i), boxes.get(j)))
            .as("%s and %s", boxes.get(i), boxes.get(j))
            .isFalse();
    assertThat(chart.grid().rows()).hasSizeGreaterThanOrEqualTo(boxes.size());
  }

  private static boolean overlap(Box a, Box b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.y() + b.height()
        && b.y() < a.y() + a.height();
  }

  /// The first words of a box to its place.
  private static Map<String, Box> boxes(Chart chart) {
    var boxes = new LinkedHashMap<String, Box>();
    var found =
        Pattern.compile(
                "<rect class=\"box [a-z ]*\" x=\"([^\"]*)\" y=\"([^\"]*)\" width=\"([^\"]*)\""
                    + " height=\"([^\"]*)\"[^>]*/>(?:<a [^>]*>)?<text[^>]*>([^<]*)")
            .matcher(chart.svg());
    while (found.find())
      boxes.put(
          found.group(5) + (boxes.containsKey(found.group(5)) ? " " + boxes.size() : ""),
          new Box(
              Double.parseDouble(found.group(1)),
              Double.parseDouble(found.group(2)),
              Double.parseDouble(found.group(3)),
              Double.parseDouble(found.group(4))));
    return boxes;
  }

  @Test
  void whatIsAddedMovesNothingPastAnother() {
    var before = boxes(map(small("", "")));
    var withFact =
        boxes(
            map(
                small(
                    "fact three \"a fact between\"  prior 20% (10..30%)\n  C3 for slight",
                    "+ \"a reason between\"  slight  if three")));
    assertThat(withFact.keySet()).containsAll(before.keySet());
    assertThat(withFact).hasSize(before.size() + 2);
    for (var one : before.entrySet()) {
      var now = Objects.requireNonNull(withFact.get(one.getKey()));
      assertThat(now.x()).as("the layer of %s", one.getKey()).isEqualTo(one.getValue().x());
      // By no more than the box that was added, twice, with the space around it.
      assertThat(Math.abs(now.y() - one.getValue().y()))
          .as("how far %s moves", one.getKey())
          .isLessThan(2 * 70.0);
      for (var other : before.entrySet()) {
        if (one.getValue().x() != other.getValue().x()) continue;
        var there = Objects.requireNonNull(withFact.get(other.getKey()));
        assertThat(Double.compare(now.y(), there.y()))
            .as("%s and %s", one.getKey(), other.getKey())
            .isEqualTo(Double.compare(one.getValue().y(), other.getValue().y()));
      }
    }
  }

  @Test
  void supportAndOppositionHaveSignsOfTheirOwn() {
    var chart = map(small("", ""));
    assertThat(chart.svg())
        .contains("class=\"mark pro\"", "class=\"mark contra\"")
        .contains(">+</text>", ">−</text>");
    assertThat(chart.grid().rows().stream().map(Object::toString).toList())
        .anyMatch(row -> row.contains("C1 the first thing") && row.contains("for ×8"))
        .anyMatch(row -> row.contains("C2 the second thing") && row.contains("against ×1.5"))
        .anyMatch(row -> row.contains("the second fact") && row.contains("if not so"));
  }

  @Test
  void theFocusHasAncestorsAndDescendantsOnly() {
    var answer = small("", "");
    var one =
        Objects.requireNonNull(ArgumentMap.around(answer, new Anchor.OfFact("one"), EVERYWHERE));
    assertThat(boxes(one).keySet())
        .anyMatch(words -> words.startsWith("the first fact"))
        .anyMatch(words -> words.startsWith("it happens"))
        .anyMatch(words -> words.startsWith("+ the first reason"))
        .noneMatch(words -> words.startsWith("the second fact"))
        .noneMatch(words -> words.startsWith("− the last reason"));
    assertThat(one.svg()).contains("C1 the first thing").doesNotContain("C3 the third");
    assertThat(ArgumentMap.around(answer, new Anchor.OfFact("nothing"), EVERYWHERE)).isNull();
  }

  /// Its time is printed: it is drawn around one node, and says so.
  @Test
  void aLargeDossierIsDrawnAroundOneNode() throws Exception {
    var answer = answer(LargeTexts.broad(), Path.of("."));
    map(small("", ""));
    var start = System.nanoTime();
    var chart = map(answer);
    System.out.printf(
        "map of 300 facts, 500 claims, around one node: %.0f ms%n",
        (System.nanoTime() - start) / 1e6);
    wellDrawn(chart);
    assertThat(chart.sentence()).startsWith("Around “").contains(" in the whole map.");
  }

  @Test
  void noThreadIsLeftBehind() {
    map(small("", ""));
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().contains("EMF"));
  }
}
