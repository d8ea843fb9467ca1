package casus.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import casus.ledger.store.ForecastIndex.Opening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGProperty;

class IndexPlaceTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void withoutAServerItIsAFileOfTheUsers() {
    assertThat(IndexPlace.of(Map.of(), folder))
        .isEqualTo(new IndexPlace.InFile(folder.resolve("index.db")));
    assertThat(IndexPlace.of(Map.of(), null)).isInstanceOf(IndexPlace.Nowhere.class);
  }

  @Test
  void userAndPasswordComeFromTheAddressOrTheEnvironment() {
    var own =
        server(
            Map.of(
                "CASUS_STORE",
                "jdbc:postgresql://db:5433/desk?user=anna&password=s3cret",
                "PGPASSWORD",
                "other"));
    assertThat(PGProperty.USER.getOrNull(own.settings())).isEqualTo("anna");
    assertThat(PGProperty.PASSWORD.getOrNull(own.settings())).isEqualTo("s3cret");
    assertThat(own.shown()).isEqualTo("jdbc:postgresql://db:5433/desk");
    var given =
        server(
            Map.of(
                "CASUS_STORE", "jdbc:postgresql:desk", "PGUSER", "boris", "PGPASSWORD", "s3cret"));
    assertThat(PGProperty.USER.getOrNull(given.settings())).isEqualTo("boris");
    assertThat(PGProperty.PASSWORD.getOrNull(given.settings())).isEqualTo("s3cret");
    assertThat(given.shown()).isEqualTo("jdbc:postgresql://localhost:5432/desk");
  }

  @Test
  void noPasswordIsEverShown() {
    // Nothing listens there.
    var nobody =
        IndexPlace.of(
            Map.of("CASUS_STORE", "jdbc:postgresql://localhost:1/desk?user=u&password=s3cret"),
            folder);
    assertThat(nobody.toString()).doesNotContain("s3cret");
    assertThat(ForecastIndex.open(nobody).toString())
        .contains("localhost:1/desk")
        .doesNotContain("s3cret");
    assertThat(
            IndexPlace.of(Map.of("CASUS_STORE", "jdbc:mysql://u:s3cret@db/desk"), folder)
                .toString())
        .contains("PostgreSQL")
        .doesNotContain("s3cret");
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
    var file = folder.resolve("index.db");
    Files.writeString(file, "not a database, but something of the user's ".repeat(100));
    var before = Files.readString(file);
    assertThat(ForecastIndex.open(new IndexPlace.InFile(file)))
        .isInstanceOfSatisfying(
            Opening.Refused.class,
            refused ->
                assertThat(refused.because()).contains("index.db").contains("not a database"));
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  private IndexPlace.OnServer server(Map<String, String> environment) {
    return (IndexPlace.OnServer) IndexPlace.of(environment, folder);
  }
}
