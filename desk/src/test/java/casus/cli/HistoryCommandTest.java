package casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Record sets of a user in the base rates of a dossier.
class HistoryCommandTest {
  private static final String COUPS =
      """
      country,ccode,year,month,day,coup,version
      Ruritania,40,1963,3,10,2,V2019.04.22
      Ruritania,40,1964,9,5,1,V2019.04.22
      Syldavia,41,1966,1,2,1,V2019.04.22
      Borduria,42,2003,1,2,2,V2019.04.22
      """;
  private static final String DOSSIER =
      """
      ```casus
      dossier coup  as of 2003-06-01
      question regime "Will the attempt succeed?"
        from 2003-06-01 to 2003-12-31
        outcomes
          fails    "it fails"
          requests "it succeeds"
        resolve by "a statement"
      base regime
        class "attempts since 1960"  records coups "year >= 1960"
          requests "coup = successful"
      ```
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void aFileAndADossier() throws IOException {
    Files.writeString(folder.resolve("downloaded.csv"), COUPS);
    Files.writeString(folder.resolve("dossier.md"), DOSSIER);
  }

  private Session.Ran atHome(String... command) {
    return new Session(folder).with("CASUS_HOME", folder.resolve("home").toString()).run(command);
  }

  /// The data folder is that of whoever calls, not that of the process.
  @Test
  void theRecordsOfADossierAreThoseOfItsCallersDataFolder() {
    assertThat(atHome("check", ".").err() + atHome("check", ".").out()).contains("E701");
    assertThat(atHome("history", "import", "downloaded.csv").exit()).isZero();
    assertThat(atHome("check", ".").exit()).isZero();
    // Of the attempts since 1960 that of 2003 is dated by its year alone, which has not ended.
    assertThat(atHome("assess", ".").out()).contains("1 of 3 “attempts since 1960”");
    assertThat(new Session(folder).run("assess", ".").err()).contains("E701");
  }

  @Test
  void anOutcomeThatIsCalledAsARecordSetIs() {
    assertThat(atHome("history", "import", "downloaded.csv").exit()).isZero();
    var set = atHome("history", "requests");
    assertThat(set.out()).startsWith("requests · Requests for military help");
    assertThat(set.err()).contains("`casus history requests .`");
    var outcome = atHome("history", "requests", ".");
    assertThat(outcome.out()).startsWith("requests · it succeeds").contains("1 of 3");
    assertThat(outcome.err()).contains("a record set is called `requests` too");
    var json = atHome("history", "requests", ".", "--json");
    assertThat(json.out()).contains("\"id\": \"requests\"").contains("attempts since 1960");
    assertThat(atHome("history", "fail").err()).contains("did you mean `fails`?");
    assertThat(atHome("history", "fails").exit()).isZero();
  }

  @Test
  void whereThereIsNoBaseRate() throws IOException {
    Files.writeString(
        folder.resolve("dossier.md"), DOSSIER.substring(0, DOSSIER.indexOf("base")) + "```\n");
    var ran = atHome("history", "fails");
    assertThat(ran.exit()).isNotZero();
    assertThat(ran.err()).contains("base regime").doesNotContain("Exception");
  }
}
