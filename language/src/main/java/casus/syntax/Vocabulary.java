package casus.syntax;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The words of the language, taken from the grammar of its lines, so that an editor knows what the
/// parser knows.
public final class Vocabulary {
  private static final Pattern WORD = Pattern.compile("[a-z]+(?:-[a-z]+)*");

  private Vocabulary() {}

  /// The words that a line of a `casus` or `casus-test` fence may start with at the margin, each
  /// with the grammar of its line; in alphabetical order.
  public static Map<String, String> statements() {
    var statements = new LinkedHashMap<String, String>();
    var starts = new TreeSet<>(Parser.KEYWORDS);
    starts.add("expect");
    for (var word : starts) statements.put(word, grammar(word));
    return statements;
  }

  private static String grammar(String word) {
    for (var form : Form.values())
      if (form.grammar().equals(word) || form.grammar().startsWith(word + " "))
        return form.grammar();
    throw new IllegalStateException("no line starts with " + word);
  }

  /// All words that have a meaning of their own inside a fence, in alphabetical order.
  public static List<String> words() {
    var words = new TreeSet<String>(Parser.KEYWORDS);
    Arrays.stream(Form.values())
        .flatMap(form -> WORD.matcher(form.grammar()).results())
        .forEach(found -> words.add(found.group()));
    words.addAll(Amounts.NOT_AMOUNTS);
    words.add("odds");
    words.removeIf(word -> word.length() == 1);
    return List.copyOf(words);
  }
}
