package casus.view;

import static org.assertj.core.api.Assertions.assertThat;

import casus.answer.NetworkAnswer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class InferenceJsonTest {
  private static final DocumentedFormat FORMAT = new DocumentedFormat("inference", "infer ");
  private static final ObjectMapper JSON = new ObjectMapper();

  static final NetworkAnswer EVERYTHING =
      new NetworkAnswer(
          -2.5,
          List.of(
              new NetworkAnswer.Posterior(
                  "intent", List.of("bluff", "attack"), new double[] {0.125, 0.875}, false),
              new NetworkAnswer.Posterior(
                  "sky", List.of("clear", "cloudy"), new double[] {0, 1}, true)),
          List.of(
              new NetworkAnswer.Explained(
                  0.625, List.of(new NetworkAnswer.State("intent", "attack"))),
              new NetworkAnswer.Explained(
                  0.125, List.of(new NetworkAnswer.State("intent", "bluff")))),
          new NetworkAnswer.Sensitivity(
              "intent",
              "attack",
              0.875,
              List.of(
                  new NetworkAnswer.Parameter("P(intent = attack)", 0.05, 1.5, Double.NaN, 1),
                  new NetworkAnswer.Parameter(
                      "P(x = s | intent = attack)", 0.5, -0.0001, 0.8, 0.7))),
          new NetworkAnswer.Telling(
              "intent", 0.5436, List.of(new NetworkAnswer.Told("imagery", 0.25))),
          new NetworkAnswer.Engine("junction tree", 4, 3, List.of("intent", "sky"), 24, 20, 480));

  private static final NetworkAnswer NOTHING =
      new NetworkAnswer(
          0,
          List.of(),
          List.of(),
          null,
          null,
          new NetworkAnswer.Engine("junction tree", 1, 1, List.of(), 2, 0, 0));

  @Test
  void everything() throws IOException {
    var json =
        InferenceJson.of(
            "border.bif", 2, List.of("sky = cloudy"), EVERYTHING, List.of(Belarus.error()));
    FORMAT.assertValid(json);
    var tree = JSON.readTree(json);
    assertThat(tree.at("/sensitivity/parameters/0/less").isNull()).isTrue();
    assertThat(tree.at("/posteriors/0/states/1/probability").asDouble()).isEqualTo(0.875);
  }

  @Test
  void nothing() throws IOException {
    FORMAT.assertValid(InferenceJson.of("border.bif", 2, List.of(), NOTHING, List.of()));
  }

  @Test
  void docsAndSchemaNameTheSameProperties() throws IOException {
    FORMAT.assertDocumented(null);
  }

  @Test
  void theScreenIsNeverWiderThanThePage() {
    for (var width : List.of(40, 60, 100)) {
      var text =
          InferenceText.of(
              "border.bif", 2, List.of("sky = cloudy"), EVERYTHING, Page.PLAIN.width(width));
      assertThat(text.lines()).allMatch(line -> line.length() <= width);
      assertThat(text).contains("P(intent = attack)", "88%", "as 1, but intent = bluff");
    }
    var plain = InferenceText.of("border.bif", 2, List.of(), EVERYTHING, Page.PLAIN.ascii(true));
    assertThat(plain).matches("[\\x00-\\x7F]*");
  }
}
