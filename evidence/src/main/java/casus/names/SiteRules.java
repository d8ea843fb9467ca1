package casus.names;

import java.util.List;

/// Places by the words they are made of or that stand beside them: `Lake Chad`, `Karvona Dam`, `the
/// city of Mosul`, `near Karvona`, `Karvona, Syria`.
final class SiteRules {
  private final WordLists words;

  SiteRules(WordLists words) {
    this.words = words;
  }

  void propose(Wording text, List<Candidate> found) {
    for (var i = 0; i < text.size(); i++) {
      if (!text.capital(i)) continue;
      if (words.site.contains(text.text(i))) site(text, i, found);
      if (words.siteFirst.contains(text.text(i))) begun(text, i, found);
      if (words.direction.contains(text.text(i))) directed(text, i, found);
      beside(text, i, found);
    }
  }

  /// A place whose kind is its last word: `Karvona Dam`.
  private void site(Wording text, int head, List<Candidate> found) {
    var from = head;
    while (from > 0 && text.joined(from) && leads(text, from - 1) && head - from < 4) from--;
    if (from == head || official(text, head + 1)) return;
    found.add(new Candidate(from, head + 1, Kind.PLACE, 1.95));
  }

  /// Whether an office or a body follows: `District Judge`.
  private boolean official(Wording text, int i) {
    return text.joined(i)
        && text.capital(i)
        && (words.title.contains(text.text(i)) || words.body.contains(text.text(i)));
  }

  private boolean leads(Wording text, int i) {
    if (!text.capital(i) || text.functional(i)) return false;
    var word = text.text(i);
    if (words.title.contains(word) || words.body.contains(word)) return false;
    if (text.at(i).first() && (words.opening.contains(word) || text.common(word))) return false;
    return !text.heading(i) || text.known(i) != null;
  }

  /// A place whose kind is its first word: `Mount Zerno`, `Gulf of Oman`.
  private void begun(Wording text, int i, List<Candidate> found) {
    if (!text.joined(i + 1)) return;
    var name = i + 1;
    if (text.text(name).equals("of")) {
      name++;
      if (text.text(name).equals("the")) name++;
    }
    if (!text.capital(name) || text.functional(name) || words.body.contains(text.text(name)))
      return;
    if (name == i + 1 && words.title.contains(text.text(i - 1))) return;
    var match = text.known(name);
    var to = match == null ? name + 1 : match.end();
    found.add(new Candidate(i, to, Kind.PLACE, 1.95));
    if (text.joined(to)
        && text.capital(to)
        && !text.functional(to)
        && words.site.contains(text.text(to))) found.add(new Candidate(i, to + 1, Kind.PLACE, 2.1));
  }

  /// `Northern Iraq`, `East Mosul`.
  private void directed(Wording text, int i, List<Candidate> found) {
    var match = text.joined(i + 1) ? text.known(i + 1) : null;
    if (match == null || match.known().kind() != Kind.PLACE || !text.capital(i + 1)) return;
    if (text.at(i).first() && text.common(text.text(i))) return;
    found.add(new Candidate(i, match.end(), Kind.PLACE, 2.2));
  }

  /// A name that nothing is known of but that a place's word stands beside it.
  private void beside(Wording text, int i, List<Candidate> found) {
    if (!text.named(i) || (i > 0 && text.joined(i) && text.named(i - 1))) return;
    var to = i + 1;
    while (to < text.size()
        && to - i < 4
        && text.joined(to)
        && text.capital(to)
        && !text.functional(to)
        && !words.body.contains(text.text(to))) to++;
    if (words.title.contains(text.text(i)) || words.offices.contains(text.text(i))) return;
    if (words.body.contains(text.text(to)) && text.joined(to)) return;
    if (text.at(i).capitals() && text.text(i).length() < 6) return;
    if (text.stateWords(i) > 0 || words.events.contains(text.text(to - 1))) return;
    var before = text.small(i - 1);
    var strength = 0.0;
    if (before.equals("of") && words.placeKind.contains(text.text(i - 2))) strength = 2.3;
    else if (before.equals("of") && words.taken.contains(text.text(i - 2))) strength = 1.6;
    else if (words.takes.contains(before)) strength = 1.6;
    else if (before.equals("near")) strength = 2;
    else if (before.equals("in")) strength = 1.75;
    else if (words.beforePlaces.contains(before)) strength = 1.45;
    var after = text.text(to);
    if (words.placeKind.contains(after) && text.joined(to) && !after.equals("state"))
      strength = Math.max(2, strength + 0.3);
    if (after.equals(",") && text.capital(to + 1)) {
      var match = text.known(to + 1);
      if (match != null && match.known().kind() == Kind.PLACE && strength > 0) strength += 0.4;
      else if (match != null
          && match.known().kind() == Kind.PLACE
          && match.known().sure()
          && to - i < 3
          && closes(text, match.end())) strength = 1.6;
    }
    if (after.equals(",") && apposed(text, to + 1)) strength = Math.max(2, strength);
    if (strength > 0) found.add(new Candidate(i, to, Kind.PLACE, strength));
  }

  /// `, an area outside`, `, the northern city`.
  private boolean apposed(Wording text, int i) {
    var article = text.text(i);
    if (!article.equals("a") && !article.equals("an") && !article.equals("the")) return false;
    var owner = text.text(i + 2).startsWith("'") || text.text(i + 2).startsWith("’");
    return (words.placeKind.contains(text.text(i + 1)) && !owner)
        || words.placeKind.contains(text.text(i + 2));
  }

  /// Whether an apposition ends where a place stands: `Karvona, Syria, said`.
  private static boolean closes(Wording text, int i) {
    var mark = text.text(i);
    return mark.equals(",") || mark.equals(".") || mark.equals(")") || mark.isEmpty();
  }
}
