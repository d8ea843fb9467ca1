package casus.names;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the text itself says of names: a full name once tells what its short forms are, and an
/// acronym in brackets belongs to the name before it.
final class Memory {
  /// How strong a candidate from memory can be: less than what is known of the words themselves.
  private static final double MOST = 2.05;

  private final Wording text;
  private final WordLists words;

  /// A short form to its kind, by the weight that speaks for each.
  private final Map<String, EnumMap<Kind, Double>> kinds = new HashMap<>();

  private final Map<String, String> full = new HashMap<>();
  private final Map<String, Kind> defined = new HashMap<>();

  Memory(Wording text, WordLists words) {
    this.text = text;
    this.words = words;
  }

  /// Learns from the names found so far.
  void read(List<Candidate> names) {
    kinds.clear();
    full.clear();
    defined.clear();
    var at = new HashMap<Integer, Candidate>();
    for (var name : names) {
      at.put(name.to(), name);
      var whole = text.text(name.from(), name.to());
      add(whole, name.kind(), name.weight());
      if (name.kind() == Kind.PERSON && name.to() - name.from() > 1) {
        var last = text.text(name.to() - 1);
        add(last, Kind.PERSON, name.weight());
        longer(last, whole);
        if (last.startsWith("al-") || last.startsWith("Al-")) {
          add(last.substring(3), Kind.PERSON, name.weight());
          longer(last.substring(3), whole);
          longer("Al-" + last.substring(3), whole);
          add("Al-" + last.substring(3), Kind.PERSON, name.weight());
        }
        var first = text.text(name.from());
        if (words.given.contains(first)) {
          add(first, Kind.PERSON, 1);
          longer(first, whole);
        }
      }
    }
    for (var i = 2; i + 1 < text.size(); i++) {
      if (!text.text(i - 1).equals("(") || !text.text(i + 1).equals(")")) continue;
      if (!text.at(i).word() || !text.at(i).capitals()) continue;
      var before = at.get(i - 1);
      if (before == null || !initials(before, text.text(i))) continue;
      defined.put(text.text(i), before.kind());
      full.put(text.text(i), text.text(before.from(), before.to()));
    }
  }

  /// Adds the short forms that stand in the text on their own.
  void propose(List<Candidate> found) {
    for (var i = 0; i < text.size(); i++) {
      if (!text.capital(i)) continue;
      var word = text.text(i);
      var kind = defined.get(word);
      if (kind != null) found.add(new Candidate(i, i + 1, kind, 2.5));
      if (words.function.contains(word) || words.other.contains(word)) continue;
      if (text.at(i).first() && words.opening.contains(word)) continue;
      for (var length = 1; length <= 3 && i + length <= text.size(); length++) {
        if (length > 1 && !text.joined(i + length - 1)) break;
        var remembered = kinds.get(text.text(i, i + length));
        if (remembered == null) continue;
        for (var entry : remembered.entrySet()) {
          var strength = Math.min(MOST, 1.4 + entry.getValue() / 4);
          found.add(new Candidate(i, i + length, entry.getKey(), strength));
        }
      }
    }
  }

  /// The fullest name the text has for the same, or its own words.
  String fullest(Candidate name) {
    var whole = text.text(name.from(), name.to());
    if (name.kind() != Kind.PERSON && !defined.containsKey(whole)) return whole;
    var fuller = full.get(whole);
    return fuller != null && fuller.length() > whole.length() ? fuller : whole;
  }

  private void add(String form, Kind kind, double weight) {
    kinds.computeIfAbsent(form, k -> new EnumMap<>(Kind.class)).merge(kind, weight, Double::sum);
  }

  private void longer(String form, String whole) {
    full.merge(form, whole, (a, b) -> a.length() >= b.length() ? a : b);
  }

  /// Whether an acronym is made of the initials of a name's words, in order.
  private boolean initials(Candidate name, String acronym) {
    var letter = 0;
    for (var i = name.from(); i < name.to() && letter < acronym.length(); i++) {
      var word = text.text(i);
      if (Character.toUpperCase(word.charAt(0)) == acronym.charAt(letter)) letter++;
    }
    return letter * 2 >= acronym.length();
  }
}
