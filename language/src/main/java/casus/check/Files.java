package casus.check;

import casus.text.SourceText;

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
