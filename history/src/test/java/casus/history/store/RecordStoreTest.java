package casus.history.store;

import static org.assertj.core.api.Assertions.assertThat;

import casus.history.Counting;
import casus.history.OutsideView;
import casus.history.Proportion;
import casus.history.ReferenceClass;
import casus.history.SetCatalogue;
import casus.text.Code;
import casus.text.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Importing and counting in small files made up for this test, in the form of the field's own.
class RecordStoreTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
  private static final String COUPS =
      """
      country,ccode,year,month,day,coup,version
      Ruritania,40,1963,3,10,2,V2019.04.22
      Ruritania,40,1964,9,5,1,V2019.04.22
      "Syldavia, Kingdom of",41,1966,1,2,1,V2019.04.22
      Borduria,42,2003,1,2,2,V2019.04.22
      """;

  @TempDir Path folder;

  private Imported add(String name, String text) throws IOException {
    return add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Imported add(String name, byte[] bytes) throws IOException {
    var file = Files.write(folder.resolve(name), bytes);
    return new RecordStore(home()).add(file, name, false, TODAY);
  }

  private Path home() {
    return folder.resolve("home");
  }

  private OutsideView view(String set, String filter, String success) {
    var known = SetCatalogue.known().named(set).orElseThrow();
    try (var records = new RecordStore(home()).open(known).orElseThrow()) {
      var counted = Counting.count(new ReferenceClass(set, filter, success, false), records, 10);
      assertThat(counted).isInstanceOf(Counting.Counted.Done.class);
      return ((Counting.Counted.Done) counted).view();
    }
  }

  private static List<Problem> problems(Imported imported) {
    assertThat(imported).isInstanceOf(Imported.Faulty.class);
    return ((Imported.Faulty) imported).problems();
  }

  @Test
  void aFileIsToldByItsColumnsAndCounted() throws IOException {
    var imported = add("as-downloaded.csv", COUPS);
    assertThat(imported).isInstanceOf(Imported.Done.class);
    var stored = ((Imported.Done) imported).stored();
    assertThat(stored.set().name()).isEqualTo("coups");
    assertThat(stored.records()).isEqualTo(4);
    assertThat(stored.edition()).contains("2019");
    assertThat(new RecordStore(home()).stored()).contains(stored);
    var view = view("coups", "year <= 1970", "coup = successful");
    assertThat(view.count()).isEqualTo(new Proportion(1, 3));
    assertThat(view.cases().getLast().label()).isEqualTo("Syldavia, Kingdom of · 1 · 2");
    assertThat(view.neighbours())
        .extracting(OutsideView.Neighbour::change)
        .containsExactly("without year <= 1970", "to 5 years later", "to 10 years later");
    assertThat(view.neighbours().getFirst().count()).isEqualTo(new Proportion(2, 4));
  }

  @Test
  void aValueIsFoundHoweverItIsTyped() throws IOException {
    add("coups.csv", COUPS);
    assertThat(view("coups", "Country = 'syldavia, kingdom of'", "coup = 1").count())
        .isEqualTo(new Proportion(1, 1));
    assertThat(
            view("coups", "country in (borduria, RURITANIA) and not year > 1990", "coup = 1")
                .count())
        .isEqualTo(new Proportion(1, 2));
    assertThat(
            view("coups", "country = borduria or (year between 1964 and 1965)", "coup = 1").count())
        .isEqualTo(new Proportion(1, 2));
  }

  @Test
  void semicolonsTabsLatinLettersAndMarksAreRead() throws IOException {
    var semicolons = COUPS.replace("\"Syldavia, Kingdom of\"", "Syldavië").replace(',', ';');
    assertThat(add("a.csv", semicolons.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(Imported.Done.class);
    assertThat(view("coups", "country = Syldavië", "coup = 1").count())
        .isEqualTo(new Proportion(1, 1));
    assertThat(add("b.tab", "\uFEFF" + semicolons.replace(';', '\t').replace("\n", "\r\n")))
        .isInstanceOf(Imported.Done.class);
    assertThat(view("coups", "country = Syldavië", "coup = 1").count())
        .isEqualTo(new Proportion(1, 1));
  }

  @Test
  void everythingThatIsWrongIsToldWithItsPlace() throws IOException {
    var problems =
        problems(
            add(
                "bad.csv",
                COUPS.replace("1964", "later").replace("2,V2019.04.22\nB", "3,V2019.04.22\nB")
                    + ",43,1999,1,1,7,V2019.04.22\n"));
    assertThat(problems).allMatch(problem -> problem.code() == Code.E707);
    assertThat(problems.stream().map(p -> p.place().label() + " " + p.found()))
        .containsExactly(
            "bad.csv:6:1 nothing in `country`",
            "bad.csv:3:14 `later` in `year`",
            "bad.csv:6:14 `7` is no code of `coup`");
    assertThat(Files.exists(home().resolve("coups.parquet"))).isFalse();
  }

  @Test
  void whatWasImportedStaysWhereTheNextFileIsWrong() throws IOException {
    add("good.csv", COUPS);
    problems(add("worse.csv", COUPS + "Nowhere,44,1999\n"));
    assertThat(view("coups", "", "coup = 2").count()).isEqualTo(new Proportion(2, 4));
    try (var left = Files.list(home())) {
      assertThat(left.map(f -> f.getFileName().toString())).containsExactly("coups.parquet");
    }
  }

  @Test
  void aSecondRecordWithTheSameKey() throws IOException {
    var problems = problems(add("twice.csv", COUPS + "Ruritania,40,1963,3,10,1,V2019.04.22\n"));
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().place().label()).isEqualTo("twice.csv:6:11");
    assertThat(problems.getFirst().found()).contains("40, 1963, 3, 10", "line 2");
  }

  @Test
  void anotherEdition() throws IOException {
    var problems = problems(add("newer.csv", COUPS.replace("V2019.04.22", "V2024.01.01")));
    assertThat(problems.getFirst().expected()).contains("22 April 2019", "--any-edition");
    var file = folder.resolve("newer.csv");
    assertThat(new RecordStore(home()).add(file, "newer.csv", true, TODAY))
        .isInstanceOf(Imported.Done.class);
  }

  @Test
  void shiftedColumns() throws IOException {
    var shifted =
        COUPS
            .replace(",1,2,", ",1,9,")
            .lines()
            .skip(1)
            .map(line -> "1," + line.replaceAll(",[^,]*$", ""))
            .toList();
    var problems =
        problems(
            add(
                "shifted.csv",
                COUPS.lines().findFirst().orElseThrow() + "\n" + String.join("\n", shifted)));
    assertThat(problems.getFirst().found()).contains("shifted");
  }

  @Test
  void aFileThatIsNoSet() throws IOException {
    var imported = add("odd.csv", "country,ccode,year,month,outcome\na,1,2,3,4\n");
    assertThat(imported).isInstanceOf(Imported.Unrecognised.class);
    var near = ((Imported.Unrecognised) imported).nearest().getFirst();
    assertThat(near.set().name()).isEqualTo("coups");
    assertThat(near.missing()).containsExactly("day", "coup");
    problems(add("empty.csv", ""));
    assertThat(
            problems(add("headed.csv", "country,ccode,year,month,day,coup,version\n"))
                .getFirst()
                .found())
        .contains("without records");
    assertThat(
            problems(
                    new RecordStore(home())
                        .add(folder.resolve("none.csv"), "none.csv", false, TODAY))
                .getFirst()
                .code())
        .isEqualTo(Code.E701);
    assertThat(add("binary.csv", new byte[] {0, 1, 2, (byte) 0xFF, 10, 0, 0}))
        .isInstanceOf(Imported.Unrecognised.class);
  }

  /// A class whose records are sorted into the outcomes of a question.
  @Test
  void recordsAreSortedIntoOutcomes() throws IOException {
    add("coups.csv", COUPS);
    var set = SetCatalogue.known().named("coups").orElseThrow();
    try (var records = new RecordStore(home()).open(set).orElseThrow()) {
      var outcomes = new LinkedHashMap<String, String>();
      outcomes.put("none", "coup = failed");
      outcomes.put("open", "coup = successful and year < 2000");
      var asked = new ReferenceClass.Mapped("coups", "year > 1960", outcomes, false);
      var sorted = (Counting.Sorting.Done) Counting.sort(asked, records, 0);
      assertThat(sorted.sorted().views().values())
          .extracting(OutsideView::count)
          .containsExactly(new Proportion(2, 4), new Proportion(1, 4));
      assertThat(sorted.sorted().warnings()).containsExactly("1 of 4 records belong to no outcome");
      outcomes.put("open", "coup in (failed, successful)");
      sorted = (Counting.Sorting.Done) Counting.sort(asked, records, 0);
      assertThat(sorted.sorted().warnings())
          .containsExactly("outcomes overlap: 6 successes among 4 records");
      outcomes.put("open", "coop = successful");
      var misread = (Counting.Sorting.Misread) Counting.sort(asked, records, 0);
      assertThat(misread.problems()).hasSize(1);
      assertThat(misread.problems().getFirst().hint()).isEqualTo("coup");
    }
  }

  /// A column of numbers of states takes letters and names.
  @Test
  void statesGoByLettersToo() throws IOException {
    add("coups.csv", COUPS);
    assertThat(view("coups", "ccode = CUB", "coup = 2").count()).isEqualTo(new Proportion(1, 2));
    assertThat(view("coups", "ccode in (haiti, 42)", "coup = 2").count())
        .isEqualTo(new Proportion(1, 2));
    assertThat(view("coups", "ccode != CUB", "coup = 2").count()).isEqualTo(new Proportion(1, 2));
  }

  @Test
  void aFileThatIsTooLargeIsRefusedAtOnce() throws IOException {
    var file = Files.writeString(folder.resolve("large.csv"), COUPS);
    try (var large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(1_000_000_000);
    }
    var imported = new RecordStore(home()).add(file, "large.csv", false, TODAY);
    assertThat(problems(imported).getFirst().found()).isEqualTo("a file of 1000 MB");
    assertThat(Files.exists(home())).isFalse();
  }

  @Test
  void whatAKilledImportLeftIsRemovedByALaterOne() throws IOException {
    var left = Files.createDirectories(home().resolve("import-1")).resolve("half.parquet");
    Files.writeString(left, "half");
    Files.setLastModifiedTime(left.getParent(), FileTime.from(Instant.EPOCH));
    var running = Files.createDirectories(home().resolve("import-2"));
    add("coups.csv", COUPS);
    assertThat(Files.exists(left.getParent())).isFalse();
    assertThat(Files.exists(running)).isTrue();
  }

  /// What a user types never reaches the engine as SQL.
  @Test
  void nothingTypedIsRunAsSql() throws IOException {
    add("coups.csv", COUPS.replace("Borduria", "x' or '1'='1"));
    assertThat(view("coups", "country = \"x' or '1'='1\"", "coup = 2").count())
        .isEqualTo(new Proportion(1, 1));
  }
}
