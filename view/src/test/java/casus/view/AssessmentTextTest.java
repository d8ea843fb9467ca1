package casus.view;

import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentTextTest {
  @Test
  void one_screen() {
    Golden.verify("assess.txt", AssessmentText.of(Belarus.answer(), Belarus.lints(), Page.PLAIN));
  }

  @Test
  void in_full() {
    var page = Page.PLAIN.full(true);
    Golden.verify("assess-full.txt", AssessmentText.of(Belarus.answer(), Belarus.lints(), page));
  }

  @Test
  void narrow() {
    var page = Page.PLAIN.width(60);
    Golden.verify("assess-60.txt", AssessmentText.of(Belarus.answer(), Belarus.lints(), page));
  }

  @Test
  void wide_in_ascii() {
    var page = Page.PLAIN.width(140).ascii(true);
    Golden.verify(
        "assess-140-ascii.txt", AssessmentText.of(Belarus.answer(), Belarus.lints(), page));
  }

  @Test
  void in_colour() {
    var page = Page.PLAIN.colour(true);
    Golden.verify("assess-colour.txt", AssessmentText.of(Belarus.answer(), Belarus.lints(), page));
  }

  @Test
  void with_much_that_is_absent() {
    Golden.verify("assess-sparse.txt", AssessmentText.of(Belarus.sparse(), List.of(), Page.PLAIN));
  }
}
