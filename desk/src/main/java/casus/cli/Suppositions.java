package casus.cli;

import casus.desk.Request;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is to be supposed about a dossier before it answers.
final class Suppositions {
  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "Suppose one of the dossier's scenarios.")
  private @Nullable String scenario;

  @Option(
      names = "--suppose",
      paramLabel = "CONDITIONS",
      description = "Suppose we learned this; conditions as in the dossier, separated by commas.")
  private List<String> suppose = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "FACTS",
      description =
          "Suppose somebody brought this about: what was said before tells nothing about it.")
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--reading",
      paramLabel = "TERM=READING",
      description = "Take another reading of a contested term for the main figures.")
  private List<String> readings = new ArrayList<>();

  /// The dossier with these suppositions, 2,000 draws, the first question.
  Request on(@Nullable LocalDate asOf) {
    var plain = Request.PLAIN;
    return new Request(
        asOf,
        null,
        null,
        scenario,
        suppose,
        set,
        readings,
        plain.draws(),
        plain.seed(),
        plain.threshold(),
        false);
  }
}
