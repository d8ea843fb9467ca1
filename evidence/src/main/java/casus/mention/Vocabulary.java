package casus.mention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words of a language, by what they do in the grammars: a resource such as `english.txt`,
/// whose head says how it is written.
public final class Vocabulary {
  private static final Phrases NONE = new Phrases();

  private final String language;
  private final Map<String, Phrases> sections = new HashMap<>();

  private Vocabulary(String language) {
    this.language = language;
  }

  /// The words of English.
  public static Vocabulary english() {
    return read("en", "english.txt");
  }

  /// The words of Russian.
  public static Vocabulary russian() {
    return read("ru", "russian.txt");
  }

  /// The words of Belarusian.
  public static Vocabulary belarusian() {
    return read("be", "belarusian.txt");
  }

  /// @param language its code in ISO 639-1, which also names its names of instruments
  static Vocabulary read(String language, String resource) {
    var vocabulary = new Vocabulary(language);
    var section = new Phrases();
    try (var stream = Vocabulary.class.getResourceAsStream(resource)) {
      if (stream == null) throw new IllegalStateException(resource + " is not in the jar");
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isBlank() || line.startsWith("# ")) continue;
        if (line.startsWith("["))
          section =
              vocabulary.sections.computeIfAbsent(
                  line.substring(1, line.indexOf(']')), name -> new Phrases());
        else section.addLine(line);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return vocabulary;
  }

  String language() {
    return language;
  }

  /// Whether what English puts after `of` follows in the genitive: `7 % белорусов`.
  boolean genitive() {
    return section("format").value("genitive") != null;
  }

  /// The phrases of a section; none where the language has no such section.
  public Phrases section(String name) {
    return sections.getOrDefault(name, NONE);
  }

  /// What a section says of a word; null if it has no such word.
  @Nullable String value(String section, Token word) {
    return section(section).value(word);
  }

  boolean has(String section, Token word) {
    return value(section, word) != null;
  }

  boolean abbreviation(String word) {
    return section("abbreviation").value(word) != null;
  }
}
