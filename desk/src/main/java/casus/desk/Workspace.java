package casus.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A folder of dossiers that is kept open. Nothing outside of it is read or written by name, and
/// links that lead out of it are not followed.
public final class Workspace {
  private final Path root;
  private final @Nullable String only;
  private final Map<String, String> environment;
  private final Map<String, OpenDossier> open = new ConcurrentHashMap<>();

  private Workspace(Path root, @Nullable String only, Map<String, String> environment) {
    this.root = root;
    this.only = only;
    this.environment = environment;
  }

  /// @param from the folder that `written` is relative to
  /// @param written a folder, or the file of one dossier, as the user wrote it
  /// @param environment the caller's variables, which name the folder of its record sets
  /// @return null where there is no such file or folder
  public static @Nullable Workspace of(Path from, String written, Map<String, String> environment) {
    try {
      var path = from.resolve(written).toRealPath();
      if (Files.isDirectory(path)) return new Workspace(path, null, environment);
      var folder = path.getParent();
      return folder == null
          ? null
          : new Workspace(folder, String.valueOf(path.getFileName()), environment);
    } catch (IOException | InvalidPathException missing) {
      return null;
    }
  }

  /// The record sets that its dossiers count in.
  public LookingBack history() {
    return LookingBack.in(environment);
  }

  public Path root() {
    return root;
  }

  /// Whether it is a folder, which may get further dossiers, rather than one file.
  public boolean isFolder() {
    return only == null;
  }

  /// The dossiers in it, by the names that [#dossier] knows: the path of the folder that holds a
  /// `dossier.md`, else that of the file; in alphabetical order.
  public List<String> names() {
    if (only != null) return List.of(only);
    return Dossiers.below(root, "").stream().filter(this::isInside).map(Workspace::name).toList();
  }

  private static String name(String path) {
    return path.replaceFirst("/dossier\\.md$", "");
  }

  private boolean isInside(String path) {
    try {
      var file = root.resolve(path);
      return file.normalize().startsWith(root) && file.toRealPath().startsWith(root);
    } catch (IOException | InvalidPathException missing) {
      return false;
    }
  }

  /// @param name one of [#names]
  /// @return null where it is none of them
  public @Nullable OpenDossier dossier(String name) {
    var known = open.get(name);
    if (known != null && isInside(known.path())) return known;
    if (!names().contains(name)) return null;
    var path = name.endsWith(".md") ? name : name + "/dossier.md";
    return open.computeIfAbsent(name, _ -> new OpenDossier(root, name, path, environment));
  }
}
