package casus.view;

import org.junit.jupiter.api.Test;

class ExplanationTextTest {
  @Test
  void a_tree() {
    Golden.verify("explain.txt", ExplanationText.of(Belarus.explanation(), Page.PLAIN));
  }

  @Test
  void a_narrow_tree_in_ascii() {
    var page = Page.PLAIN.width(60).ascii(true);
    Golden.verify("explain-60-ascii.txt", ExplanationText.of(Belarus.explanation(), page));
  }
}
