package casus.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class LegalJsonTest {
  private static final DocumentedFormat FORMAT = new DocumentedFormat("legal", "legal ");

  @Test
  void everything() throws IOException {
    var json = LegalJson.of(BelarusLaw.legal());
    FORMAT.assertValid(json);
    var tree = new ObjectMapper().readTree(json);
    assertThat(tree.at("/routes/0/grounds/0/because/0/because/0/mode").asString())
        .isEqualTo("said");
    assertThat(tree.at("/routes/0/grounds/0/probability").isNull()).isTrue();
    assertThat(tree.at("/ways/1/sets/0/requirements").isEmpty()).isTrue();
  }

  @Test
  void docsAndSchemaNameTheSameProperties() throws IOException {
    FORMAT.assertDocumented(new DocumentedFormat("assessment", ""));
  }

  @Test
  void theScreenIsNeverWiderThanThePage() {
    for (var width : List.of(40, 60, 100)) {
      var text = LegalText.of(BelarusLaw.legal(), Page.PLAIN.width(width));
      assertThat(text.lines()).allMatch(line -> line.length() <= width);
    }
    assertThat(LegalText.of(BelarusLaw.legal(), Page.PLAIN))
        .contains("was said by", "is uncertain (30%)", "ranks over cst.6", "nothing is missing");
    var plain = LegalText.of(BelarusLaw.legal(), Page.PLAIN.ascii(true));
    assertThat(plain).matches("[\\x00-\\x7F]*");
  }
}
