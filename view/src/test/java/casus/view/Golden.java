package casus.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Expected outputs kept as files. A test never writes them, unless the build runs with
/// `-Dcasus.rewrite=true`.
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/casus/view");

  private Golden() {}

  /// Fails with the first line that differs, unless the text is that of the file.
  static void verify(String name, String actual) {
    var file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("casus.rewrite")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, actual);
        return;
      }
      var expected = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
      if (!expected.equals(actual)) throw new AssertionError(difference(file, expected, actual));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String difference(Path file, String expected, String actual) {
    var want = expected.split("\n", -1);
    var have = actual.split("\n", -1);
    var message = new StringBuilder(file + " differs; -Dcasus.rewrite=true accepts the change\n");
    for (var i = 0; i < Math.max(want.length, have.length); i++) {
      var wanted = i < want.length ? want[i] : "(end of file)";
      var found = i < have.length ? have[i] : "(end of text)";
      if (wanted.equals(found)) continue;
      message.append(i + 1).append(" - ").append(wanted).append('\n');
      message.append(i + 1).append(" + ").append(found).append('\n');
    }
    return message.toString();
  }
}
