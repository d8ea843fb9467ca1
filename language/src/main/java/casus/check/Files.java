package casus.check;

import casus.text.SourceText;
import org.jspecify.annotations.Nullable;

/// The files and records a dossier may refer to, supplied by the caller: this package opens none
/// itself.
public interface Files {
  /// A file of the treaty library or of the dossier's folder.
  ///
  /// @param path as written after `use`, without the ending `.md` ("treaties/cst", "./mine/pact"),
  ///   or after `text` ("sources/meduza.md")
  Reading read(String path);

  /// Records of the past, for base rates that are counted in them.
  default Records records() {
    return Records.NONE;
  }

  /// The numbers that an analyst puts otherwise than the dossier does, as a file that restates some
  /// of its lines; null where the dossier is taken as it stands.
  default @Nullable SourceText judgement() {
    return null;
  }

  /// The same files, judged by an analyst.
  default Files judgedBy(@Nullable SourceText judgement) {
    var these = this;
    return new Files() {
      @Override
      public Reading read(String path) {
        return these.read(path);
      }

      @Override
      public Records records() {
        return these.records();
      }

      @Override
      public @Nullable SourceText judgement() {
        return judgement;
      }
    };
  }

  /// What came of it.
  sealed interface Reading {
    record Found(SourceText source) implements Reading {}

    /// @param nearest paths with a similar name that do exist
    record Missing(java.util.List<String> nearest) implements Reading {}

    /// The path leads out of the dossier's folder.
    record Outside() implements Reading {}

    /// The file exists and cannot be read.
    record Unreadable(String reason) implements Reading {}
  }
}
