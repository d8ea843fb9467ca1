package casus.names;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;

/// The lists of words in `words.txt` and `given.txt`, by their names there.
final class WordLists {
  private final Map<String, Set<String>> lists = new HashMap<>();
  final Set<String> body;
  final Set<String> bodyOf;
  final Set<String> bodyAnd;
  final Set<String> stateGroup;
  final Set<String> groupModifier;
  final Set<String> site;
  final Set<String> siteFirst;
  final Set<String> placeKind;
  final Set<String> beforePlaces;
  final Set<String> direction;
  final Set<String> title;
  final Set<String> titleSmall;
  final Set<String> office;
  final Set<String> offices;
  final Set<String> particle;
  final Set<String> particleCapital;
  final Set<String> acts;
  final Set<String> says;
  final Set<String> other;
  final Set<String> function;
  final Set<String> opening;
  final Set<String> bodySmall;
  final Set<String> ruled;
  final Set<String> takes;
  final Set<String> taken;
  final Set<String> operations;
  final Set<String> stateBody;
  final Set<String> siteSurname;
  final Set<String> leaders;
  final Set<String> ships;
  final Set<String> events;
  final Set<String> given;
  final Set<String> givenWords;

  WordLists() {
    read("words.txt");
    read("given.txt");
    body = list("body");
    bodyOf = list("body of");
    bodyAnd = list("body and");
    stateGroup = list("state group");
    groupModifier = list("group modifier");
    site = list("site");
    siteFirst = list("site first");
    placeKind = list("place kind");
    beforePlaces = list("before places");
    direction = list("direction");
    title = list("title");
    titleSmall = list("title small");
    office = list("office");
    offices = list("offices");
    particle = list("particle");
    particleCapital = list("particle capital");
    acts = list("acts");
    says = list("says");
    other = list("other");
    function = list("function");
    opening = list("opening");
    bodySmall = list("body small");
    ruled = list("ruled");
    takes = list("takes places");
    taken = list("taken");
    operations = list("operations");
    stateBody = list("state body");
    siteSurname = list("site surname");
    leaders = list("leaders");
    ships = list("ships");
    events = list("events");
    given = new HashSet<>(list("moby"));
    given.addAll(list("world"));
    givenWords = list("words too");
  }

  /// Whether a word is in a list of words that are no places.
  boolean common(String word) {
    return other.contains(word)
        || opening.contains(word)
        || function.contains(word)
        || title.contains(word)
        || body.contains(word);
  }

  private Set<String> list(String name) {
    var list = lists.get(name);
    if (list == null) throw new IllegalStateException("no list [" + name + "]");
    return list;
  }

  private void read(String table) {
    Set<String> list = new HashSet<>();
    for (var line : Table.lines(table)) {
      if (line.startsWith("[")) {
        list = lists.computeIfAbsent(line.substring(1, line.length() - 1), k -> new HashSet<>());
      } else {
        var words = new StringTokenizer(line, " ");
        while (words.hasMoreTokens()) list.add(words.nextToken());
      }
    }
  }
}
