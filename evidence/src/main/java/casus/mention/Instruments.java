package casus.mention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The names of the instruments of the treaty library, and of well-known ones that it does not
/// have: `instruments.txt`, whose head says how it is written.
final class Instruments {
  static final String UNKNOWN = "-";

  private final Phrases names = new Phrases();
  private final Phrases owners = new Phrases();
  private final List<Name> all = new ArrayList<>();

  /// A line of the resource.
  ///
  /// @param owner whether it names an organisation, which stands for its treaty beside an article
  record Name(String id, String language, boolean owner, List<String> names) {}

  /// @param language the names to use, by its code in ISO 639-1; a name of another language in the
  ///   same script is harmless, so that `en` alone is no more than a saving
  Instruments(String language) {
    try (var stream = Instruments.class.getResourceAsStream("instruments.txt")) {
      if (stream == null) throw new IllegalStateException("instruments.txt is not in the jar");
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (var line = reader.readLine(); line != null; line = reader.readLine())
        if (!line.isBlank() && !line.startsWith("#")) add(name(line), language);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Name name(String line) {
    var first = line.indexOf(' ');
    var second = line.indexOf(' ', first + 1);
    var language = line.substring(first + 1, second);
    var owner = language.endsWith(".owner");
    var names = new ArrayList<String>();
    for (var from = second + 1; from < line.length(); ) {
      var mark = line.indexOf(';', from);
      var end = mark < 0 ? line.length() : mark;
      names.add(line.substring(from, end).strip());
      from = end + 1;
    }
    return new Name(
        line.substring(0, first),
        owner ? language.substring(0, language.indexOf('.')) : language,
        owner,
        List.copyOf(names));
  }

  private void add(Name line, String language) {
    all.add(line);
    if (!line.language().equals(language)) return;
    for (var name : line.names()) (line.owner() ? owners : names).add(tokens(name), line.id());
  }

  /// A name as the tokens of a sentence have it.
  private static String tokens(String name) {
    var spaced = new StringBuilder();
    for (var i = 0; i < name.length(); i++) {
      var c = name.charAt(i);
      if (c == ',' || c == '-' || c == '–' || c == '(' || c == ')')
        spaced.append(' ').append(c).append(' ');
      else if (name.startsWith("'s", i)) spaced.append(' ').append(c);
      else spaced.append(c);
    }
    return spaced.toString().toLowerCase(Locale.ROOT).replaceAll(" +", " ").strip();
  }

  /// Every line of the resource.
  List<Name> all() {
    return List.copyOf(all);
  }

  /// The instrument whose name begins at a token, [#UNKNOWN] for one without id; null if none does.
  Phrases.@Nullable Hit at(Sentence sentence, int from) {
    return names.at(sentence, from);
  }

  /// The instrument of the organisation whose name begins at a token.
  Phrases.@Nullable Hit owner(Sentence sentence, int from) {
    return owners.at(sentence, from);
  }
}
