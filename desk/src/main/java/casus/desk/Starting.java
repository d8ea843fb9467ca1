package casus.desk;

import casus.syntax.Formatter;
import casus.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Begins a dossier.
public final class Starting {
  private Starting() {}

  /// Whether a dossier may be written there.
  public static boolean mayWrite(Path from, String folder, boolean force) {
    var path = from.resolve(folder);
    return force || !(Files.exists(path.resolve("dossier.md")) || Files.isRegularFile(path));
  }

  /// Whether nothing has that name yet, not even a link that leads elsewhere.
  public static boolean isFree(Path from, String folder) {
    return !Files.exists(from.resolve(folder), LinkOption.NOFOLLOW_LINKS);
  }

  /// Writes `dossier.md` and the stored text that it quotes.
  ///
  /// @return the treaties it uses
  public static Treaties write(Path from, String folder, Starter starter) throws IOException {
    var path = from.resolve(folder);
    var treaties = Treaties.between(starter.who(), starter.whom(), starter.asOf());
    Files.createDirectories(path.resolve("sources"));
    StoredText.write(path.resolve("sources/first.md"), starter.source());
    var dossier = new SourceText(folder + "/dossier.md", starter.dossier(treaties));
    StoredText.write(path.resolve("dossier.md"), Formatter.format(dossier));
    return treaties;
  }
}
