package casus.desk;

import casus.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The treaty library that ships with casus: `treaties/cst` and its like.
public final class Library {
  private static final String FOLDER = "treaties/";

  private Library() {}

  /// Whether a path written after `use` means the library rather than the dossier's folder.
  static boolean holds(String path) {
    return path.startsWith(FOLDER);
  }

  /// An instrument's file, or null where the library has none of that name.
  ///
  /// @param path "treaties/cst"
  public static @Nullable SourceText read(String path) {
    var file = path.endsWith(".md") ? path : path + ".md";
    if (!file.matches("treaties/[a-z0-9-]+\\.md")) return null;
    try (var in = Library.class.getResourceAsStream("/" + file)) {
      return in == null
          ? null
          : new SourceText(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The paths of all instruments, in alphabetical order.
  public static List<String> paths() {
    var folder = Library.class.getResource("/" + FOLDER);
    if (folder == null) return List.of();
    try {
      var uri = folder.toURI();
      if (!uri.getScheme().equals("jar")) return listed(Path.of(uri));
      try (var jar =
          FileSystems.newFileSystem(URI.create(uri.toString().replaceFirst("!.*", "")), Map.of())) {
        return listed(jar.getPath(FOLDER));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The path of the file that states an instrument, or null where none does.
  ///
  /// @param instrument its id, "arab-pact"
  static @Nullable String pathOf(String instrument) {
    var states = Pattern.compile("(?m)^(treaty|statute) " + Pattern.quote(instrument) + "[ \"]");
    for (var path : paths()) {
      var file = read(path);
      if (file != null && states.matcher(file.text()).find()) return path;
    }
    return null;
  }

  private static List<String> listed(Path folder) throws IOException {
    var paths = new ArrayList<String>();
    try (var files = Files.newDirectoryStream(folder, "*.md")) {
      for (var file : files) {
        var name = String.valueOf(file.getFileName());
        paths.add(FOLDER + name.substring(0, name.length() - ".md".length()));
      }
    }
    paths.removeIf(path -> path.equals(FOLDER + "README"));
    paths.sort(null);
    return List.copyOf(paths);
  }
}
