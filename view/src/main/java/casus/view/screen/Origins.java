package casus.view.screen;

import casus.model.Origin;
import org.jspecify.annotations.Nullable;

/// Where places of files are shown.
///
/// @param file the dossier's own, as its origins name it
/// @param folder that it lies in, with its closing slash, or empty
public record Origins(String file, String folder) {

  /// @param file the dossier's own, as its origins name it
  public static Origins of(String file) {
    return new Origins(file, file.substring(0, file.lastIndexOf('/') + 1));
  }

  /// @return null where no screen shows the place
  @Nullable String to(String dossier, Origin origin) {
    if (origin.file().equals(file)) return ReadScreen.at(dossier, origin.line());
    var isLibrary = origin.file().startsWith("treaties/");
    return isLibrary || !origin.file().startsWith(folder)
        ? null
        : SourcesScreen.text(dossier, origin.file().substring(folder.length()), origin.line());
  }

  /// Short: "line 72", "sources/meduza.md, line 5".
  String shown(Origin origin) {
    if (origin.file().equals(file)) return "line " + origin.line();
    var name = origin.file();
    if (name.startsWith(folder)) name = name.substring(folder.length());
    return name + ", line " + origin.line();
  }
}
