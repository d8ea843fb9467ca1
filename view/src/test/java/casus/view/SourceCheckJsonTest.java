package casus.view;

import casus.view.SourceCheckJson.Remark;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceCheckJsonTest {
  private static final DocumentedFormat FORMAT = new DocumentedFormat("sources", "sources ");

  @Test
  void filesAndQuotations() throws IOException {
    FORMAT.assertValid(
        SourceCheckJson.of(
            List.of(new Remark("intact", false, "sources/herald.md", "")),
            List.of(new Remark("moved", true, "C1 “the border”", "12 characters further on"))));
    FORMAT.assertValid(SourceCheckJson.of(List.of(), List.of()));
  }

  @Test
  void docsAndSchemaNameTheSameProperties() throws IOException {
    FORMAT.assertDocumented(null);
  }
}
