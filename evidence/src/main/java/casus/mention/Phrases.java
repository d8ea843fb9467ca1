package casus.mention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Phrases of one and more words, each with a value; the longest that stands at a place is found.
public final class Phrases {
  private final Node root = new Node();

  /// What stands at a place.
  ///
  /// @param end the token after it
  public record Hit(String value, int end) {}

  private static final class Node {
    private final Map<String, Node> words = new HashMap<>();
    private final Map<String, Node> beginnings = new HashMap<>();
    private int shortest = Integer.MAX_VALUE;
    private @Nullable String value;

    /// The node after a word: the word itself, else its longest known beginning.
    private @Nullable Node after(String word) {
      var node = words.get(word);
      if (node != null || beginnings.isEmpty()) return node;
      for (var length = Math.min(word.length(), 40); length >= shortest; length--) {
        node = beginnings.get(word.substring(0, length));
        if (node != null) return node;
      }
      return null;
    }
  }

  /// The phrases of a table.
  ///
  /// @param table lines of a value, a colon, and phrases with commas between; `#` begins a remark
  public static Phrases read(InputStream table) throws IOException {
    var phrases = new Phrases();
    var reader = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8));
    for (var line = reader.readLine(); line != null; line = reader.readLine())
      if (!line.isBlank() && !line.startsWith("#")) phrases.addLine(line);
    return phrases;
  }

  void addLine(String line) {
    var colon = line.indexOf(": ");
    if (colon < 0) throw new IllegalStateException("no `: ` in " + line);
    var value = line.substring(0, colon).strip();
    for (var at = colon + 2; at <= line.length(); ) {
      var comma = line.indexOf(", ", at);
      var end = comma < 0 ? line.length() : comma;
      add(line.substring(at, end).strip().toLowerCase(Locale.ROOT), value);
      at = end + 2;
    }
  }

  /// @param phrase tokens in lower case with spaces between; one that ends in `~` stands for all
  ///   words that begin so
  void add(String phrase, String value) {
    var node = root;
    for (var from = 0; from < phrase.length(); ) {
      var space = phrase.indexOf(' ', from);
      var end = space < 0 ? phrase.length() : space;
      var word = phrase.substring(from, end);
      if (word.length() > 1 && word.endsWith("~")) {
        var beginning = word.substring(0, word.length() - 1);
        node.shortest = Math.min(node.shortest, beginning.length());
        node = node.beginnings.computeIfAbsent(beginning, any -> new Node());
      } else if (!word.isEmpty()) {
        node = node.words.computeIfAbsent(word, any -> new Node());
      }
      from = end + 1;
    }
    node.value = value;
  }

  /// The longest phrase that begins at a token; null if none does.
  public @Nullable Hit at(Sentence sentence, int from) {
    @Nullable Hit best = null;
    var node = root;
    for (var i = from; i < sentence.size(); i++) {
      var next = node.after(sentence.at(i).lower());
      if (next == null) return best;
      node = next;
      if (node.value != null) best = new Hit(node.value, i + 1);
    }
    return best;
  }

  /// The value of a phrase of this one word; null if there is none.
  public @Nullable String value(Token word) {
    return value(word.lower());
  }

  /// The value of a phrase of this one word in lower case; null if there is none.
  public @Nullable String value(String word) {
    var node = root.after(word);
    return node == null ? null : node.value;
  }
}
