package casus.desk;

import casus.check.Files;
import casus.check.Records;
import casus.desk.StoredText.Text;
import casus.text.NearestName;
import casus.text.SourceText;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The files of a dossier: the library's treaties, and whatever lies in the dossier's own folder.
/// Nothing outside that folder is ever opened, whatever a dossier from a stranger asks for.
///
/// @param folder where the dossier lies
/// @param shown the folder as the user wrote it, with its closing slash, or empty
/// @param environment the caller's variables, which name the folder of its record sets
record FolderFiles(Path folder, String shown, Map<String, String> environment) implements Files {

  @Override
  public Reading read(String path) {
    if (Library.holds(path)) {
      var treaty = Library.read(path);
      return treaty != null
          ? new Reading.Found(treaty)
          : new Reading.Missing(nearest(path, Library.paths()));
    }
    if (leavesByName(path)) return new Reading.Outside();
    var file = existing(path);
    if (file == null) return new Reading.Missing(nearest(path, inFolder()));
    try {
      if (!file.toRealPath().startsWith(folder.toRealPath())) return new Reading.Outside();
    } catch (IOException failure) {
      return new Reading.Unreadable(
          "it cannot be followed to where it is (" + failure.getMessage() + ")");
    }
    return switch (StoredText.read(file)) {
      case Text.Whole(var text) -> new Reading.Found(new SourceText(shown + relative(file), text));
      case Text.Unreadable(var because, var _, var _) -> new Reading.Unreadable(because);
    };
  }

  /// The record sets of whoever runs casus: those that come with it, and the imported ones.
  @Override
  public Records records() {
    return new PastRecords(LookingBack.in(environment));
  }

  private static boolean leavesByName(String path) {
    return path.startsWith("/")
        || path.startsWith("~")
        || path.contains("\\")
        || path.matches("[A-Za-z]:.*")
        || Stream.of(path.split("/", -1)).anyMatch(".."::equals);
  }

  private java.nio.file.@org.jspecify.annotations.Nullable Path existing(String path) {
    try {
      for (var name : List.of(path, path + ".md")) {
        var file = folder.resolve(name).normalize();
        if (java.nio.file.Files.exists(file) && !java.nio.file.Files.isDirectory(file)) return file;
      }
    } catch (InvalidPathException unwritable) {
      return null;
    }
    return null;
  }

  private String relative(Path file) {
    return folder.normalize().relativize(file).toString().replace('\\', '/');
  }

  private static List<String> nearest(String typed, List<String> known) {
    var name = NearestName.of(typed, known);
    return name == null ? List.of() : List.of(name);
  }

  /// The files a path could have meant: those of the folder, two levels deep.
  private List<String> inFolder() {
    var found = new ArrayList<String>();
    try (var files = java.nio.file.Files.walk(folder, 2)) {
      files
          .limit(1000)
          .filter(java.nio.file.Files::isRegularFile)
          .forEach(file -> add(found, relative(file)));
    } catch (IOException | java.io.UncheckedIOException unlisted) {
      return List.of();
    }
    return found;
  }

  private static void add(List<String> found, String file) {
    found.add(file);
    found.add("./" + file);
    if (!file.endsWith(".md")) return;
    var bare = file.substring(0, file.length() - ".md".length());
    found.add(bare);
    found.add("./" + bare);
  }
}
