package casus.ledger.store;

import java.sql.SQLException;

/// Which migrations an index has seen.
final class Migrated {
  /// The version of the last file in `migrations`.
  private static final String LAST = "1";

  private Migrated() {}

  /// Whether every migration has been applied. False also where nobody can say.
  static boolean isCurrent(Connected source, String history) throws SQLException {
    try (var connection = source.getConnection()) {
      try (var tables =
          connection.getMetaData().getTables(null, connection.getSchema(), history, null)) {
        if (!tables.next()) return false;
      }
      try (var statement =
          connection.prepareStatement("select success from " + history + " where version = ?")) {
        statement.setString(1, LAST);
        try (var row = statement.executeQuery()) {
          return row.next() && row.getBoolean(1);
        }
      }
    }
  }
}
