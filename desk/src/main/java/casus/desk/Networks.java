package casus.desk;

import casus.desk.StoredText.Text;
import casus.inference.Network;
import casus.inference.formats.Fault;
import casus.inference.formats.NetworkFormat;
import casus.inference.formats.Reading;
import casus.inference.formats.Writing;
import casus.text.Code;
import casus.text.NearestName;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Networks of other programs on disk, and their faults as problems with places.
final class Networks {
  private static final String ENDS_A_WORD = ",;:=(){}[]<>|\"";

  private Networks() {}

  /// What came of naming a format.
  sealed interface Named {
    record Format(NetworkFormat format) implements Named {}

    /// @param because a sentence for the one who called
    record NoFormat(String because) implements Named {}
  }

  /// What came of opening a file.
  sealed interface Opened {
    /// @param remarks warnings
    record Sound(SourceText source, Network network, List<Problem> remarks) implements Opened {}

    record Faulty(List<Problem> problems) implements Opened {}
  }

  /// The format that was asked for, or else the one that files with this ending have.
  ///
  /// @param option what asks for a format: "--from"
  static Named format(String file, @Nullable String asked, String option) {
    if (asked != null) {
      for (var format : NetworkFormat.values())
        if (name(format).equals(asked.strip().toLowerCase(Locale.ROOT)))
          return new Named.Format(format);
      var nearest = NearestName.of(asked, names());
      return new Named.NoFormat(
          "there is no format `"
              + asked
              + "`; "
              + (nearest == null ? "there are " + listed() : "did you mean `" + nearest + "`?"));
    }
    var known = NetworkFormat.ofFileName(file);
    return known.isPresent()
        ? new Named.Format(known.get())
        : new Named.NoFormat(
            "the ending of " + file + " names no format; " + option + " does: " + listed());
  }

  static String name(NetworkFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> names() {
    return Arrays.stream(NetworkFormat.values()).map(Networks::name).toList();
  }

  private static String listed() {
    return String.join(", ", names());
  }

  /// @param from the folder that `written` is relative to
  /// @param written a file, as the user wrote it
  static Opened open(Path from, String written, NetworkFormat format) {
    return switch (text(from, written)) {
      case Stored.Unread(var problem) -> new Opened.Faulty(List.of(problem));
      case Stored.Text(var source) -> read(source, format);
    };
  }

  private static Opened read(SourceText source, NetworkFormat format) {
    return switch (format.read(source.text())) {
      case Reading.Read(var network, var notes) ->
          new Opened.Sound(source, network, problems(Code.W119, source, notes));
      case Reading.Malformed(var faults) -> new Opened.Faulty(problems(Code.E704, source, faults));
    };
  }

  /// What came of reading a file as text.
  sealed interface Stored {
    record Text(SourceText source) implements Stored {}

    record Unread(Problem problem) implements Stored {}
  }

  static Stored text(Path from, String written) {
    Path path;
    try {
      path = from.resolve(written);
    } catch (InvalidPathException unwritable) {
      return unread(new SourceText(written, ""), 0, "no file can have this name");
    }
    if (!Files.exists(path))
      return unread(new SourceText(written, ""), 0, "there is no file " + written);
    return switch (StoredText.read(path)) {
      case Text.Whole(var text) -> new Stored.Text(new SourceText(written, text));
      case Text.Unreadable(var because, var text, var at) ->
          unread(new SourceText(written, text), at, "the file cannot be read: " + because);
    };
  }

  private static Stored unread(SourceText source, int at, String because) {
    return new Stored.Unread(Problem.of(Code.E701, new Place(source, new Span(at, at)), because));
  }

  /// Faults as problems, the word that each speaks of underlined.
  static List<Problem> problems(Code code, SourceText source, List<Fault> faults) {
    var problems = new ArrayList<Problem>();
    for (var fault : faults) {
      var span = word(source, fault.offset());
      var problem =
          Problem.of(code, new Place(source, span), "found " + fault.found())
              .expecting(fault.expected());
      problems.add(problem.hint(NearestName.of(source.slice(span), fault.known())));
    }
    return List.copyOf(problems);
  }

  /// The word that begins at a place, or what stands in quotation marks there; one character where
  /// it is neither.
  private static Span word(SourceText source, int at) {
    var text = source.text();
    if (at >= text.length()) return new Span(text.length(), text.length());
    var end = at;
    while (end < text.length() && isInWord(text.charAt(end))) end++;
    return new Span(at, Math.max(end, text.offsetByCodePoints(at, 1)));
  }

  private static boolean isInWord(char c) {
    return !Character.isWhitespace(c) && ENDS_A_WORD.indexOf(c) < 0;
  }

  /// Whether something is there already.
  static boolean exists(Path from, String written) {
    try {
      return Files.exists(from.resolve(written));
    } catch (InvalidPathException unwritable) {
      return false;
    }
  }

  /// Writes a network whole or not at all.
  static NetworkWritten write(
      Path from, String file, NetworkFormat format, Network network, List<Problem> remarks)
      throws IOException {
    return switch (format.write(network)) {
      case Writing.Unwritable(var reasons) -> new NetworkWritten.Faulty(unwritable(file, reasons));
      case Writing.Written(var text, var notes) -> {
        StoredText.write(from.resolve(file), text);
        var visible = network.variables().stream().filter(v -> !network.isHidden(v)).count();
        yield new NetworkWritten.Done(
            "wrote " + file + ": " + visible + (visible == 1 ? " variable" : " variables"),
            remarks,
            notes);
      }
    };
  }

  /// Why a network cannot be written, as problems of the file that would hold it.
  private static List<Problem> unwritable(String file, List<String> reasons) {
    var place = new Place(new SourceText(file, ""), new Span(0, 0));
    return reasons.stream().map(reason -> Problem.of(Code.E705, place, reason)).toList();
  }
}
