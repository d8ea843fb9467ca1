package casus.desk;

import casus.check.Files;
import casus.check.Records;
import casus.text.SourceText;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The files of a dossier, with a note of each treaty and other dossier text that was read.
final class FilesRead implements Files {
  private final Files files;
  private final SortedMap<String, String> hashes = new TreeMap<>();

  FilesRead(Files files) {
    this.files = files;
  }

  @Override
  public Reading read(String path) {
    var reading = files.read(path);
    if (reading instanceof Reading.Found(SourceText source)
        && (Library.holds(path) || Dossiers.hasFence(source.text())))
      hashes.put(path.replaceFirst("\\.md$", ""), Fingerprint.ofLines(source.text()));
    return reading;
  }

  @Override
  public Records records() {
    return files.records();
  }

  /// An analyst's numbers are part of what was answered from.
  @Override
  public @Nullable SourceText judgement() {
    var judgement = files.judgement();
    if (judgement != null)
      hashes.put(
          judgement
              .name()
              .substring(Math.max(0, judgement.name().lastIndexOf(Judging.FOLDER)))
              .replaceFirst("\\.md$", ""),
          Fingerprint.ofLines(judgement.text()));
    return judgement;
  }

  /// Path as the dossier names it to SHA-256.
  Map<String, String> hashes() {
    return hashes;
  }
}
