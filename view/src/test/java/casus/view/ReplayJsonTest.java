package casus.view;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// That replays are what the schema says is tested on the command that prints them
/// (`ReplayCommandTest`).
class ReplayJsonTest {
  private static final DocumentedFormat FORMAT = new DocumentedFormat("replay", "replay ");

  @Test
  void docsAndSchemaNameTheSameProperties() throws IOException {
    FORMAT.assertDocumented(null);
  }
}
