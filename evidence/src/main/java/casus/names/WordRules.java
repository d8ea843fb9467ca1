package casus.names;

import java.util.List;

/// Names that need no more than their own words: known ones, capitals, well-known surnames,
/// peoples.
final class WordRules {
  private final WordLists words;
  private final States states;

  WordRules(WordLists words, States states) {
    this.words = words;
    this.states = states;
  }

  void propose(Wording text, List<Candidate> found) {
    known(text, found);
    acronyms(text, found);
    leaders(text, found);
    peoples(text, found);
    datelines(text, found);
  }

  /// `KARVONA, June 3`: capitals at the beginning of a line, before a mark.
  private void datelines(Wording text, List<Candidate> found) {
    for (var i = 0; i < text.size(); i++) {
      var token = text.at(i);
      if (!token.first() || token.text().length() < 4 || !token.word() || !token.capitals())
        continue;
      if ((i > 0 && text.joined(i)) || words.other.contains(token.text())) continue;
      var mark = text.text(i + 1);
      if (mark.equals(",")
          || mark.equals("(")
          || mark.equals("-")
          || mark.equals("–")
          || mark.equals("—")) found.add(new Candidate(i, i + 1, Kind.PLACE, 1.9));
    }
  }

  private void known(Wording text, List<Candidate> found) {
    for (var i = 0; i < text.size(); i++) {
      var match = text.known(i);
      if (match == null) continue;
      var single = match.end() == i + 1;
      if (single && text.at(i).first() && text.common(text.text(i))) continue;
      if (single && words.opening.contains(text.text(i)) && text.at(i).first()) continue;
      var strength = match.known().sure() ? 2.2 : 1.6;
      found.add(new Candidate(i, match.end(), match.known().kind(), strength));
    }
  }

  /// `TG 12` and the like: capitals that are no word and no common abbreviation.
  private void acronyms(Wording text, List<Candidate> found) {
    for (var i = 0; i < text.size(); i++) {
      var token = text.at(i);
      if (!token.word()
          || !token.capitals()
          || text.heading(i)
          || words.other.contains(token.text())) continue;
      if (token.text().length() < 2 || token.text().length() > 9) continue;
      if (token.text().charAt(1) == '-') continue;
      if (neighbours(text, i) || text.text(i + 1).equals(":")) continue;
      if (i > 0 && Character.isDigit(text.text(i - 1).charAt(0)) && token.text().length() < 3)
        continue;
      if (text.text(i - 1).equals("(") && text.number(i + 1)) continue;
      var numbered =
          text.joined(i + 1)
              && text.number(i + 1)
              && text.known(i) == null
              && !text.text(i + 2).equals("%");
      found.add(new Candidate(i, numbered ? i + 2 : i + 1, Kind.ORGANISATION, 1.6));
    }
  }

  private void leaders(Wording text, List<Candidate> found) {
    for (var i = 0; i < text.size(); i++)
      if (text.capital(i) && words.leaders.contains(text.text(i)))
        found.add(new Candidate(i, i + 1, Kind.PERSON, 1.9));
  }

  /// `Belarusians`: a people, by a noun in the plural.
  private void peoples(Wording text, List<Candidate> found) {
    for (var i = 0; i < text.size(); i++) {
      if (!text.capital(i)) continue;
      var length = text.stateWords(i);
      var people = text.text(i, i + length);
      if (length == 0 || !people.endsWith("s") || states.named(people) != null) continue;
      if (states.ofPeople(people.substring(0, people.length() - 1)) == null) continue;
      found.add(new Candidate(i, i + length, Kind.ORGANISATION, 1.8));
    }
  }

  /// Whether other words in capitals stand beside, so that capitals say nothing.
  private static boolean neighbours(Wording text, int i) {
    return shouted(text, i - 1) || shouted(text, i + 1);
  }

  private static boolean shouted(Wording text, int i) {
    return i >= 0
        && i < text.size()
        && text.at(i).word()
        && text.at(i).capitals()
        && text.text(i).length() > 3;
  }
}
