package casus.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Tells git how ledgers are merged: with `merge=union`, which it has built in, both sides' lines
/// are kept, and the next entry joins them.
final class MergeRule {
  private static final String FILE = ".gitattributes";
  private static final Pattern KNOWN =
      Pattern.compile("(?m)^[^#\\r\\n]*forecasts\\.jsonl[ \\t][^\\r\\n]*\\bmerge=");

  private MergeRule() {}

  /// Writes the rule beside a ledger, unless the repository has one already or there is no
  /// repository.
  ///
  /// @return whether it was written
  static boolean ensure(LedgerFile ledger) throws IOException {
    var beside = ledger.path().toAbsolutePath().getParent();
    if (beside == null) return false;
    var folder = beside;
    while (!Files.exists(folder.resolve(".git"))) {
      if (states(folder)) return false;
      folder = folder.getParent();
      if (folder == null) return false;
    }
    if (states(folder)) return false;
    var file = beside.resolve(FILE);
    var before = StoredText.orEmpty(file);
    var name = String.valueOf(ledger.path().getFileName());
    var pattern = name.equals(LedgerFile.NAME) ? name : "*." + LedgerFile.NAME;
    StoredText.write(
        file,
        before
            + (before.isEmpty() || before.endsWith("\n") ? "" : "\n")
            + pattern
            + " merge=union text eol=lf\n");
    return true;
  }

  private static boolean states(Path folder) {
    return KNOWN.matcher(StoredText.orEmpty(folder.resolve(FILE))).find();
  }
}
