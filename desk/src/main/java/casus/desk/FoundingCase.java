package casus.desk;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The worked dossier that comes with casus: will Russia use force in Belarus, August 2020.
public final class FoundingCase {
  /// Its folder's name.
  public static final String NAME = "belarus-2020";

  private static final String SHIPPED = "founding/";

  private FoundingCase() {}

  /// Whether it may be copied there: nothing of its name is in the way.
  public static boolean mayCopy(Path into) {
    return Starting.isFree(into, NAME);
  }

  /// Copies it, its dossier last, so that what can be opened is whole.
  ///
  /// @param into the folder that gets a folder [#NAME]
  public static void copy(Path into) throws IOException {
    var shipped =
        Objects.requireNonNull(
            FoundingCase.class.getResource("/" + SHIPPED), "the founding case is not shipped");
    try {
      var uri = shipped.toURI();
      if (!uri.getScheme().equals("jar")) {
        copy(Path.of(uri), into.resolve(NAME));
        return;
      }
      var jar = URI.create(uri.toString().replaceFirst("!.*", ""));
      try (var files = FileSystems.newFileSystem(jar, Map.of())) {
        copy(files.getPath(SHIPPED), into.resolve(NAME));
      }
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> shipped;
    try (var files = Files.walk(from)) {
      shipped = new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
    }
    var dossier = from.resolve("dossier.md");
    shipped.remove(dossier);
    shipped.add(dossier);
    for (var file : shipped) {
      var copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      StoredText.write(copy, Files.readAllBytes(file));
    }
  }
}
