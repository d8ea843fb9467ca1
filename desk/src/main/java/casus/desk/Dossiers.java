package casus.desk;

import casus.desk.Opening.NotOpened;
import casus.desk.Opening.Opened;
import casus.desk.StoredText.Text;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds and opens dossiers on disk.
public final class Dossiers {
  private static final Pattern FENCE =
      Pattern.compile("(?m)^ {0,3}(?:`{3,}|~{3,}) *casus(?:-test)? *\\r?$");

  private Dossiers() {}

  /// Opens a dossier.
  ///
  /// @param from the folder that `written` is relative to
  /// @param written a folder that holds a `dossier.md`, or a file, as the user wrote it
  /// @param environment the caller's variables, which name the folder of its record sets
  public static Opening open(Path from, String written, Map<String, String> environment) {
    Path path;
    try {
      path = from.resolve(written);
    } catch (InvalidPathException unwritable) {
      return notOpened(written, "no file can have this name");
    }
    if (!Files.isDirectory(path)) return openFile(path, written, environment);
    var inFolder = written.isEmpty() || written.equals(".") ? "" : written.replaceFirst("/*$", "/");
    if (Files.exists(path.resolve("dossier.md")))
      return openFile(path.resolve("dossier.md"), inFolder + "dossier.md", environment);
    var others = below(from, written);
    var problem = problem(written, "the folder " + written + " holds no dossier.md");
    return new NotOpened(
        others.isEmpty()
            ? problem.hint("`casus new NAME` writes a first dossier")
            : problem.hint("did you mean " + others.getFirst() + "?"));
  }

  private static Opening openFile(Path path, String written, Map<String, String> environment) {
    if (!Files.exists(path)) {
      var beside = path.resolveSibling(path.getFileName() + ".md");
      var problem = problem(written, "there is no file or folder " + written);
      return new NotOpened(
          Files.exists(beside) ? problem.hint("did you mean " + written + ".md?") : problem);
    }
    var folder = path.toAbsolutePath().getParent();
    if (folder == null) return notOpened(written, "it is not a file");
    var shown = written.substring(0, written.lastIndexOf('/') + 1);
    return switch (StoredText.read(path)) {
      case Text.Whole(var text) ->
          new Opened(
              path, new SourceText(written, text), new FolderFiles(folder, shown, environment));
      case Text.Unreadable(var because, var text, var at) ->
          new NotOpened(
              Problem.of(
                  Code.E701,
                  new Place(new SourceText(written, text), new Span(at, at)),
                  "the file cannot be read: " + because));
    };
  }

  private static Opening notOpened(String written, String because) {
    return new NotOpened(problem(written, because));
  }

  private static Problem problem(String written, String because) {
    return Problem.of(Code.E701, new Place(new SourceText(written, ""), new Span(0, 0)), because);
  }

  /// The Markdown files below a folder that hold `casus` fences, as paths in the user's terms, in
  /// alphabetical order; stored source texts and hidden folders are left out.
  public static List<String> below(Path from, String written) {
    var folder = from.resolve(written);
    var shown = written.isEmpty() || written.equals(".") ? "" : written.replaceFirst("/*$", "/");
    var found = new ArrayList<String>();
    try (var files = Files.walk(folder)) {
      files
          .filter(file -> String.valueOf(file.getFileName()).endsWith(".md"))
          .filter(Files::isRegularFile)
          .filter(file -> isDossier(folder.relativize(file), file))
          .forEach(
              file -> found.add(shown + folder.relativize(file).toString().replace('\\', '/')));
    } catch (IOException | UncheckedIOException unlisted) {
      return List.of();
    }
    found.sort(null);
    return found;
  }

  private static boolean isDossier(Path relative, Path file) {
    for (var part : relative) {
      var name = part.toString();
      if (name.startsWith(".")
          || name.equals("sources")
          || name.equals(Judging.FOLDER)
          || name.equals("target")) return false;
    }
    return !(StoredText.read(file) instanceof Text.Whole(var text)) || hasFence(text);
  }

  /// Whether a Markdown text holds anything that casus reads.
  static boolean hasFence(String text) {
    return FENCE.matcher(text).find();
  }
}
