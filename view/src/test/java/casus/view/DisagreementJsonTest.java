package casus.view;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// That disagreements are what the schema says is tested on the command that prints them
/// (`DisagreeCommandTest`).
class DisagreementJsonTest {
  private static final DocumentedFormat FORMAT = new DocumentedFormat("disagreement", "disagree ");

  @Test
  void docsAndSchemaNameTheSameProperties() throws IOException {
    FORMAT.assertDocumented(null);
  }
}
