package casus.check;

import casus.model.Source;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Problem;
import casus.text.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The texts that the dossier stores and quotes, each read once.
final class StoredTexts {
  private final Map<String, StoredText> bySource = new HashMap<>();

  private StoredTexts() {}

  static StoredTexts read(Checking checking, Files files, Map<String, Source> sources) {
    var texts = new StoredTexts();
    Map<String, @Nullable StoredText> byPath = new HashMap<>();
    for (var declared : checking.declarations().of(Statement.Source.class)) {
      var path = declared.syntax().text();
      if (path == null || !sources.containsKey(declared.syntax().name().text())) continue;
      if (!byPath.containsKey(path.text()))
        byPath.put(path.text(), read(path.text(), declared, files, checking.findings()));
      var text = byPath.get(path.text());
      if (text != null) texts.bySource.putIfAbsent(declared.syntax().name().text(), text);
    }
    return texts;
  }

  private static @Nullable StoredText read(
      String path, Declared<Statement.Source> declared, Files files, Findings findings) {
    var span = java.util.Objects.requireNonNull(declared.syntax().text()).span();
    var place = declared.at(span);
    switch (files.read(path)) {
      case Files.Reading.Found(SourceText source) -> {
        return new StoredText(source);
      }
      case Files.Reading.Missing(List<String> nearest) ->
          findings.add(
              Problem.of(Code.E701, place, "there is no stored text `" + path + "`")
                  .expecting("a file of the dossier's folder, such as sources/column.md")
                  .hint(nearest.isEmpty() ? null : nearest.getFirst()));
      case Files.Reading.Outside() ->
          findings.add(
              Problem.of(Code.E702, place, "`" + path + "` leads out of the dossier")
                  .expecting("a path inside the dossier's folder"));
      case Files.Reading.Unreadable(String reason) ->
          findings.add(
              Code.E701, place, "the stored text `" + path + "` cannot be read: " + reason);
    }
    return null;
  }

  /// The text stored for a source, or null where none is.
  @Nullable StoredText of(String source) {
    return bySource.get(source);
  }
}
