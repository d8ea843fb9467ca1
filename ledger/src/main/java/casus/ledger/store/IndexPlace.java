package casus.ledger.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/// Where the index of a desk is kept.
public sealed interface IndexPlace {
  /// The variable that names a server.
  String VARIABLE = "CASUS_STORE";

  /// As a user may see it: without user and password.
  String shown();

  /// A file of SQLite.
  record InFile(Path file) implements IndexPlace {
    @Override
    public String shown() {
      return file.toString();
    }
  }

  /// A database of PostgreSQL.
  ///
  /// @param shown host, port and database
  record OnServer(String shown, Properties settings) implements IndexPlace {
    @Override
    public String toString() {
      return shown;
    }
  }

  /// No place.
  ///
  /// @param because for the user, without a full stop
  record Nowhere(String because) implements IndexPlace {
    @Override
    public String shown() {
      return "";
    }
  }

  /// The database that `CASUS_STORE` names, else a file in the data folder. User and password come
  /// from the address (`?user=…&password=…`), else from PGUSER and PGPASSWORD.
  ///
  /// @param home the data folder, or null where there is none
  static IndexPlace of(Map<String, String> environment, @Nullable Path home) {
    var address = environment.getOrDefault(VARIABLE, "").strip();
    if (address.isEmpty())
      return home == null
          ? new Nowhere("there is no folder to keep it in: set CASUS_HOME to one")
          : new InFile(home.resolve("index.db"));
    var settings = address.startsWith("jdbc:postgresql:") ? parsed(address) : null;
    if (settings == null)
      return new Nowhere(
          VARIABLE
              + " has to be an address of PostgreSQL such as jdbc:postgresql://localhost:5432/desk, or empty");
    given(settings, PGProperty.USER, environment.get("PGUSER"));
    given(settings, PGProperty.PASSWORD, environment.get("PGPASSWORD"));
    PGProperty.REWRITE_BATCHED_INSERTS.set(settings, true);
    PGProperty.APPLICATION_NAME.set(settings, "casus");
    var shown =
        "jdbc:postgresql://%s:%s/%s"
            .formatted(
                PGProperty.PG_HOST.getOrDefault(settings),
                PGProperty.PG_PORT.getOrDefault(settings),
                PGProperty.PG_DBNAME.getOrDefault(settings));
    return new OnServer(shown, settings);
  }

  private static @Nullable Properties parsed(String address) {
    return org.postgresql.Driver.parseURL(address, new Properties());
  }

  private static void given(Properties settings, PGProperty what, @Nullable String value) {
    if (value != null && what.getOrNull(settings) == null) what.set(settings, value);
  }
}
