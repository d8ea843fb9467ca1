package casus.view;

import static org.assertj.core.api.Assertions.assertThat;

import casus.history.Clustering;
import casus.history.OutsideView;
import casus.history.Proportion;
import casus.history.Records;
import casus.history.SetCatalogue;
import casus.history.StoredSet;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

class HistoryJsonTest {
  private static final DocumentedFormat FORMAT = new DocumentedFormat("history", "history ");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final StoredSet REQUESTS =
      new StoredSet(SetCatalogue.known().named("requests").orElseThrow(), "", 180, "", "", "");
  private static final StoredSet EPISODES =
      new StoredSet(
          SetCatalogue.known().named("ucdp-episodes").orElseThrow(),
          "UCDP/PRIO ACD 25.1",
          523,
          "acd.csv",
          "00".repeat(32),
          "2026-01-01");

  private static OutsideView view(double k, double n) {
    return new OutsideView(
        REQUESTS.set(),
        "responder = RUS and trigger = internal-unrest",
        "troops_sent",
        new Proportion(k, n),
        1,
        2,
        0,
        List.of(
            new Clustering("responder", "responder", 2, 2, 0.5, 1.25, n / 1.25),
            new Clustering(
                "requester", "requester_name", 1, 3, Double.NaN, Double.NaN, Double.NaN)),
        new Proportion(k / 1.25, n / 1.25),
        List.of(
            new OutsideView.Neighbour("without responder = RUS", new Proportion(2, 5)),
            new OutsideView.Neighbour("to 5 years later", new Proportion(0, 0))),
        List.of(
            new Records.Case("R161", "2020-08-15", "Belarus · Russia", false, "Belsat", List.of()),
            new Records.Case("R170", "2022-01-05", "Kazakhstan · CSTO", true, "", List.of())),
        1,
        List.of("3 cases are few"));
  }

  @Test
  void aCountAndTheSetItWasMadeIn() throws IOException {
    var json = HistoryJson.of(view(1, 3), REQUESTS);
    FORMAT.assertValid(json);
    var tree = JSON.readTree(json);
    assertThat(tree.at("/view/clusters/1/correlation").isNull()).isTrue();
    assertThat(tree.at("/view/neighbours/1/count/rate").isNull()).isTrue();
    assertThat(tree.at("/view/count/laplace").asDouble()).isEqualTo(0.4);
    FORMAT.assertValid(HistoryJson.of(view(0, 0), REQUESTS));
  }

  @Test
  void aListOfSets() throws IOException {
    var json = HistoryJson.of(List.of(REQUESTS, EPISODES));
    FORMAT.assertValid(json);
    assertThat(JSON.readTree(json).at("/sets/1/madeFrom").asString()).isEqualTo("ucdp-acd");
  }

  @Test
  void anOutcomeAndWhatItsBaseRateRestsOn() throws IOException {
    var answer = Belarus.answer();
    var known = OutcomeHistory.base(answer).classes().getFirst().text();
    FORMAT.assertValid(HistoryJson.of(answer, Map.of(), List.of()));
    var json = HistoryJson.of(answer, Map.of(known, view(1, 3)), List.of(REQUESTS));
    FORMAT.assertValid(json);
    var tree = JSON.readTree(json).path("outcome");
    assertThat(tree.path("id").asString()).isEqualTo("open");
    assertThat(tree.path("inside").asDouble()).isEqualTo(0.0097);
    assertThat(tree.at("/classes/0/view/count/cases").asDouble()).isEqualTo(3);
    for (var width : List.of(40, 60, 100))
      for (var views : List.of(Map.<String, OutsideView>of(), Map.of(known, view(1, 3))))
        assertThat(OutcomeHistoryText.of(answer, views, true, Page.PLAIN.width(width)).lines())
            .allMatch(line -> line.codePointCount(0, line.length()) <= width);
  }

  @Test
  void theSchemaIsClosed() throws IOException {
    var more = (ObjectNode) JSON.readTree(HistoryJson.of(view(1, 3), REQUESTS));
    ((ObjectNode) more.path("view")).put("surprise", 1);
    assertThat(FORMAT.schema().validate(more)).isNotEmpty();
  }

  @Test
  void docsAndSchemaNameTheSameProperties() throws IOException {
    FORMAT.assertDocumented(null);
  }

  @Test
  void theScreenIsNeverWiderThanThePage() {
    for (var width : List.of(40, 60, 100))
      for (var text :
          List.of(
              HistoryText.of(view(1, 3), Page.PLAIN.width(width)),
              HistoryText.list(
                  List.of(REQUESTS, EPISODES), List.of(EPISODES.set()), Page.PLAIN.width(width)),
              HistoryText.fields(REQUESTS, REQUESTS.set().fields(), Page.PLAIN.width(width))))
        assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= width);
    assertThat(HistoryText.of(view(1, 3), Page.PLAIN))
        .contains("1 of 3", "cannot be told", "+7 points", "R170", "the first 2 of 3");
    assertThat(HistoryText.of(view(1, 3), Page.PLAIN.ascii(true))).matches("[\\x00-\\x7F\\n]*");
  }
}
