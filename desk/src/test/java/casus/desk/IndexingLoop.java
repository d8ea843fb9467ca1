package casus.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/// A process that puts one of two sets in place of the other and indexes, until it is killed.
final class IndexingLoop {
  private IndexingLoop() {}

  /// @param arguments the data folder; beside the sets in it lie `old.lines` and `new.lines`
  public static void main(String[] arguments) throws IOException {
    var home = Path.of(arguments[0]);
    for (var round = 0; ; round++) {
      var next = home.resolve(round % 2 == 0 ? "new.lines" : "old.lines");
      var beside = home.resolve("forecasts/.next");
      Files.copy(next, beside, StandardCopyOption.REPLACE_EXISTING);
      Files.move(
          beside,
          home.resolve("forecasts/pros.jsonl"),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
      Indexing.index(home, List.of(), false, Map.of("CASUS_HOME", home.toString()));
      System.out.println("indexed");
    }
  }
}
