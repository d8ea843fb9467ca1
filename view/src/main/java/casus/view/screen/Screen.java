package casus.view.screen;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The screens that a dossier has, in the order of the navigation.
public enum Screen {
  READ("read", "Reader", 'r'),
  EDIT("edit", "Workbench", 'e'),
  CHANGE("change", "What moves it", 'm'),
  MAP("map", "Argument map", 'a'),
  LAW("law", "Treaty pathways", 'l'),
  TIME("time", "Timeline", 't'),
  SOURCES("sources", "Sources", 's'),
  COMPARE("compare", "Compare", 'c');

  private final String path;
  private final String title;
  private final char key;

  Screen(String path, String title, char key) {
    this.path = path;
    this.title = title;
    this.key = key;
  }

  /// First part of its address.
  public String path() {
    return path;
  }

  public String title() {
    return title;
  }

  /// After `g`, the key that leads to it.
  char key() {
    return key;
  }

  /// Its address for a dossier.
  ///
  /// @param dossier name of the dossier in its workspace
  public String of(String dossier) {
    return "/" + path + "/" + encoded(dossier);
  }

  /// A dossier's name as part of an address: all but letters, digits and `-._~/` as `%XX` (RFC
  /// 3986, section 2).
  static String encoded(String dossier) {
    var encoded = new StringBuilder();
    for (var b : dossier.getBytes(StandardCharsets.UTF_8)) {
      var plain = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
      if (plain || "-._~/".indexOf(b) >= 0) encoded.append((char) b);
      else encoded.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
    }
    return encoded.toString();
  }

  /// What was [encoded][#encoded].
  static String decoded(String part) {
    var bytes = new ByteArrayOutputStream();
    for (var i = 0; i < part.length(); i++) {
      if (part.charAt(i) == '%' && part.substring(i + 1).matches("(?s)[0-9A-Fa-f]{2}.*")) {
        bytes.write(Integer.parseInt(part.substring(i + 1, i + 3), 16));
        i += 2;
      } else bytes.write(part.charAt(i));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
