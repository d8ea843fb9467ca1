package casus.desk;

import static org.assertj.core.api.Assertions.assertThat;

import casus.answer.WhatIf.Changes;
import casus.desk.Amending.Amended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmendingTest {
  private static final String TEXT =
      """
      # Will Valdria march?

      ```casus
      dossier meresk "Troops for Meresk"  as of 2031-05-20
      scale strength  slight x1.5 (1.2..2), strong x5..12
      question troops "Will troops be sent?"  from 2031-05-20 to 2031-08-20
        outcomes
          none  "no"
          few   "a few"
          open  "yes"
      base troops
        open 1..5% per month
        few 20% (10..30%) of the rest
      source herald "The Herald"  grade F  leans none
      claim C1 herald 2031-05-10 "help was asked for"
      fact request "Meresk asks for help"  prior 30% (20..45%)
        C1 for strong
      fact able "Valdria is able"  prior unlikely
      weigh troops
        for open
          + "it was asked" as plea strong if request
          - "too far" as far x3 (2..4) if not able
      scenario asked  "Meresk asks"       suppose request
      scenario both   "asks, and may go"  suppose request, able
      ```

      The end.
      """;

  @TempDir private Path folder;
  private OpenDossier dossier;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("meresk.md"), TEXT);
    var workspace = Objects.requireNonNull(Workspace.of(folder, ".", Map.of()));
    dossier = Objects.requireNonNull(workspace.dossier("meresk.md"));
  }

  private static Changes numbers(Map<String, Double> numbers) {
    return new Changes(numbers, Map.of(), Map.of());
  }

  private static Changes facts(Map<String, Boolean> facts) {
    return new Changes(Map.of(), facts, Map.of());
  }

  /// The only line that is other than before.
  private String moved(String id, double value) {
    var amended = Amending.numbers(dossier, numbers(Map.of(id, value)));
    assertThat(amended).as(id + " " + amended).isInstanceOf(Amended.Ready.class);
    var ready = (Amended.Ready) amended;
    assertThat(ready.left()).isEmpty();
    var before = ready.before().lines().toList();
    var after = ready.after().lines().toList();
    assertThat(after).hasSameSizeAs(before);
    var found = "";
    for (var i = 0; i < after.size(); i++)
      if (!after.get(i).equals(before.get(i))) found += after.get(i).strip();
    return found;
  }

  @Test
  void numbersKeepTheirFormAndTheirRange() {
    assertThat(moved("prior request", 0.3742188))
        .isEqualTo("fact request \"Meresk asks for help\"  prior 37.4% (20..45%)");
    assertThat(moved("prior able", 0.4))
        .isEqualTo("fact able \"Valdria is able\"  prior 40% (20..45%)");
    assertThat(moved("base troops few", 0.25)).isEqualTo("few 25% (10..30%) of the rest");
    assertThat(moved("strength strong", 7))
        .isEqualTo("scale strength  slight x1.5 (1.2..2), strong x7 (5..12)");
    assertThat(moved("factor far", 2.5)).endsWith("as far x2.5 (2..4) if not able");
  }

  @Test
  void aRateIsWrittenForItsOwnPeriod() {
    var line = moved("base troops open", 1 - Math.pow(1 - 0.03, 3));
    assertThat(line).matches("open (2\\.9\\d|3(\\.0\\d)?)% \\(1\\.\\.5%\\) per month");
  }

  @Test
  void whatCannotBeWrittenIsSaid() {
    var amended =
        Amending.numbers(
            dossier,
            new Changes(
                Map.of("grade F", 0.4, "nothing", 0.5), Map.of("able", true), Map.of("t", "r")));
    assertThat(amended).isInstanceOf(Amended.Nothing.class);
    assertThat(((Amended.Nothing) amended).left())
        .hasSize(4)
        .anyMatch(said -> said.contains("does not stand in the text"))
        .anyMatch(said -> said.contains("There is no number nothing"))
        .anyMatch(said -> said.contains("save it as a scenario"));
  }

  @Test
  void aNumberOutsideItsRangeIsNotWritten() {
    for (var value : new double[] {Double.NaN, 0.9, -1})
      assertThat(Amending.numbers(dossier, numbers(Map.of("prior request", value))))
          .isInstanceOf(Amended.Nothing.class);
  }

  @Test
  void aScenarioStandsBelowTheLastOne() {
    var amended =
        Amending.scenario(
            dossier, "cannot", "it cannot, \"they\" say", facts(Map.of("able", false)));
    assertThat(amended).as("%s", amended).isInstanceOf(Amended.Ready.class);
    var after = ((Amended.Ready) amended).after();
    assertThat(after)
        .contains(
            "suppose request, able\nscenario cannot \"it cannot, \\\"they\\\" say\"  suppose not"
                + " able\n```\n");
    assertThat(after.replaceFirst("scenario cannot.*\n", "")).isEqualTo(TEXT);
  }

  @Test
  void aScenarioNeedsAFactAndAFreeName() {
    var changes = new Changes(Map.of("prior request", 0.4), Map.of(), Map.of());
    assertThat(Amending.scenario(dossier, "x", "more", changes))
        .isInstanceOf(Amended.Nothing.class);
    assertThat(Amending.scenario(dossier, "asked", "again", facts(Map.of("able", true))))
        .isInstanceOf(Amended.Faulty.class);
    var named = Amending.scenario(dossier, "", "It is able now", facts(Map.of("able", true)));
    assertThat(((Amended.Ready) named).after()).contains("scenario it-is-able-now ");
  }
}
