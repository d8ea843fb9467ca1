package casus.pool;

import static org.assertj.core.api.Assertions.assertThat;

import casus.ledger.ForecastSet;
import casus.ledger.Outcome;
import casus.ledger.PosedQuestion;
import casus.text.Code;
import casus.text.SourceText;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinksReaderTest {
  private static final ForecastSet SET =
      ForecastSet.of(
          List.of(
              question("june", "no", "yes"),
              question("july", "no", "yes"),
              question("august", "no", "yes"),
              question("troops", "none", "covert", "open"),
              question("in two words", "no", "yes")),
          List.of());

  @Test
  void aChainIsOneGroup() {
    var read = read("# the same by later dates\njune implies july implies august\n");
    assertThat(read.problems()).isEmpty();
    assertThat(read.links().groups().keySet()).containsExactly("june", "july", "august");
    assertThat(read.links().all()).hasSize(1);
    assertThat(read.links().all().getFirst().count()).isEqualTo(4);
  }

  @Test
  void outcomesAreNamedWhereYesWillNotDo() {
    var read = read("troops = covert or open implies \"in two words\"");
    assertThat(read.problems()).isEmpty();
    // No troops with either, and both kinds with yes only.
    assertThat(read.links().all().getFirst().count()).isEqualTo(4);
  }

  @Test
  void everyLineThatIsWrongIsNamedAtItsPlace() {
    var read =
        read(
            """
            june implies jule
            troops implies june
            troops = opn implies june
            june causes july
            june
            june implies
            june = yes or
            "june implies july
            """);
    assertThat(read.problems())
        .extracting(problem -> problem.place().label() + " " + problem.code())
        .containsExactly(
            "links.txt:1:14 E201",
            "links.txt:2:1 E102",
            "links.txt:3:10 E201",
            "links.txt:4:6 E102",
            "links.txt:5:1 E102",
            "links.txt:6:6 E102",
            "links.txt:7:12 E102",
            "links.txt:8:1 E103");
    assertThat(read.problems().get(0).hint()).isEqualTo("`june`");
    assertThat(read.problems().get(2).hint()).contains("`open`");
    assertThat(read.links()).isEqualTo(Links.NONE);
  }

  @Test
  void linksThatLeaveNoWayOutAreAProblem() {
    assertThat(read("june equals july\njune complements july").problems())
        .extracting(problem -> problem.code())
        .containsExactly(Code.E802);
  }

  private static LinksReader.Read read(String text) {
    return LinksReader.of(new SourceText("links.txt", text), SET);
  }

  private static PosedQuestion question(String id, String... outcomes) {
    return new PosedQuestion(
        id, id, Arrays.asList(outcomes), false, null, null, Outcome.Pending.PENDING);
  }
}
