package casus.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The words of one text, with what the rules ask of them.
final class Wording {
  /// From this share of capitals on, a sentence is a heading.
  private static final double HEADING = 0.8;

  private final List<Token> tokens;
  private final WordLists words;
  private final Set<String> small = new HashSet<>();
  private final boolean[] heading;
  private final List<Gazetteer.@Nullable Match> known;
  private final States states;

  Wording(String text, WordLists words, Gazetteer gazetteer, States states) {
    this.tokens =
        Tokens.of(text, word -> states.named(word) != null || states.ofPeople(word) != null);
    this.words = words;
    this.states = states;
    heading = new boolean[tokens.size()];
    for (var token : tokens)
      if (token.word() && Character.isLowerCase(token.text().charAt(0))) small.add(token.text());
    for (var i = 0; i < tokens.size(); i = markHeading(i)) {}
    known = new ArrayList<>(tokens.size());
    for (var i = 0; i < tokens.size(); i++)
      known.add(startsKnown(i) ? gazetteer.longest(tokens, i, tokens.size()) : null);
  }

  int size() {
    return tokens.size();
  }

  Token at(int i) {
    return tokens.get(i);
  }

  /// The characters at a place, nothing beside the text.
  String text(int i) {
    return i < 0 || i >= tokens.size() ? "" : tokens.get(i).text();
  }

  /// The words from one place to another, with a blank between.
  String text(int from, int to) {
    var joined = new StringBuilder(text(from));
    for (var i = from + 1; i < to; i++) {
      if (at(i).start() > at(i - 1).end()) joined.append(' ');
      joined.append(text(i));
    }
    return joined.toString();
  }

  Gazetteer.@Nullable Match known(int i) {
    return i < 0 || i >= known.size() ? null : known.get(i);
  }

  boolean heading(int i) {
    return heading[i];
  }

  /// Whether the word at a place has the capital of a name, by its looks and its place alone.
  boolean capital(int i) {
    return i >= 0 && i < tokens.size() && at(i).word() && at(i).capital();
  }

  /// Whether a word has a capital for no other reason than that it is in a name: not that it opens
  /// a sentence, where the text or the lists know it as a common word.
  boolean named(int i) {
    if (!capital(i)) return false;
    var word = text(i);
    if (word.length() == 1 || words.other.contains(word) || digits(i)) return false;
    if (words.function.contains(word)) return false;
    if (at(i).first()) return !words.opening.contains(word) && !common(word);
    return true;
  }

  /// Whether a word has a digit in it: `C12`.
  boolean digits(int i) {
    return text(i).chars().anyMatch(Character::isDigit);
  }

  /// Whether a whole number stands at a place.
  boolean number(int i) {
    return i < tokens.size() && text(i).chars().allMatch(Character::isDigit);
  }

  /// Whether an ordinal stands at a place: `5th`.
  boolean ordinal(int i) {
    var word = text(i);
    return word.length() > 2
        && Character.isDigit(word.charAt(0))
        && (word.endsWith("th")
            || word.endsWith("st")
            || word.endsWith("nd")
            || word.endsWith("rd"));
  }

  /// The word at a place in small letters.
  String small(int i) {
    return text(i).toLowerCase(Locale.ROOT);
  }

  /// Whether the text has the word without a capital.
  boolean common(String word) {
    return small.contains(word.toLowerCase(Locale.ROOT));
  }

  /// Whether a small word, a preposition or an article, has the capital.
  boolean functional(int i) {
    return words.function.contains(text(i));
  }

  /// Whether two places are neighbours in one name: only blanks between.
  boolean joined(int i) {
    return i > 0 && i < tokens.size() && at(i).joined();
  }

  /// Whether words are the name of a state, its people or its adjective.
  States.@Nullable State ofState(int from, int to) {
    var text = text(from, to);
    var state = states.named(text);
    return state == null ? states.ofPeople(text) : state;
  }

  /// How many words from a place on are the name or the adjective of a state, 0 for none.
  int stateWords(int i) {
    for (var length = 3; length > 0; length--)
      if (!functional(i)
          && i + length <= tokens.size()
          && contiguous(i, i + length)
          && ofState(i, i + length) != null) return length;
    return 0;
  }

  boolean contiguous(int from, int to) {
    for (var i = from + 1; i < to; i++) if (!at(i).joined()) return false;
    return true;
  }

  private boolean startsKnown(int i) {
    var token = at(i);
    return Character.isLetterOrDigit(token.text().charAt(0)) || token.text().charAt(0) == '‘';
  }

  private int markHeading(int begin) {
    var end = begin + 1;
    while (end < tokens.size() && !at(end).first()) end++;
    var capitals = 0;
    var long4 = 0;
    for (var i = begin; i < end; i++) {
      if (!at(i).word() || text(i).length() < 4) continue;
      long4++;
      if (at(i).capital()) capitals++;
    }
    if (long4 >= 4 && capitals >= HEADING * long4 && !text(end - 1).equals("."))
      for (var i = begin; i < end; i++) heading[i] = true;
    return end;
  }
}
