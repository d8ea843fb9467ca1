package casus.names;

import java.util.List;
import java.util.Locale;

/// Persons by their titles, their given names and what they do: `Gen. Berg`, `Anna Berg`, `Berg
/// said`.
final class PersonRules {
  private static final int LONGEST = 5;
  private final WordLists words;

  PersonRules(WordLists words) {
    this.words = words;
  }

  void propose(Wording text, List<Candidate> found) {
    for (var i = 0; i < text.size(); i++) {
      if (!text.capital(i)) continue;
      var given = given(text, i) && !asks(text, i);
      if (titled(text, i)) {
        var to = end(text, i);
        if (to > i) found.add(new Candidate(i, to, Kind.PERSON, 2.15));
      } else if (given) {
        var to = end(text, i);
        if (to > i + 1) found.add(new Candidate(i, to, Kind.PERSON, 2.05));
        else if (to == i + 1
            && text.named(i)
            && !text.heading(i)
            && !words.givenWords.contains(text.text(i)))
          found.add(new Candidate(i, to, Kind.PERSON, 1.5));
      } else if (words.particleCapital.contains(text.text(i)) || particled(text, i)) {
        var to = end(text, i);
        if (to > i + 1) found.add(new Candidate(i, to, Kind.PERSON, 1.7));
      }
      if (!given) unknown(text, i, found);
    }
  }

  /// `Will Russia invade?`
  private boolean asks(Wording text, int i) {
    return text.at(i).first()
        && words.givenWords.contains(text.text(i))
        && (text.known(i + 1) != null || text.stateWords(i + 1) > 0);
  }

  private boolean given(Wording text, int i) {
    var word = text.text(i);
    if (words.given.contains(word)) return !(text.at(i).first() && text.common(word));
    if (words.givenWords.contains(word)) return !text.at(i).first() || !text.common(word);
    var hyphen = word.indexOf('-');
    return hyphen > 0 && words.given.contains(word.substring(0, hyphen));
  }

  /// `Omar al-Shami`: a capital and an Arabic article.
  private boolean particled(Wording text, int i) {
    if (!text.named(i) || !part(text, i) || !text.joined(i + 1)) return false;
    var next = text.text(i + 1);
    return (next.startsWith("al-") || next.startsWith("el-")) && text.known(i) == null;
  }

  /// Whether a title stands right before a place.
  private boolean titled(Wording text, int i) {
    if (!part(text, i) || !text.joined(i)) return false;
    var before = text.text(i - 1);
    if (words.titleSmall.contains(before)) return text.known(i) == null || given(text, i);
    if (!text.capital(i - 1)) return false;
    if (words.title.contains(before) || shouted(before)) return surname(text, i);
    return words.office.contains(before) && i > 1 && office(text, i - 2);
  }

  /// Whether a word after a title can be a surname: a known place can, if it is of one word and no
  /// state.
  private static boolean surname(Wording text, int i) {
    var match = text.known(i);
    return match == null
        || !match.known().sure()
        || (match.end() == i + 1 && match.known().state() == null);
  }

  /// Where a person's name begins if the title before a lone surname is part of it: `Foreign
  /// Minister Berg`.
  ///
  /// @param limit where the name before it ends
  int withTitle(Wording text, Candidate name, int limit) {
    var from = name.from();
    if (name.kind() != Kind.PERSON || name.to() - from > 1) return from;
    var begin = from;
    while (from > limit && text.joined(from) && text.capital(from - 1)) {
      var word = text.text(from - 1);
      if (words.title.contains(word) || shouted(word)) begin = from - 1;
      else if (!words.office.contains(word)) break;
      else if (begin < name.from() && !text.functional(from - 1)) begin = from - 1;
      from--;
      if (text.joined(from)
          && text.text(from - 1).equals("of")
          && from - 2 >= limit
          && words.title.contains(text.text(from - 2))) {
        from -= 2;
        begin = from;
      }
    }
    return begin;
  }

  /// A title in capitals, as transcripts have it: `SECRETARY HALE`.
  private boolean shouted(String word) {
    return word.length() > 1
        && word.equals(word.toUpperCase(Locale.ROOT))
        && words.title.contains(word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT));
  }

  private boolean office(Wording text, int i) {
    return words.title.contains(text.text(i))
        || (text.text(i).equals("of") && words.title.contains(text.text(i - 1)));
  }

  /// Whether a word can be part of a person's name.
  private boolean part(Wording text, int i) {
    if (!text.capital(i) || text.functional(i)) return false;
    var word = text.text(i);
    if (word.length() == 1 && !text.joined(i + 1)) return false;
    return !words.title.contains(word)
        && !words.other.contains(word)
        && !text.digits(i)
        && !words.offices.contains(word)
        && !words.body.contains(word)
        && !(words.office.contains(word) && !words.given.contains(word))
        && !(text.at(i).capitals()
            && !text.heading(i)
            && !text.at(i).initial()
            && word.length() < 5
            && !shouted(text.text(i - 1)));
  }

  /// Where the name of a person that begins at a place ends.
  private int end(Wording text, int from) {
    var to = from;
    while (to < text.size() && to - from < LONGEST) {
      if (to > from && !text.joined(to)) break;
      if (part(text, to)) {
        if (to > from && (breaks(text, to) || tells(text, to))) break;
        to++;
        if (nicknamed(text, to)) to += 3;
      } else if (to > from
          && words.particle.contains(text.text(to))
          && text.joined(to + 1)
          && (part(text, to + 1) || words.particle.contains(text.text(to + 1)))) {
        if (text.text(to).equals("as") || text.text(to).equals("an") || text.text(to).equals("e")) {
          if (!text.text(to + 1).startsWith("S")) break;
        }
        to++;
      } else break;
    }
    while (to > from && words.particle.contains(text.text(to - 1))) to--;
    if (text.text(to).equals("Jr.") || text.text(to).equals("Sr.")) to++;
    return to;
  }

  /// Whether a nickname stands at a place, and more of the name after it: `“Tex” Berg`.
  private boolean nicknamed(Wording text, int i) {
    return text.joined(i)
        && (text.text(i).equals("\"") || text.text(i).equals("“"))
        && text.capital(i + 1)
        && (text.text(i + 2).equals("\"") || text.text(i + 2).equals("”"))
        && text.joined(i + 3)
        && part(text, i + 3);
  }

  /// Whether a word of a heading is none of a name's: `Anna Berg Could Win`.
  private boolean tells(Wording text, int i) {
    var word = text.text(i);
    return text.heading(i)
        && (words.opening.contains(word)
            || text.common(word)
            || word.endsWith("ed")
            || word.endsWith("ing"));
  }

  /// Whether something else begins at a place, so that the name ends.
  private boolean breaks(Wording text, int i) {
    if (text.text(i).equals("Al") || words.particleCapital.contains(text.text(i))) return false;
    var match = text.known(i);
    if (match != null && (match.end() > i + 1 || match.known().kind() == Kind.ORGANISATION))
      return true;
    if (match != null && match.known().state() != null)
      return text.capital(i + 1) || !text.joined(i);
    return words.site.contains(text.text(i)) && !words.siteSurname.contains(text.text(i));
  }

  /// Capitals that nothing is known of: two or three in a row, or one that speaks.
  private void unknown(Wording text, int i, List<Candidate> found) {
    if (!text.named(i) || !part(text, i) || text.heading(i)) return;
    if (text.joined(i)
        && (text.named(i - 1) || (text.text(i - 1).equals("of") && text.capital(i - 2)))) return;
    if (text.known(i) != null || text.stateWords(i) > 0 || words.siteFirst.contains(text.text(i)))
      return;
    if (words.direction.contains(text.text(i))) return;
    var to = end(text, i);
    var length = to - i;
    if (length > 4 || length < 1) return;
    var whole = !(text.joined(to) && text.capital(to) && !text.functional(to));
    var speaks = words.says.contains(text.text(to)) || words.says.contains(text.text(i - 1));
    var apposed = text.text(to).equals(",") && apposition(text.text(to + 1));
    if (!whole || ordinary(text, i, to)) return;
    if (length == 1 && text.text(i).startsWith("al-"))
      found.add(new Candidate(i, to, Kind.PERSON, 1.6));
    if (length > 1)
      found.add(new Candidate(i, to, Kind.PERSON, 1.35 + (speaks ? 0.5 : 0) + (apposed ? 0.3 : 0)));
    else if (speaks && !text.at(i).capitals()) found.add(new Candidate(i, to, Kind.PERSON, 1.75));
  }

  /// Whether one of the words is one of the language: `Crossing Continents`.
  private boolean ordinary(Wording text, int from, int to) {
    for (var i = from; i < to; i++) {
      var word = text.text(i);
      if ((text.common(word) && !words.particle.contains(word))
          || words.opening.contains(word)
          || words.site.contains(word)
          || word.endsWith("ing")
          || word.endsWith("tion")) return true;
    }
    return false;
  }

  private boolean apposition(String word) {
    return word.equals("a")
        || word.equals("an")
        || word.equals("who")
        || word.equals("the")
        || words.titleSmall.contains(word);
  }
}
