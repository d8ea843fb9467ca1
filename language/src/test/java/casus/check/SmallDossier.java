package casus.check;

import casus.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The dossier without a fault that tests spoil one line at a time.
final class SmallDossier {
  private String text = resource("small.md");
  private final Map<String, String> files = new HashMap<>();
  private @Nullable LocalDate asOf;

  SmallDossier() {
    files.put("sources/paper.md", resource("paper.md"));
  }

  static String resource(String name) {
    try (var in = SmallDossier.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Replaces the first occurrence.
  SmallDossier replace(String from, String to) {
    var at = text.indexOf(from);
    if (at < 0) throw new IllegalArgumentException("not in the dossier: " + from);
    text = text.substring(0, at) + to + text.substring(at + from.length());
    return this;
  }

  /// Adds lines at the end of the first fence.
  SmallDossier add(String lines) {
    return replace("\n```\n\n```casus-test", "\n" + lines + "\n```\n\n```casus-test");
  }

  SmallDossier file(String path, String content) {
    files.put(path, content);
    return this;
  }

  SmallDossier asOf(@Nullable LocalDate date) {
    asOf = date;
    return this;
  }

  Checked check() {
    return Checker.check(new SourceText("small.md", text), new MemoryFiles(files), asOf);
  }
}
