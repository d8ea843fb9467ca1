package casus.names;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known by name before a text is read: states, cities, regions, bodies.
final class Gazetteer {
  /// What a name is known as.
  ///
  /// @param kind what it names
  /// @param state the code of a state, where the name is the state's own
  /// @param sure whether a capital is enough; else the words are others' too
  record Known(Kind kind, @Nullable String state, boolean sure) {}

  /// A known name in a text.
  record Match(int end, Known known) {}

  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private @Nullable Known known;
  }

  /// Where many cities have the names of people: `Henderson`, `Lancaster`.
  private static final Set<String> SURNAMES = Set.of("USA", "GBR", "CAN", "AUS");

  private final Node root = new Node();
  private final WordLists words;

  Gazetteer(States states, WordLists words) {
    this.words = words;
    for (var state : states.all())
      for (var name : state.names()) put(name, new Known(Kind.PLACE, state.code(), true));
    for (var line : Table.lines("organisations.txt")) {
      var parts = Table.parts(line, '=');
      for (var part : parts)
        for (var name : parts.size() > 1 ? List.of(part) : Table.parts(part, ','))
          put(name, new Known(Kind.ORGANISATION, null, true));
    }
    for (var line : Table.lines("places.txt"))
      for (var name : Table.parts(line, ',')) put(name, new Known(Kind.PLACE, null, true));
    for (var state : states.all())
      for (var seat : state.seats()) put(seat, new Known(Kind.PLACE, null, true));
    put("Washington, D.C.", new Known(Kind.PLACE, null, true));
    for (var line : Table.lines("cities.txt")) {
      var begin = line.indexOf(';') + 1;
      var surnames = SURNAMES.contains(line.substring(0, 3));
      for (var name : Table.parts(line.substring(begin), ',')) city(name, surnames);
    }
  }

  /// The longest known name that begins at a word, or nothing.
  @Nullable Match longest(List<Token> tokens, int from, int limit) {
    Match found = null;
    var node = root;
    for (var i = from; i < limit; i++) {
      if (i > from && !tokens.get(i).joined()) break;
      node = next(node, tokens.get(i).text());
      if (node == null) break;
      var known = node.known;
      if (known != null) found = new Match(i + 1, known);
    }
    return found;
  }

  private static @Nullable Node next(Node node, String word) {
    var next = node.next.get(word);
    if (next != null) return next;
    var plain = plain(word);
    next = node.next.get(plain);
    if (next != null) return next;
    return plain.length() > 3 && plain.equals(plain.toUpperCase(Locale.ROOT))
        ? node.next.get(plain.charAt(0) + plain.substring(1).toLowerCase(Locale.ROOT))
        : null;
  }

  private void put(String name, Known known) {
    var plain = plain(name.replace('’', '\''));
    if (!plain.equals(name) && !words.common(plain)) enter(plain, known);
    enter(name, known);
  }

  private void enter(String name, Known known) {
    var node = root;
    for (var token : Tokens.of(name, word -> false)) {
      node = node.next.computeIfAbsent(token.text(), k -> new Node());
    }
    if (node.known == null) node.known = known;
  }

  /// A city as the table writes it and as texts do, without the marks on its letters and without
  /// the Arabic article.
  private void city(String name, boolean surnames) {
    var plain = plain(name);
    if (words.leaders.contains(plain)) return;
    var sure = name.indexOf(' ') > 0 || (name.length() > 3 && !given(plain) && !surnames);
    var known = new Known(Kind.PLACE, null, sure);
    put(name, known);
    for (var article :
        List.of("Al ", "Al-", "Ar ", "As ", "Ash ", "At ", "Ath ", "Az ", "Ad ", "An ")) {
      var bare = plain.substring(Math.min(plain.length(), article.length()));
      if (!plain.startsWith(article) || bare.length() < 5 || given(bare)) continue;
      put("al-" + bare, known);
      put("Al-" + bare, known);
      put("Al " + bare, known);
      if (bare.indexOf(' ') < 0) put(bare, known);
    }
    if (plain.endsWith("ah") && plain.length() > 6)
      put(plain.substring(0, plain.length() - 1), known);
  }

  private boolean given(String name) {
    return words.given.contains(name) || words.givenWords.contains(name);
  }

  /// Without the marks above and below letters, and without the marks for sounds that English
  /// lacks.
  private static String plain(String name) {
    var ascii = true;
    for (var i = 0; i < name.length() && ascii; i++)
      ascii = name.charAt(i) < 128 && name.charAt(i) != '\'';
    if (ascii) return name;
    var plain = new StringBuilder();
    var parts = Normalizer.normalize(name, Normalizer.Form.NFD);
    for (var i = 0; i < parts.length(); i++) {
      var c = parts.charAt(i);
      if (Character.getType(c) == Character.NON_SPACING_MARK || "'’‘ʻʼ`".indexOf(c) >= 0) continue;
      plain.append(c == 'ı' ? 'i' : c == 'ł' ? 'l' : c == 'Ł' ? 'L' : c == 'ø' ? 'o' : c);
    }
    return plain.toString();
  }
}
