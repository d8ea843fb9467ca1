package casus.history.store;

import casus.history.Field;
import casus.history.Filter;
import casus.history.RecordSet;
import casus.history.SetCatalogue;
import casus.history.SetCatalogue.Recognised;
import casus.history.StoredSet;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The record sets of one user: those in a folder, one Parquet file each, and those that come with
/// casus. A set in the folder is taken before one that comes with casus.
public final class RecordStore {
  private static final String ENDING = ".parquet";
  private static final String WORK = "import-";

  /// Larger files than this would take minutes; the largest of the field that casus knows has 400
  /// MB.
  private static final long MOST_MEGABYTES = 750;

  /// A folder that is so much older than another was left by a process that was killed.
  private static final Duration LEFT = Duration.ofDays(1);

  private final @Nullable Path folder;
  private final @Nullable Path engine;

  /// @param folder need not exist, it is made with the first import; or null where there are only
  ///   the sets that come with casus
  public RecordStore(@Nullable Path folder) {
    this(folder, null);
  }

  /// @param engine where the engine's native code is kept unpacked, made with the first use; or
  ///   null where each process unpacks it for itself
  public RecordStore(@Nullable Path folder, @Nullable Path engine) {
    this.folder = folder;
    this.engine = engine;
  }

  /// Whether nothing can be imported, for want of a folder.
  public boolean isReadOnly() {
    return folder == null;
  }

  /// What can be counted in: shipped and imported sets, and those computed from these, in the order
  /// of the catalogue.
  public List<StoredSet> stored() {
    return SetCatalogue.known().sets().stream().filter(this::isThere).map(this::stored).toList();
  }

  private boolean isThere(RecordSet set) {
    var source = source(set);
    return source.shipped() || imported(source) != null;
  }

  /// What is known of a set that is there.
  public StoredSet stored(RecordSet set) {
    var source = source(set);
    var file = imported(source);
    var about =
        file == null
            ? new StoredSet(set, "", shippedRecords(source), "", "", "")
            : about(set, file);
    if (set.derivation() == null) return about;
    try (var records = open(set).orElseThrow()) {
      var all = records.tally(new Filter.Everything(), new Filter.Everything());
      return new StoredSet(
          set, about.edition(), all.records(), about.file(), about.sha256(), about.on());
    }
  }

  /// The set that a file is imported as: the set itself, or the one it is computed from.
  private static RecordSet source(RecordSet set) {
    var derivation = set.derivation();
    return derivation == null ? set : SetCatalogue.known().named(derivation.from()).orElseThrow();
  }

  /// The file of a set, or null where it was not imported.
  private @Nullable Path imported(RecordSet set) {
    var file = folder == null ? null : file(folder, set);
    return file != null && Files.isRegularFile(file) ? file : null;
  }

  private static long shippedRecords(RecordSet set) {
    try (var reader = shipped(set)) {
      var text = new CsvText(reader, ',');
      long records = -1;
      while (text.next() != null) records++;
      return records;
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private StoredSet about(RecordSet set, Path file) {
    var said = new HashMap<String, String>();
    try (var connection = Engine.open(engine);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select decode(key), decode(value) from parquet_kv_metadata("
                    + Engine.path(file)
                    + ")")) {
      while (rows.next()) said.put(rows.getString(1), rows.getString(2));
    } catch (SQLException fault) {
      throw unreadable(set, fault);
    }
    return new StoredSet(
        set,
        said.getOrDefault("edition", ""),
        Long.parseLong(said.getOrDefault("records", "0")),
        said.getOrDefault("file", ""),
        said.getOrDefault("sha256", ""),
        said.getOrDefault("on", ""));
  }

  private static IllegalStateException unreadable(RecordSet set, Exception fault) {
    return new IllegalStateException(
        "the records of " + set.name() + " cannot be read: " + fault.getMessage(), fault);
  }

  /// The records of a set, or empty where they are not there.
  public Optional<OpenRecords> open(RecordSet set) {
    var source = source(set);
    var file = imported(source);
    if (file == null && !source.shipped()) return Optional.empty();
    try {
      var connection = Engine.open(engine);
      try (var statement = connection.createStatement()) {
        if (file == null) loadShipped(connection, source);
        else
          statement.execute(
              "create view source as select * from read_parquet(" + Engine.path(file) + ")");
        var derivation = set.derivation();
        statement.execute(
            derivation == null
                ? "create view records as select * from source"
                : "create table records as " + derivation.sql());
        return Optional.of(new DuckRecords(connection, set.withFields(present(statement, set))));
      } catch (SQLException | IOException fault) {
        connection.close();
        throw fault;
      }
    } catch (SQLException | IOException fault) {
      throw unreadable(set, fault);
    }
  }

  /// The columns that there are: those that the set describes as it does, others by their types.
  private static List<Field> present(Statement statement, RecordSet set) throws SQLException {
    var fields = new ArrayList<Field>();
    try (var columns = statement.executeQuery("describe records")) {
      while (columns.next()) {
        var name = columns.getString(1);
        var type = columns.getString(2);
        fields.add(
            set.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseGet(() -> undescribed(name, type)));
      }
    }
    return fields;
  }

  private static Field undescribed(String name, String type) {
    return Field.undescribed(
        name,
        switch (type) {
          case "BIGINT", "INTEGER", "HUGEINT" -> Field.Type.WHOLE;
          case "DOUBLE" -> Field.Type.NUMBER;
          case "BOOLEAN" -> Field.Type.FLAG;
          case "DATE" -> Field.Type.DATE;
          case "VARCHAR[]" -> Field.Type.LIST;
          default -> Field.Type.TEXT;
        });
  }

  private static BufferedReader shipped(RecordSet set) {
    var resource = "/casus/history/" + set.name() + "/" + set.name() + ".csv";
    var in = Objects.requireNonNull(RecordStore.class.getResourceAsStream(resource), resource);
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private static void loadShipped(Connection connection, RecordSet set)
      throws SQLException, IOException {
    try (var reader = shipped(set);
        var statement = connection.createStatement()) {
      var text = new CsvText(reader, ',');
      var typing = Typing.of(set, Objects.requireNonNull(text.next()).values());
      var names =
          typing.columns().stream()
              .map(column -> Engine.name(column.written()) + " varchar")
              .collect(Collectors.joining(", "));
      statement.execute("create table raw (" + names + ")");
      var marks = typing.columns().stream().map(_ -> "?").collect(Collectors.joining(", "));
      try (var insert = connection.prepareStatement("insert into raw values (" + marks + ")")) {
        for (var row = text.next(); row != null; row = text.next()) {
          for (var i = 0; i < row.values().size(); i++)
            insert.setString(i + 1, row.values().get(i));
          insert.addBatch();
        }
        insert.executeBatch();
      }
      var values =
          typing.columns().stream()
              .map(column -> {
                var field = column.field();
                return column.value(field == null ? Field.Type.TEXT : field.type())
                    + " as "
                    + Engine.name(column.kept());
              })
              .collect(Collectors.joining(", "));
      statement.execute(
          "create table source as select "
              + values
              + " from (select "
              + typing.columns().stream()
                  .map(Typing.Column::trimmed)
                  .collect(Collectors.joining(", "))
              + " from raw)");
    }
  }

  /// Imports a file that a user has.
  ///
  /// @param file only read
  /// @param shown its name as the user knows it
  /// @param anyEdition whether an edition that casus does not know is taken too
  /// @param today written beside the records
  /// @throws IOException where the folder cannot be written
  public Imported add(Path file, String shown, boolean anyEdition, LocalDate today)
      throws IOException {
    CsvFile csv;
    try {
      var megabytes = Files.size(file) / 1_000_000;
      if (megabytes > MOST_MEGABYTES)
        return new Imported.Faulty(
            List.of(
                Problem.of(Code.E701, start(shown), "a file of " + megabytes + " MB")
                    .expecting(
                        "at most %d MB: the columns and years that you need"
                            .formatted(MOST_MEGABYTES))));
      csv = CsvFile.look(file);
    } catch (IOException unreadable) {
      return new Imported.Faulty(List.of(unreadable(shown, unreadable)));
    }
    if (csv == null)
      return new Imported.Faulty(
          List.of(
              Problem.of(Code.E706, start(shown), "an empty file")
                  .expecting("a line with the names of the columns")));
    return switch (SetCatalogue.known().recognise(csv.columns())) {
      case Recognised.Unknown(var nearest) ->
          new Imported.Unrecognised(Import.unrecognised(csv, shown), nearest);
      case Recognised.As(var set) -> add(csv, shown, set, anyEdition, today);
    };
  }

  private static Problem unreadable(String shown, IOException because) {
    var what =
        because instanceof java.nio.file.NoSuchFileException
            ? "there is no such file"
            : because instanceof java.nio.file.AccessDeniedException
                ? "the file may not be read"
                : "the file cannot be read: " + because.getMessage();
    return Problem.of(Code.E701, start(shown), what);
  }

  private static Place start(String shown) {
    return new Place(new SourceText(shown, ""), new Span(0, 0));
  }

  private Imported add(
      CsvFile csv, String shown, RecordSet set, boolean anyEdition, LocalDate today)
      throws IOException {
    var home = Objects.requireNonNull(folder, "a folder to import into");
    Files.createDirectories(home);
    var target = file(home, set);
    var work = Files.createTempDirectory(home, WORK);
    deleteLeft(home, work);
    try {
      var written = work.resolve(set.name() + ENDING);
      var about = new LinkedHashMap<String, String>();
      about.put("set", set.name());
      about.put("file", String.valueOf(csv.path().getFileName()));
      about.put("sha256", csv.sha256());
      about.put("on", today.toString());
      var run = new Import(csv, shown, set, anyEdition, engine);
      try {
        run.run(written, work, about);
      } catch (SQLException fault) {
        return new Imported.Faulty(
            List.of(
                Problem.of(
                    Code.E707,
                    start(shown),
                    "the file cannot be read as " + set.name() + ": " + firstLine(fault))));
      }
      if (!run.problems().isEmpty()) return new Imported.Faulty(run.problems());
      var replaced = Files.exists(target);
      Files.move(
          written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new Imported.Done(
          new StoredSet(
              set,
              run.edition(),
              run.records(),
              String.valueOf(csv.path().getFileName()),
              csv.sha256(),
              today.toString()),
          replaced,
          run.remarks());
    } finally {
      delete(work);
    }
  }

  private static String firstLine(SQLException fault) {
    return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
  }

  /// Removes what imports left behind that were killed.
  private static void deleteLeft(Path home, Path work) throws IOException {
    var now = Files.getLastModifiedTime(work).toInstant();
    List<Path> folders;
    try (var all = Files.list(home)) {
      folders = all.filter(f -> String.valueOf(f.getFileName()).startsWith(WORK)).toList();
    }
    for (var folder : folders)
      if (Files.getLastModifiedTime(folder).toInstant().plus(LEFT).isBefore(now)) delete(folder);
  }

  private static void delete(Path work) throws IOException {
    try (var files = Files.walk(work)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
  }

  private static Path file(Path folder, RecordSet set) {
    return folder.resolve(set.name() + ENDING);
  }
}
