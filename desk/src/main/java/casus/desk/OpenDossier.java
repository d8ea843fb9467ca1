package casus.desk;

import casus.desk.Opening.Opened;
import casus.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A dossier that is kept open. Its [Edition] is the one of the files as they are now.
public final class OpenDossier {
  /// Files of a folder that are looked at for changes.
  private static final int MOST_FILES = 2000;

  private static final int DEEPEST = 4;

  /// The texts of a few who write at once.
  private static final int MOST_DRAFTS = 4;

  private final Path root;
  private final String name;
  private final String path;
  private final Map<String, String> environment;
  private @Nullable State state;
  private final Remembered<Draft, Edition> drafts =
      new Remembered<>(MOST_DRAFTS, draft -> Edition.of(draft.opened()));

  /// A text that is not saved, with the files around it as they were.
  private record Draft(String hash, List<Stamp> stamps, Opened opened) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Draft draft && draft.hash.equals(hash) && draft.stamps.equals(stamps);
    }

    @Override
    public int hashCode() {
      return hash.hashCode();
    }
  }

  private record State(List<Stamp> stamps, Edition edition) {}

  /// By what a file is known not to have changed.
  private record Stamp(String file, long size, long modified) {}

  OpenDossier(Path root, String name, String path, Map<String, String> environment) {
    this.root = root;
    this.name = name;
    this.path = path;
    this.environment = environment;
  }

  /// As [Workspace#names] has it.
  public String name() {
    return name;
  }

  /// Relative to the workspace.
  public String path() {
    return path;
  }

  public Path file() {
    return root.resolve(path);
  }

  /// The dossier as its files are now: the same value until one of them changes.
  public synchronized Edition edition() {
    var stamps = stamps();
    if (state == null || !state.stamps().equals(stamps))
      state = new State(stamps, Edition.of(Dossiers.open(root, path, environment)));
    return state.edition();
  }

  /// The dossier as it would be with this text, which is not written anywhere.
  public Edition draft(String text) {
    var stamps = stamps();
    var folder = file().toAbsolutePath().getParent();
    if (folder == null) throw new IllegalStateException(path + " is not a file");
    var opened =
        new Opened(
            file(),
            new SourceText(path, text),
            new FolderFiles(folder, path.substring(0, path.lastIndexOf('/') + 1), environment));
    return drafts.of(new Draft(Fingerprint.of(text), stamps, opened));
  }

  private List<Stamp> stamps() {
    var folder = file().getParent();
    if (folder == null) return List.of();
    try (var files = Files.walk(folder, DEEPEST)) {
      var stamps = new ArrayList<Stamp>();
      for (var file : (Iterable<Path>) files.limit(MOST_FILES)::iterator)
        if (!String.valueOf(file.getFileName()).startsWith(".") && Files.isRegularFile(file))
          stamps.add(
              new Stamp(
                  file.toString(), Files.size(file), Files.getLastModifiedTime(file).toMillis()));
      return stamps;
    } catch (IOException | UncheckedIOException gone) {
      return List.of();
    }
  }
}
