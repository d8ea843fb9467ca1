package casus.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// That answers are what the schema says is tested on the server that sends them (`ApiTest`).
class WhatIfJsonTest {
  private static final DocumentedFormat FORMAT = new DocumentedFormat("what-if", "what-if ");

  @Test
  void docsAndSchemaNameTheSameProperties() throws IOException {
    FORMAT.assertDocumented(null);
  }

  @Test
  void namesAreWrittenAsTheyAre() {
    assertThat(WhatIfJson.dossiers(List.of("a/b", "\"quoted\"")))
        .contains("\"a/b\"", "\"\\\"quoted\\\"\"");
  }
}
