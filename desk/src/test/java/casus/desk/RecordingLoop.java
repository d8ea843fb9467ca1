package casus.desk;

import casus.desk.LedgerFile.Appended;
import casus.desk.Opening.Opened;
import casus.desk.Recording.Recorded;
import casus.ledger.Content.Basis;
import casus.ledger.Content.Kind;
import casus.ledger.Content.RecordedForecast;
import casus.ledger.QuestionAsked;
import casus.ledger.QuestionAsked.Possible;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A program of its own that records until it is killed or has recorded so often. It prints the id
/// of each entry once it was told that the entry is written.
final class RecordingLoop {
  private RecordingLoop() {}

  /// @param arguments folder of the dossier, name of the forecaster, how often, and `whole` where
  ///   each entry is computed as `casus record` does it, rather than only appended
  public static void main(String... arguments) {
    var folder = Path.of(arguments[0]);
    var ledger = LedgerFile.beside(folder.resolve("dossier.md"), "dossier.md");
    for (var i = 0; i < Integer.parseInt(arguments[2]); i++)
      if (arguments.length > 3) record(folder, arguments[1], i);
      else append(ledger, arguments[1], i);
  }

  private static void record(Path folder, String by, int i) {
    var opened = (Opened) Dossiers.open(folder, "dossier.md", Map.of());
    var order =
        new Recording.Order(
            by, null, null, List.of("open 3%"), by + " " + i, Instant.EPOCH, "test");
    switch (Recording.record(opened, order)) {
      case Recorded.Written written -> say(written.entry().id());
      case Recorded other -> say(other.toString());
    }
  }

  private static void append(LedgerFile file, String by, int i) {
    var forecast =
        new RecordedForecast(
            Instant.EPOCH,
            by,
            Kind.OWN,
            LocalDate.EPOCH,
            new QuestionAsked(
                "troops",
                "Will Valdria send troops?",
                List.of(new Possible("none", "no"), new Possible("open", "yes")),
                true,
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                null),
            List.of(0.97, 0.03),
            List.of(),
            "open 3%",
            null,
            new Basis("meresk", "0".repeat(64), null, Map.of()),
            "test",
            by + " " + i);
    switch (file.append(forecast)) {
      case Appended.Written written -> say(written.entry().id());
      case Appended other -> say(other.toString());
    }
  }

  private static void say(String what) {
    System.out.println(what);
    System.out.flush();
  }
}
