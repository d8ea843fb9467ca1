package casus.ledger.formats;

import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// A file of comma-, semicolon- or tab-separated values, by the names of its columns.
final class CsvTable {
  private static final char[] DELIMITERS = {',', ';', '\t'};

  /// A longer value is no value, but a quote that is never closed.
  private static final int LONGEST = 1 << 24;

  private final SourceText source;
  private final char delimiter;
  private final List<String> columns;
  private final Map<String, Integer> places;

  private CsvTable(SourceText source, char delimiter, List<String> columns) {
    this.source = source;
    this.delimiter = delimiter;
    this.columns = columns;
    this.places = new HashMap<>();
    for (var i = 0; i < columns.size(); i++) places.putIfAbsent(key(columns.get(i)), i);
  }

  /// The table of a file, from its first line.
  static CsvTable of(SourceText source) {
    var text = source.text();
    var from = 0;
    while (from < text.length() && (text.charAt(from) == '\n' || text.charAt(from) == '\r')) from++;
    var to = from;
    while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') to++;
    var first = text.substring(from, to);
    var delimiter = ',';
    long most = 0;
    for (var one : DELIMITERS) {
      var count = first.chars().filter(c -> c == one).count();
      if (count > most) {
        most = count;
        delimiter = one;
      }
    }
    var columns = new ArrayList<String>();
    for (var field : cells(first, delimiter))
      columns.add(first.substring(field.start(), field.end()).replace("\"", "").strip());
    return new CsvTable(source, delimiter, List.copyOf(columns));
  }

  /// A column's name as it is looked up: small letters, one `_` for all between the words.
  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
  }

  SourceText source() {
    return source;
  }

  List<String> columns() {
    return columns;
  }

  boolean has(String column) {
    return places.containsKey(column);
  }

  /// Index of the first of these columns that there is, or -1.
  int column(String... names) {
    for (var name : names) {
      var at = places.get(name);
      if (at != null) return at;
    }
    return -1;
  }

  /// The places of the columns in the first line.
  Place head() {
    var from = 0;
    while (source.lineText(source.line(from)).isEmpty() && source.line(from) < source.lineCount())
      from = source.lineStart(source.line(from) + 1);
    var line = source.lineText(source.line(from));
    return new Place(source, new Span(from, from + line.length()));
  }

  /// One record of the table.
  final class Row {
    private final CsvRecord record;

    private Row(CsvRecord record) {
      this.record = record;
    }

    /// A value without the blanks around it; empty where the row or the table has none.
    String at(int column) {
      return column < 0 || column >= record.getFieldCount() ? "" : record.getField(column).strip();
    }

    int size() {
      return record.getFieldCount();
    }

    /// Where a value stands; the row's beginning where it has none.
    Place place(int column) {
      return CsvTable.this.place((int) record.getStartingLineNumber(), column);
    }

    int line() {
      return (int) record.getStartingLineNumber();
    }
  }

  /// The place of a value of the record that begins in a line.
  Place place(int line, int column) {
    var from = source.lineStart(line);
    var text = source.text();
    // A value in quotes may go on in the next lines.
    var rest = text.substring(from, Math.min(text.length(), from + (1 << 16)));
    var cells = cells(rest, delimiter);
    var cell =
        column >= 0 && column < cells.size()
            ? cells.get(column)
            : new Span(0, source.lineText(line).length());
    return new Place(source, new Span(from + cell.start(), from + cell.end()));
  }

  /// The places of the values of the first record of a text, without their quotes.
  private static List<Span> cells(String text, char delimiter) {
    var cells = new ArrayList<Span>();
    var from = 0;
    var quoted = false;
    for (var i = 0; i <= text.length(); i++) {
      var c = i < text.length() ? text.charAt(i) : '\n';
      if (c == '"') quoted = !quoted;
      else if (i == text.length() || (!quoted && (c == delimiter || c == '\n' || c == '\r'))) {
        var cut = i - from >= 2 && text.charAt(from) == '"' && text.charAt(i - 1) == '"';
        cells.add(cut ? new Span(from + 1, i - 1) : new Span(from, i));
        from = i + 1;
        if (c != delimiter) break;
      }
    }
    return cells;
  }

  /// Hands on each row after the columns. A row with too few or too many values is handed on too.
  ///
  /// @return what is wrong with the file itself, or nothing
  List<Problem> rows(Consumer<Row> taker) {
    var text = source.text();
    var last = 1;
    try (var reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .trimWhitespacesAroundQuotes(false)
            .maxBufferSize(LONGEST)
            .ofCsvRecord(text)) {
      var first = true;
      for (var record : reader) {
        last = (int) record.getStartingLineNumber();
        if (first) first = false;
        else taker.accept(new Row(record));
      }
    } catch (CsvParseException wrong) {
      return List.of(unclosed(last));
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return quotes(text) % 2 == 0 ? List.of() : List.of(unclosed(last));
  }

  private static long quotes(String text) {
    long count = 0;
    for (var at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++;
    return count;
  }

  private Problem unclosed(int line) {
    var from = source.lineStart(line);
    return Problem.of(
            Code.E709,
            new Place(source, new Span(from, from + source.lineText(line).length())),
            "a quotation mark that is never closed, in this row or after it")
        .expecting("quotation marks in pairs, two for one inside a value");
  }
}
