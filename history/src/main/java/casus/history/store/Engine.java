package casus.history.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The database engine in this process. It keeps no data, fetches nothing and loads no extension.
final class Engine {
  private static final String DATABASE = "jdbc:duckdb:";

  private static @Nullable Driver kept;
  private static boolean sought;

  private Engine() {}

  /// A new, empty database in memory.
  ///
  /// @param folder where its native code is kept unpacked, or null where there is no such folder;
  ///   the first one in a process counts
  static Connection open(@Nullable Path folder) throws SQLException {
    var settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("preserve_insertion_order", "true");
    settings.setProperty("memory_limit", "1GB");
    var driver = driver(folder);
    var connection = driver == null ? null : driver.connect(DATABASE, settings);
    return connection == null ? DriverManager.getConnection(DATABASE, settings) : connection;
  }

  private static synchronized @Nullable Driver driver(@Nullable Path folder) {
    if (!sought) {
      sought = true;
      kept = folder == null ? null : KeptDriver.in(folder);
    }
    return kept;
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
  static String path(Path file) {
    return literal(file.toAbsolutePath().toString().replaceAll("[*?\\[]", "[$0]"));
  }
}
