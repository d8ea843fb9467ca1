package casus.history.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// The database engine in this process. It keeps nothing, fetches nothing and loads no extension.
final class Engine {
  private Engine() {}

  /// A new, empty database in memory.
  static Connection open() throws SQLException {
    var settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("preserve_insertion_order", "true");
    settings.setProperty("memory_limit", "1GB");
    return DriverManager.getConnection("jdbc:duckdb:", settings);
  }

  /// A name as SQL wants it.
  static String name(String column) {
    return "\"" + column.replace("\"", "\"\"") + "\"";
  }

  /// A text as SQL wants it, where no value can be bound.
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /// A path as the engine's readers want it: they take `*`, `?` and `[` for patterns.
  static String path(java.nio.file.Path file) {
    return literal(file.toAbsolutePath().toString().replaceAll("[*?\\[]", "[$0]"));
  }
}
