package casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The example of docs/engine.md runs, and says there what it says here.
class EngineExampleTest {
  @Test
  void theExampleOfTheDocumentation() {
    var builder = Network.builder();
    var order = builder.addBinary("order given");
    var exercise = builder.addBinary("exercise announced");
    var columns = builder.addBinary("columns seen");
    builder.prior(order, 0.9, 0.1);
    builder.prior(exercise, 0.7, 0.3);
    builder.noisyOr(columns, List.of(order, exercise), new double[] {0.8, 0.4}, 0.02);
    var network = builder.build();

    var tree = JunctionTree.of(network);
    var beliefs = tree.infer(Evidence.none().with(columns, "true")).beliefs();
    assertThat(beliefs.posterior(order)[1]).isCloseTo(documented(0), within(5e-5));
    beliefs = beliefs.revise(beliefs.evidence().with(exercise, "true")).beliefs();
    assertThat(beliefs.posterior(order)[1]).isCloseTo(documented(1), within(5e-5));
  }

  /// Every statement of the documented example stands in the test above.
  @Test
  void theDocumentationShowsThisExample() throws IOException {
    var test = Files.readString(Path.of("src/test/java/casus/inference/EngineExampleTest.java"));
    var fence = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(page());
    assertThat(fence.find()).isTrue();
    for (var line : fence.group(1).lines().toList()) {
      var statement = line.replaceFirst("//.*", "").strip();
      if (!statement.isEmpty() && !statement.startsWith("beliefs.posterior"))
        assertThat(test).contains(statement);
    }
  }

  private static double documented(int which) {
    var number = Pattern.compile("posterior\\(order\\)\\[1\\]; // ([0-9.]+[0-9])").matcher(page());
    for (var i = 0; i <= which; i++) assertThat(number.find()).isTrue();
    return Double.parseDouble(number.group(1));
  }

  private static String page() {
    try {
      return Files.readString(Path.of("../docs/engine.md"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
