package casus.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The tables beside the classes of this package: text, one entry on a line, `#` before a remark.
final class Table {
  private Table() {}

  /// The lines of a table that hold something.
  static List<String> lines(String name) {
    var lines = new ArrayList<String>();
    try (var stream = Table.class.getResourceAsStream(name)) {
      if (stream == null) throw new IllegalStateException(name + " is not in the jar");
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (var line = reader.readLine(); line != null; line = reader.readLine())
        if (!line.isBlank() && !line.startsWith("#")) lines.add(line);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return lines;
  }

  /// What stands between the marks, without the space around it. A single empty part is no part.
  static List<String> parts(String line, char mark) {
    var parts = new ArrayList<String>();
    var begin = 0;
    for (var i = 0; i <= line.length(); i++) {
      if (i < line.length() && line.charAt(i) != mark) continue;
      parts.add(line.substring(begin, i).strip());
      begin = i + 1;
    }
    return parts.size() == 1 && parts.getFirst().isEmpty() ? List.of() : parts;
  }
}
