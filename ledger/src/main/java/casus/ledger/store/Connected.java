package casus.ledger.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/// Connections to a place, by its driver directly: the platform's manager of drivers would load
/// every driver that there is.
record Connected(IndexPlace place) implements DataSource {
  private static final int PATIENCE = 60_000;

  @Override
  public Connection getConnection() throws SQLException {
    var connection =
        switch (place) {
          case IndexPlace.InFile(var file) ->
              new JDBC().connect(JDBC.PREFIX + file.toAbsolutePath(), sqlite());
          case IndexPlace.OnServer(var shown, var settings) ->
              new org.postgresql.Driver().connect(shown, settings);
          case IndexPlace.Nowhere(var because) -> throw new SQLException(because);
        };
    if (connection == null) throw new SQLException("no driver for " + place.shown());
    return connection;
  }

  private static Properties sqlite() {
    var config = new SQLiteConfig();
    config.setBusyTimeout(PATIENCE);
    config.enforceForeignKeys(true);
    // A third of a second for every million forecasts that are read again.
    config.setCacheSize(-64 * 1024);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    return config.toProperties();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
