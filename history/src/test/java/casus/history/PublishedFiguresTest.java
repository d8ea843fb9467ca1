package casus.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.history.Counting.Counted;
import casus.history.store.Imported;
import casus.history.store.RecordStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What the field has published, counted again from its files by the code behind `casus history
/// query`.
class PublishedFiguresTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  @TempDir static Path home;

  private static final Map<String, Imported> IMPORTED = new HashMap<>();

  @BeforeAll
  static void importAll() throws IOException {
    var folder = SharedFiles.folder();
    var store = new RecordStore(home);
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
        var name = file.getFileName().toString();
        IMPORTED.put(name, store.add(file, name, false, TODAY));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyFileIsRecognisedAndImported() {
    return IMPORTED.entrySet().stream()
        .map(one ->
            DynamicTest.dynamicTest(
                one.getKey(), () -> assertThat(one.getValue()).isInstanceOf(Imported.Done.class)));
  }

  @Test
  void theSetsAreListedWithTheirRecords() {
    var counts = new HashMap<String, Long>();
    for (var stored : new RecordStore(home).stored())
      counts.put(stored.set().name(), stored.records());
    assertThat(counts)
        .containsEntry("atop-directed-dyad-year", 273_296L)
        .containsEntry("ucdp-acd", 5652L)
        .containsEntry("ucdp-conflict-years", 2488L)
        .containsEntry("ucdp-episodes", 523L)
        .containsEntry("icb2", 1078L);
  }

  private static OutsideView view(String set, String filter, String success) {
    try (var records =
        new RecordStore(home).open(SetCatalogue.known().named(set).orElseThrow()).orElseThrow()) {
      var counted = Counting.count(new ReferenceClass(set, filter, success, false), records, 3);
      assertThat(counted).isInstanceOf(Counted.Done.class);
      return ((Counted.Done) counted).view();
    }
  }

  private static void counts(String set, String filter, String success, int k, int n) {
    var count = view(set, filter, success).count();
    assertThat(count).isEqualTo(new Proportion(k, n));
  }

  /// Berkemeier and Fuhrmann 2018: 50 %, 66 %, 22 %; 41, 74, 78, 37 %; 61 and 14 %.
  @Test
  void allianceCommitmentsHonouredInWar() {
    var set = "alliance-performance";
    counts(set, "dnaLLM is blank", "honorLLM = 1", 73, 146);
    counts(set, "dnaLLM is blank and sample = 1816-1944", "honorLLM", 61, 92);
    counts(set, "dnaLLM is blank and sample = 1945-2003", "honorLLM", 12, 54);
    counts(set, "dnaLLM is blank and defense = yes", "honorLLM", 42, 102);
    counts(set, "dnaLLM is blank and offense = yes", "honorLLM", 31, 42);
    counts(set, "dnaLLM is blank and neutral = yes", "honorLLM", 35, 45);
    counts(set, "dnaLLM is blank and nonagg = yes", "honorLLM", 18, 49);
    counts(set, "dnaLLM is blank and defense = 1 and sample = 1", "honorLLM", 36, 59);
    counts(set, "dnaLLM is blank and defense = 1 and sample = 0", "honorLLM", 6, 43);
  }

  /// Leeds, Long and Mitchell 2000 found 74.5 %; their data are not at hand. The nearest that is
  /// gives 67.9 %.
  @Test
  void theNearestToLeedsLongAndMitchell() {
    counts("alliance-performance-leeds-anac", "", "honor3", 93, 137);
  }

  /// What the page on the outside view says of conflicts in which nobody need have asked.
  @Test
  void conflictsWithForeignTroopsForTheGovernment() {
    counts("ucdp-episodes", "onset between 1947 and 2024", "government-troops", 96, 513);
  }

  /// Brecher and Wilkenfeld: 412 crises and 895 actors from 1918 to 1994.
  @Test
  void crisesAndTheirActors() {
    counts("icb1", "yrtrig <= 1994", "crisno >= 1", 412, 412);
    counts("icb2", "systrgyr <= 1994", "crisno >= 1", 895, 895);
  }

  /// Powell and Thyne 2011: 457 attempts to 2010, 227 of them successful; the file of 2019 has one
  /// success less, by a later revision.
  @Test
  void coupAttempts() {
    counts("coups", "year <= 2010", "coup = successful", 226, 457);
    counts(
        "coups",
        "year = 1963",
        "coup = successful",
        12,
        view("coups", "year = 1963", "coup = 2").count().cases());
    counts("coups", "year between 2003 and 2010", "coup = 2", 12, 19);
  }

  private static void counts(String set, String filter, String success, int k, double n) {
    counts(set, filter, success, k, (int) n);
  }

  /// The ratio of non-violent to violent success is published as 1.95 and comes out as 1.92: the
  /// published one is of a later edition. The 53 and 26 % of 2011 are not reproduced: the list of
  /// campaigns was revised.
  @Test
  void campaigns() {
    var period = "ongoing = no and eyear between 1900 and 2019 and ";
    counts("navco", period + "nonviol = yes", "success = yes", 94, 164);
    counts("navco", period + "viol = yes", "success = yes", 56, 188);
    counts("navco", "ongoing = no and eyear <= 2006 and nonviol = 1", "success = 1", 74, 124);
    counts("navco", "ongoing = no and eyear <= 2006 and viol = 1", "success = 1", 52, 174);
  }

  private record Row(String set, String filter, String success) {}

  /// The filters behind the table of base rates, found from its counts. An episode is a run of
  /// consecutive active years: any year without activity begins a new one. The last two rows count
  /// states in crises whose crisis began after the Second World War.
  private static final List<Row> ROWS =
      List.of(
          new Row("ucdp-conflict-years", "", "government_troops"),
          new Row("ucdp-conflict-years", "", "rebel_troops"),
          new Row("ucdp-episodes", "", "government_troops"),
          new Row("ucdp-episodes", "", "rebel_troops"),
          new Row("ucdp-episodes", "onset between 1946 and 1989", "government_troops"),
          new Row("ucdp-episodes", "onset between 1990 and 2001", "government_troops"),
          new Row("ucdp-episodes", "onset between 2002 and 2024", "government_troops"),
          new Row("ucdp-episodes", "intensity = 2", "government_troops"),
          new Row("icb2", "allycap = 3 and systrgyr >= 1946", "suinv = 8"),
          new Row("icb2", "allycap = 3 and systrgyr >= 1946", "usinv = 8"));

  @TestFactory
  Stream<DynamicTest> everyRowOfTheTableOfBaseRates() throws IOException {
    var lines =
        Files.readAllLines(SharedFiles.folder().resolve("base_rates.csv")).stream()
            .skip(1)
            .filter(line -> !line.isBlank())
            .toList();
    assertThat(lines).hasSameSizeAs(ROWS);
    return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
        .map(i -> DynamicTest.dynamicTest(lines.get(i), () -> row(lines.get(i), ROWS.get(i))));
  }

  private static void row(String line, Row row) {
    var cells = List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
    var count = view(row.set(), row.filter(), row.success()).count();
    var bounds = count.wilson95();
    assertThat(count.successes()).isEqualTo(Double.parseDouble(cells.get(2)));
    assertThat(count.cases()).isEqualTo(Double.parseDouble(cells.get(3)));
    var computed = List.of(count.rate(), bounds.low(), bounds.high(), count.laplace());
    for (var i = 0; i < computed.size(); i++)
      assertThat(BigDecimal.valueOf(computed.get(i)).setScale(4, RoundingMode.HALF_EVEN))
          .isEqualByComparingTo(cells.get(4 + i));
  }

  /// The episodes say the same as a table that another program made.
  @Test
  void theEpisodesAreThoseOfTheTable() {
    for (var success : List.of("supA = yes", "supB = yes", "int2 = 2")) {
      var ours =
          switch (success) {
            case "supA = yes" -> "government_troops";
            case "supB = yes" -> "rebel_troops";
            default -> "intensity = 2";
          };
      assertThat(view("ucdp-episodes", "", ours).count())
          .isEqualTo(view("ucdp-episode-table", "", success).count());
    }
    assertThat(view("ucdp-episodes", "onset >= 1990", "years >= 1").count().cases())
        .isCloseTo(
            view("ucdp-episode-table", "y0 >= 1990", "y1 >= 1").count().cases(), within(0.0));
  }
}
