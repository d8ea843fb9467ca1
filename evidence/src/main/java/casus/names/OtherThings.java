package casus.names;

/// Ships, operations, treaties and the like, whose names look like those of persons and places.
final class OtherThings {
  private final WordLists words;

  OtherThings(WordLists words) {
    this.words = words;
  }

  /// Whether words belong to the name of such a thing: `HMS Ocean`, `Operation Steel Dawn`, `Treaty
  /// of Riga`.
  boolean own(Wording text, Candidate candidate) {
    var from = candidate.from();
    if (words.ships.contains(text.text(from))) return true;
    var to = candidate.to();
    if (text.joined(to)
        && text.capital(to)
        && words.events.contains(text.text(to))
        && text.known(from) == null) return true;
    if (!text.joined(from)) return false;
    var before = text.text(from - 1);
    if (words.ships.contains(before)) return true;
    if (before.equals("of"))
      return text.capital(from - 2) && words.events.contains(text.text(from - 2));
    for (var i = from; i > 0 && from - i < 6 && text.joined(i) && text.capital(i - 1); i--)
      if (words.operations.contains(text.text(i - 1))) return true;
    return false;
  }
}
