package casus.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTextTest {
  @Test
  void one_line_each() {
    var problems = new ArrayList<>(Belarus.lints());
    problems.addFirst(Belarus.error());
    Golden.verify("problems.txt", ProblemsText.of(problems, Page.PLAIN));
    assertThat(ProblemsText.of(problems, Page.PLAIN).lines()).hasSize(problems.size() + 1);
  }

  @Test
  void none() {
    assertThat(ProblemsText.of(List.of(), Page.PLAIN)).isEmpty();
    assertThat(ProblemsText.summary(List.of())).isEqualTo("no problems");
    assertThat(ProblemsText.summary(List.of(Belarus.error()))).isEqualTo("1 error");
  }
}
