package casus.ledger.store;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The databases that an index can be kept in, each for real.
enum Database {
  SQLITE {
    @Override
    IndexPlace empty(Path folder) {
      return IndexPlace.of(Map.of(), folder.resolve("data"));
    }
  },
  POSTGRESQL {
    @Override
    IndexPlace empty(Path folder) {
      var name = "desk" + next++;
      try (var connection = server().getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException fault) {
        throw new IllegalStateException(fault);
      }
      return IndexPlace.of(Map.of("CASUS_STORE", server().getJdbcUrl("postgres", name)), folder);
    }
  };

  private static @Nullable EmbeddedPostgres server;
  private static int next;

  /// An index that nobody has used yet.
  abstract IndexPlace empty(Path folder);

  /// Started by the first test that asks, stopped with the tests.
  private static synchronized EmbeddedPostgres server() {
    if (server != null) return server;
    try {
      var started = EmbeddedPostgres.start();
      server = started;
      return started;
    } catch (IOException | RuntimeException | LinkageError cannot) {
      return abort("no PostgreSQL can be started here: " + cannot);
    }
  }
}
