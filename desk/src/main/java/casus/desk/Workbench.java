package casus.desk;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;

/// A folder of dossiers on a screen to work at. What serves it is found as a service, so that
/// commands which do not need it do not load it.
public interface Workbench {
  /// Begins to serve, on this machine only.
  ///
  /// @param port 0 for any that is free
  /// @param version of casus, for the foot of the screens
  /// @throws IOException where the port is taken
  Running start(Workspace workspace, int port, String version, Clock clock) throws IOException;

  /// A workbench that is being served.
  interface Running extends AutoCloseable {
    /// What to open in a browser: it carries the token of this start, which nobody else knows.
    URI entrance();

    @Override
    void close();
  }
}
