package casus.desk;

import casus.desk.StoredText.Text;
import java.io.IOException;

/// Writes what was edited, unless somebody else has written meanwhile.
public final class Editing {
  private Editing() {}

  /// A dossier's file as it is now.
  public sealed interface Now {
    /// @param text with the line ends of the file
    /// @param hash SHA-256 of it, by which a later writer shows what it has seen
    record Whole(String text, String hash) implements Now {}

    /// @param because a reason without a full stop
    record Unreadable(String because) implements Now {}
  }

  /// What came of writing.
  public sealed interface Saved {
    /// @param hash of the text that is on disk now
    record Written(String hash) implements Saved {}

    /// The file is no longer what the edit was based on; nothing was written.
    record Conflict(Now.Whole theirs) implements Saved {}

    /// @param because a reason without a full stop
    record Failed(String because) implements Saved {}
  }

  public static Now now(OpenDossier dossier) {
    return switch (StoredText.read(dossier.file())) {
      case Text.Whole(var text) -> new Now.Whole(text, Fingerprint.of(text));
      case Text.Unreadable(var because, var _, var _) -> new Now.Unreadable(because);
    };
  }

  /// Replaces the file in one step. Its line ends stay what they were: a browser sends its own.
  ///
  /// @param based the hash of the text that was edited
  public static Saved save(OpenDossier dossier, String text, String based) {
    synchronized (dossier) {
      return switch (now(dossier)) {
        case Now.Unreadable(var because) -> new Saved.Failed(because);
        case Now.Whole now when !now.hash().equals(based) -> new Saved.Conflict(now);
        case Now.Whole now -> write(dossier, withLineEnds(text, now.text()));
      };
    }
  }

  private static Saved write(OpenDossier dossier, String text) {
    try {
      StoredText.write(dossier.file(), text);
      return new Saved.Written(Fingerprint.of(text));
    } catch (IOException failure) {
      return new Saved.Failed("writing it failed (" + failure.getMessage() + ")");
    }
  }

  /// @param like a text whose first line end is taken
  static String withLineEnds(String text, String like) {
    var lines = text.replace("\r\n", "\n").replace('\r', '\n');
    var first = like.indexOf('\n');
    return first > 0 && like.charAt(first - 1) == '\r' ? lines.replace("\n", "\r\n") : lines;
  }
}
