package casus.mention;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Phrases of one and more words, each with a value; the longest that stands at a place is found.
final class Phrases {
  private final Node root = new Node();

  /// What stands at a place.
  ///
  /// @param end the token after it
  record Hit(String value, int end) {}

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
  @Nullable Hit at(Sentence sentence, int from) {
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
  @Nullable String value(Token word) {
    return value(word.lower());
  }

  @Nullable String value(String word) {
    var node = root.after(word);
    return node == null ? null : node.value;
  }
}
