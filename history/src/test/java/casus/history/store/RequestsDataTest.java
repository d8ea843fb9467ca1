package casus.history.store;

import static org.assertj.core.api.Assertions.assertThat;

import casus.history.SetCatalogue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The validator of the shipped data set: whoever adds a case runs it.
class RequestsDataTest {
  /// States that are gone, as ISO 3166-3 had them.
  private static final Set<String> GONE = Set.of("SUN", "CSK", "DDR", "YUG", "ZAR");

  private static final Set<String> ORGANISATIONS =
      Set.of(
          "African Union",
          "Arab League",
          "CARICOM",
          "CIS",
          "CSTO",
          "EAC",
          "ECCAS",
          "ECOWAS",
          "EU",
          "GCC",
          "NATO",
          "OAS",
          "OAU",
          "OECS",
          "Pacific Forum",
          "SADC",
          "SEATO",
          "UN",
          "WEU",
          "Warsaw Pact");

  private static final Set<String> DONE = Set.of("troops_sent", "limited_support");

  @TempDir Path folder;

  private static String text() throws IOException {
    var resource = "/casus/history/requests/requests.csv";
    try (var in = Objects.requireNonNull(RequestsDataTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<Map<String, String>> rows(String text) throws IOException {
    var csv = new CsvText(new StringReader(text), ',');
    var header = Objects.requireNonNull(csv.next()).values();
    var rows = new ArrayList<Map<String, String>>();
    for (var row = csv.next(); row != null; row = csv.next()) {
      assertThat(row.values()).as("line " + row.line()).hasSameSizeAs(header);
      var values = new LinkedHashMap<String, String>();
      for (var i = 0; i < header.size(); i++) values.put(header.get(i), row.values().get(i));
      rows.add(values);
    }
    return rows;
  }

  /// What no code or type can say.
  private static List<String> wrong(List<Map<String, String>> rows) {
    var wrong = new ArrayList<String>();
    var cases = new HashSet<String>();
    LocalDate before = LocalDate.MIN;
    for (var i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      var id = row.get("case_id");
      if (!"R%03d".formatted(i + 1).equals(id)) wrong.add(id + ": the numbers have a gap");
      var date = LocalDate.parse(row.getOrDefault("date", ""));
      if (date.getYear() < 1947 || date.getYear() > 2024) wrong.add(id + ": outside the period");
      if (date.isBefore(before)) wrong.add(id + ": out of order");
      before = date;
      if (!cases.add(date + row.get("requester_name") + row.get("responder_name")))
        wrong.add(id + ": a second time");
      for (var code : split(row, "requester"))
        if (!isState(code) && !ORGANISATIONS.contains(code)) wrong.add(id + ": no code " + code);
      for (var code : split(row, "responder"))
        if (!isState(code) && !ORGANISATIONS.contains(code)) wrong.add(id + ": no code " + code);
      for (var days : List.of("days_request_to_deployment", "deployment_days")) {
        var value = row.getOrDefault(days, "");
        if (value.isEmpty()) continue;
        if (Integer.parseInt(value) < 0 || Integer.parseInt(value) > 9000)
          wrong.add(id + ": impossible " + days);
        if (!DONE.contains(row.get("outcome"))) wrong.add(id + ": days of what was not done");
      }
      if (!row.getOrDefault("deployment_days", "").isEmpty()
          && !"troops_sent".equals(row.get("outcome")))
        wrong.add(id + ": a deployment without troops");
      if ("none".equals(row.get("request")) && "troops_sent".equals(row.get("outcome")))
        wrong.add(id + ": troops without a request");
      var seen = "seen".equals(row.get("reference_status"));
      if (seen == row.getOrDefault("reference_url", "").isEmpty())
        wrong.add(id + ": seen without a page, or a page that nobody saw");
    }
    return wrong;
  }

  private static List<String> split(Map<String, String> row, String column) {
    var value = row.getOrDefault(column, "");
    return value.isEmpty() ? List.of() : List.of(value.split(";", -1));
  }

  private static boolean isState(String code) {
    return GONE.contains(code)
        || Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).contains(code);
  }

  @Test
  void everyCaseIsPossible() throws IOException {
    assertThat(wrong(rows(text()))).isEmpty();
  }

  @Test
  void theDescriptionNamesTheColumnsInTheirOrder() throws IOException {
    var described =
        SetCatalogue.known().named("requests").orElseThrow().fields().stream()
            .map(field -> field.name())
            .toList();
    assertThat(rows(text()).getFirst().keySet()).containsExactlyElementsOf(described);
  }

  /// Codes, types, what may not be blank, and keys are checked as for any file.
  @Test
  void theFileCanBeImportedAsItIs() throws IOException {
    var file = Files.writeString(folder.resolve("requests.csv"), text());
    var store = new RecordStore(folder.resolve("home"));
    var imported = store.add(file, "requests.csv", false, LocalDate.of(2026, 1, 1));
    assertThat(imported).isInstanceOf(Imported.Done.class);
    assertThat(((Imported.Done) imported).stored().set().name()).isEqualTo("requests");
  }

  /// The validator is able to fail.
  @Test
  void whatIsWrongIsFound() throws IOException {
    var text = text();
    var twice =
        text + text.lines().filter(line -> line.startsWith("R180")).findFirst().orElseThrow();
    assertThat(wrong(rows(twice))).contains("R180: the numbers have a gap", "R180: a second time");
    assertThat(wrong(rows(text.replace("1947-03-03,GRC", "1946-03-03,GRE"))))
        .containsExactly("R001: outside the period", "R001: no code GRE");
    assertThat(wrong(rows(text.replace("troops_sent,1,102", "refused,1,102"))))
        .contains("R018: days of what was not done", "R018: a deployment without troops");
    assertThat(wrong(rows(text.replaceFirst(",seen,https?:[^,]*", ",seen,"))))
        .hasSize(1)
        .allMatch(one -> one.contains("without a page"));
  }

  @Test
  void howManyAreVerified() throws IOException {
    var seen = rows(text()).stream().filter(row -> "seen".equals(row.get("reference_status")));
    assertThat(seen.count()).isEqualTo(38);
  }
}
