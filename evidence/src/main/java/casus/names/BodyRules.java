package casus.names;

import java.util.List;

/// Organisations by the words they are made of: `Ministry of Foreign Affairs and Trade`, `Kurdistan
/// Regional Government`, `Syrian army`.
final class BodyRules {
  /// Words before the main one, and in what it is of.
  private static final int LONGEST = 8;

  private final WordLists words;

  BodyRules(WordLists words) {
    this.words = words;
  }

  void propose(Wording text, List<Candidate> found) {
    for (var i = 0; i < text.size(); i++) {
      if (text.capital(i) && words.body.contains(text.text(i))) body(text, i, found);
      if (text.capital(i)) groupOfState(text, i, found);
      if (text.capital(i)) ruled(text, i, found);
      if (words.bodySmall.contains(text.text(i))) called(text, i, found);
      if (words.stateGroup.contains(text.text(i))) groupOf(text, i, found);
    }
  }

  private void body(Wording text, int head, List<Candidate> found) {
    var from = left(text, head);
    var to = right(text, head);
    if (from == head && to == head + 1) {
      if (!text.at(head).first() && !text.heading(head) && determined(text, head))
        found.add(new Candidate(head, to, Kind.ORGANISATION, 1.7));
      return;
    }
    if (from == head
        && text.at(head).first()
        && !words.bodyAnd.contains(text.text(head))
        && to - from < 3) return;
    found.add(new Candidate(from, to, Kind.ORGANISATION, 2));
    if (to > head + 1 && from < head)
      found.add(new Candidate(from, head + 1, Kind.ORGANISATION, 2));
  }

  private static boolean determined(Wording text, int i) {
    var before = text.text(i - 1);
    return before.equals("the")
        || before.equals("The")
        || before.equals("’s")
        || before.equals("'s")
        || before.equals("s");
  }

  /// Where the name begins whose main word stands at a place.
  private int left(Wording text, int head) {
    var from = head;
    while (from > 0 && head - from < LONGEST && text.joined(from)) {
      if (leads(text, from - 1, head) || text.ordinal(from - 1)) from--;
      else if ((text.text(from - 1).equals("and") || text.text(from - 1).equals("&"))
          && from > 1
          && text.joined(from - 1)
          && leads(text, from - 2, head)
          && !words.body.contains(text.text(from - 2))
          && text.known(from - 2) == null
          && text.known(from) == null
          && text.stateWords(from - 2) == 0) from -= 2;
      else break;
    }
    while (from < head
        && text.at(from).first()
        && (words.opening.contains(text.text(from)) && text.common(text.text(from)))) from++;
    return from;
  }

  private boolean leads(Wording text, int i, int head) {
    if (!text.capital(i) || text.functional(i)) return false;
    var word = text.text(i);
    if (words.title.contains(word)
        && !(i + 1 == head
            && (word.equals("General") || word.equals("Staff") || word.equals("Justice"))))
      return false;
    if (text.heading(i))
      return words.body.contains(word)
          || words.direction.contains(word)
          || text.stateWords(i) > 0
          || text.known(i) != null
          || i + 1 == head;
    return !(text.at(i).first() && (word.endsWith("ing") || text.common(word)));
  }

  /// Where it ends: after the main word, or after what it is of.
  private int right(Wording text, int head) {
    var to = head + 1;
    if (text.joined(to) && text.number(to) && text.text(to).length() < 4) return to + 1;
    var word = text.text(head);
    for (var round = 0; round < 3; round++) {
      if (to + 1 >= text.size() || !text.joined(to) || !takes(word, text.text(to))) return to;
      var name = to + 1;
      if (text.text(name).equals("the")) name++;
      if (!text.capital(name) || text.functional(name) || !text.joined(name)) return to;
      if (words.other.contains(text.text(name)) && text.text(name).length() < 5) return to;
      to = complement(text, name, word);
      if (round == 0 && text.text(to).equals("of")) continue;
      return to;
    }
    return to;
  }

  private boolean takes(String head, String preposition) {
    return switch (preposition) {
      case "of" -> words.bodyOf.contains(head);
      case "for" -> words.bodyAnd.contains(head);
      case "on" -> head.equals("Council") || head.equals("Committee") || head.equals("Commission");
      case "to" -> head.equals("Delegation") || head.equals("Mission") || head.equals("Embassy");
      default -> false;
    };
  }

  private int complement(Wording text, int from, String head) {
    var match = text.known(from);
    var to = match == null ? from + 1 : match.end();
    to = capitals(text, from, to);
    if (!words.bodyAnd.contains(head) || match != null) return to;
    while (to - from < LONGEST
        && text.text(to).equals(",")
        && text.capital(to + 1)
        && (text.text(to + 2).equals("and")
            || text.text(to + 2).equals("&")
            || text.text(to + 2).equals(","))
        && text.known(to + 1) == null) to += 2;
    if ((text.text(to).equals("and") || text.text(to).equals("&"))
        && text.capital(to + 1)
        && !text.functional(to + 1)
        && text.known(to + 1) == null
        && text.stateWords(to + 1) == 0
        && !words.body.contains(text.text(to + 1))
        && !words.given.contains(text.text(to + 1))) {
      to += 2;
      to = capitals(text, from, to);
    }
    return to;
  }

  /// Where the capitals end that go on at a place.
  private static int capitals(Wording text, int from, int begin) {
    var to = begin;
    while (to < text.size()
        && to - from < LONGEST
        && text.joined(to)
        && text.capital(to)
        && !text.functional(to)) to++;
    return to;
  }

  /// `Syrian army`, `U.S. forces`, `Iraqi security forces`.
  private void groupOfState(Wording text, int i, List<Candidate> found) {
    var state = text.stateWords(i);
    var at = i + Math.max(1, state);
    if (state == 0 && !people(text.text(i))) return;
    var modifiers = 0;
    while (modifiers < 2 && text.joined(at) && words.groupModifier.contains(text.text(at))) {
      if (words.stateGroup.contains(text.text(at)) && !group(text, at + 1)) break;
      at++;
      modifiers++;
    }
    if (!text.joined(at) || !words.stateGroup.contains(text.text(at))) return;
    found.add(new Candidate(i, at + 1, Kind.ORGANISATION, 2.2));
  }

  private boolean group(Wording text, int i) {
    return text.joined(i)
        && (words.stateGroup.contains(text.text(i)) || words.groupModifier.contains(text.text(i)));
  }

  private static boolean people(String word) {
    return switch (word) {
      case "Kurdish",
          "Arab",
          "Chechen",
          "Catalan",
          "Abkhaz",
          "Korean",
          "Guinean",
          "Houthi",
          "Taliban" ->
          true;
      default -> false;
    };
  }

  /// `Obama administration`, `Al-Karim clan`.
  private void ruled(Wording text, int i, List<Candidate> found) {
    if (!text.named(i) || !text.joined(i + 1) || !words.ruled.contains(text.text(i + 1))) return;
    if (words.body.contains(text.text(i)) || text.stateWords(i) > 0) return;
    var from = i;
    while (from > 0
        && i - from < 4
        && text.joined(from)
        && text.named(from - 1)
        && text.stateWords(from - 1) == 0
        && !words.title.contains(text.text(from - 1))) from--;
    found.add(new Candidate(from, i + 2, Kind.ORGANISATION, 2.05));
  }

  /// `the firm Berg`, `the newspaper Izvestia`.
  private void called(Wording text, int i, List<Candidate> found) {
    var to = i + 1;
    while (to < text.size()
        && to - i < 5
        && text.joined(to)
        && (to == i + 1 ? text.named(to) : text.capital(to) && !text.functional(to))) to++;
    if (to == i + 1
        || words.title.contains(text.text(i + 1))
        || words.offices.contains(text.text(i + 1))
        || words.given.contains(text.text(i + 1))) return;
    if (text.stateWords(i + 1) > 0) return;
    found.add(new Candidate(i + 1, to, Kind.ORGANISATION, 1.7));
  }

  /// `government of Iraq`.
  private void groupOf(Wording text, int i, List<Candidate> found) {
    if (!text.text(i + 1).equals("of") || text.text(i).equals("people")) return;
    var name = i + 2;
    if (text.text(name).equals("the")) name++;
    var match = text.known(name);
    if (match == null || match.known().state() == null) return;
    found.add(new Candidate(i, match.end(), Kind.ORGANISATION, 2.1));
  }
}
