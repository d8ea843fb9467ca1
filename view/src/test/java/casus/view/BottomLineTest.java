package casus.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BottomLineTest {
  @Test
  void a_rare_top_rung_does_not_hide_a_likely_one_below_it() {
    assertThat(BottomLine.of(Belarus.answer()))
        .contains("at 1.0% (remote; 90% range 0.4% to 2.1%)")
        .contains(
            "at least “advisers, media crews, unmarked or police personnel” at 42% (unlikely)");
  }

  @Test
  void a_middle_rung_is_told_with_those_above_it() {
    assertThat(BottomLine.of(Belarus.sparse()))
        .isEqualTo(
            "Supposing Minsk asks in writing, it is not so that most Belarusians would oppose Russian troops and it is not so that Moscow sees its vital symbols under attack,"
                + " as of 17 August 2020 we put “advisers, media crews, unmarked or police personnel”"
                + " by 31 December 2020 at 42% (unlikely; 90% range 40% to 43%), that or more at 42%"
                + " (unlikely) and “announced deployment of army, national guard or CSTO units” at 1.0%"
                + " (remote). Nothing that is still unknown would change it.");
  }

  @Test
  void it_has_two_sentences_and_no_codes() {
    var line = BottomLine.of(Belarus.answer());
    assertThat(line.split("\\.(?= [A-Z]|$)")).hasSize(2);
    assertThat(line).doesNotContain("(BLR)").doesNotContain("confiden").doesNotContain("P(");
  }
}
