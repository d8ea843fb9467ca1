package casus.check;

import casus.text.NearestName;
import casus.text.SourceText;
import java.util.List;
import java.util.Map;

/// Files held in memory, for tests.
record MemoryFiles(Map<String, String> texts) implements Files {
  static final MemoryFiles NONE = new MemoryFiles(Map.of());

  @Override
  public Reading read(String path) {
    if (path.startsWith("..")) return new Reading.Outside();
    var text = texts.get(path);
    if (text != null)
      return new Reading.Found(
          new SourceText(path.contains("sources/") ? path : path + ".md", text));
    var nearest = NearestName.of(path, texts.keySet());
    return new Reading.Missing(nearest == null ? List.of() : List.of(nearest));
  }
}
