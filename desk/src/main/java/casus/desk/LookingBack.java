package casus.desk;

import casus.history.Counting;
import casus.history.Counting.Counted;
import casus.history.Field;
import casus.history.OutsideView;
import casus.history.RecordSet;
import casus.history.ReferenceClass;
import casus.history.SetCatalogue;
import casus.history.StoredSet;
import casus.history.store.Imported;
import casus.history.store.RecordStore;
import casus.text.NearestName;
import casus.text.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The outside view: the record sets of a user, files imported into them, and what is counted in
/// them.
public final class LookingBack {
  private final RecordStore store;

  private LookingBack(RecordStore store) {
    this.store = store;
  }

  /// Without a data folder there are the sets that come with casus.
  ///
  /// @param environment the process's variables, which name the folder
  public static LookingBack in(Map<String, String> environment) {
    var home = DataFolder.of(environment).orElse(null);
    return new LookingBack(
        home == null
            ? new RecordStore(null)
            : new RecordStore(home.resolve("history"), home.resolve("native")));
  }

  /// What can be counted in, in the order of the catalogue.
  public List<StoredSet> stored() {
    return store.stored();
  }

  /// The sets that casus would recognise and that nobody has imported.
  public List<RecordSet> absent(List<StoredSet> stored) {
    var names = new HashSet<String>();
    for (var one : stored) names.add(one.set().name());
    return SetCatalogue.known().sets().stream()
        .filter(set -> !names.contains(set.name()) && set.derivation() == null)
        .toList();
  }

  /// What came of asking for a set by its name.
  public sealed interface Found {
    /// @param fields all columns that its records have
    record Stored(StoredSet stored, List<Field> fields) implements Found {}

    /// casus knows the set; its records are not there.
    ///
    /// @param from the set whose file has to be imported
    record Absent(RecordSet set, RecordSet from) implements Found {}

    record Unknown(String typed, @Nullable String nearest) implements Found {}
  }

  public Found find(String name) {
    var set = SetCatalogue.known().named(name).orElse(null);
    if (set == null) {
      var names = SetCatalogue.known().sets().stream().map(RecordSet::name).toList();
      return new Found.Unknown(name, NearestName.of(Field.key(name), names));
    }
    try (var records = store.open(set).orElse(null)) {
      if (records == null) {
        var derivation = set.derivation();
        var from =
            derivation == null ? set : SetCatalogue.known().named(derivation.from()).orElse(set);
        return new Found.Absent(set, from);
      }
      return new Found.Stored(store.stored(set), records.set().fields());
    }
  }

  /// What came of counting.
  public sealed interface Looked {
    record Seen(OutsideView view, StoredSet stored) implements Looked {}

    record Misread(List<Problem> problems) implements Looked {}

    /// There is no such set, or it is not there.
    record Nowhere(Found found) implements Looked {}
  }

  /// @param most how many cases are wanted with it
  public Looked count(ReferenceClass asked, int most) {
    var set = SetCatalogue.known().named(asked.set()).orElse(null);
    if (set == null) return new Looked.Nowhere(find(asked.set()));
    try (var records = store.open(set).orElse(null)) {
      if (records == null) return new Looked.Nowhere(find(asked.set()));
      return switch (Counting.count(asked, records, most)) {
        case Counted.Misread(var problems) -> new Looked.Misread(problems);
        case Counted.Done(var view) -> new Looked.Seen(view, store.stored(set));
      };
    }
  }

  /// What came of importing.
  public sealed interface Taken {
    record In(Imported imported) implements Taken {}

    /// There is nowhere to keep it.
    record Homeless() implements Taken {}
  }

  /// Imports a file.
  ///
  /// @param from the folder that the file's path is relative to
  /// @param file only read
  /// @throws IOException where the data folder cannot be written
  public Taken add(Path from, String file, boolean anyEdition, LocalDate today) throws IOException {
    return store.isReadOnly()
        ? new Taken.Homeless()
        : new Taken.In(store.add(from.resolve(file), file, anyEdition, today));
  }
}
