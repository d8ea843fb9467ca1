package casus.attribution;

import casus.attribution.Clauses.Phrase;
import casus.attribution.Declension.Case;
import casus.attribution.SlavicWords.Agreement;
import casus.attribution.SlavicWords.Kind;
import casus.attribution.SlavicWords.Verb;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Noun phrases of Russian and Belarusian, as far as words, endings and marks tell them, and which
/// of them can be a subject.
final class SlavicPhrases {
  private final SlavicWords words;

  SlavicPhrases(SlavicWords words) {
    this.words = words;
  }

  /// Where the noun phrase that begins at a token ends; the same token if none begins there.
  ///
  /// @param limit where it must end
  /// @param oblique whether it stands after a preposition
  int end(Sentence s, int from, int limit, boolean oblique) {
    if (from >= limit || !begins(s, from)) return from;
    var i = from;
    var named = false;
    var office = false;
    while (i < limit) {
      var t = s.get(i);
      if (t.quotation()) {
        if (i == from || s.size() <= i) break;
        i++;
        named = true;
        continue;
      }
      if (!part(s, i)) {
        if (i > from && joins(s, i, from, limit)) {
          i++;
          continue;
        }
        break;
      }
      if (i > from && t.word()) {
        var before = s.get(i - 1);
        var person = t.capital() && !listed(t) && !words.declension.adjective(t.lower());
        if (oblique
            && t.capital()
            && named
            && !office
            && !given(before)
            && !initial(before)
            && !genitivePlace(t)) break;
        if (oblique && person && !before.capital() && !before.quotation() && parted(before, t))
          break;
        if (oblique
            && person
            && !office
            && before.capital()
            && !given(before)
            && !initial(before)
            && obliqueName(before) != obliqueName(t)) break;
        if (oblique && !adjectival(before) && nominativeOnly(t)) break;
        if (named && !t.capital() && closed(before) && (i > 1 || given(before))) break;
        if (words.is("addressees", t) && !t.capital()) break;
        if (pronoun(t)) break;
      }
      if (words.noun(t.lower(), Kind.PERSON)) office = true;
      if (t.capital()) named = true;
      i++;
      if (pronoun(t)) break;
    }
    return i;
  }

  /// Whether a person's name ends with a word: nothing in lower case goes on after it.
  private boolean closed(Token t) {
    return t.quotation()
        || (t.capital() && !listed(t) && !words.declension.adjective(t.lower()) && !upper(t));
  }

  /// Whether a place or an abbreviation can depend on a name before it: `МИД РФ`.
  private boolean genitivePlace(Token t) {
    if (upper(t)) return true;
    for (var noun : words.nouns(t.lower()))
      if (noun.kind() == Kind.PLACE && noun.form().grammaticalCase() == Case.GENITIVE) return true;
    return false;
  }

  /// Whether a name begins a phrase of its own after a noun in another case: `на встрече с рабочими
  /// Берг`.
  private boolean parted(Token noun, Token name) {
    if (adjectival(noun)) return false;
    for (var each : words.nouns(noun.lower()))
      if (!each.form().plural() || each.kind() == Kind.INSTITUTION) return false;
    var w = name.lower();
    for (var ending : new String[] {"а", "я", "ой", "ой", "ого", "ей", "ых", "ага", "ай"})
      if (w.endsWith(ending)) return false;
    return true;
  }

  private boolean adjectival(Token t) {
    return words.nouns(t.lower()).isEmpty() && words.declension.adjective(t.lower());
  }

  /// Whether a noun can only be a subject or an object, so that it depends on no noun before it.
  private boolean nominativeOnly(Token t) {
    var nouns = words.nouns(t.lower());
    for (var noun : nouns)
      if (noun.form().grammaticalCase() != Case.NOMINATIVE
          && noun.form().grammaticalCase() != Case.ACCUSATIVE) return false;
    return !nouns.isEmpty() && !upper(t);
  }

  /// Whether a name looks like the instrumental, dative or genitive of one.
  private static boolean obliqueName(Token t) {
    var w = t.lower();
    return w.endsWith("ым")
        || w.endsWith("им")
        || w.endsWith("ом")
        || w.endsWith("ем")
        || w.endsWith("ой")
        || w.endsWith("у");
  }

  private boolean listed(Token t) {
    for (var noun : words.nouns(t.lower())) if (noun.kind() != Kind.GIVEN) return true;
    return false;
  }

  private boolean given(Token t) {
    return words.noun(t.lower(), Kind.GIVEN);
  }

  static boolean initial(Token t) {
    return t.word() && t.text().length() == 2 && t.text().endsWith(".");
  }

  static boolean upper(Token t) {
    return t.capital()
        && t.text().length() > 1
        && t.text().equals(t.text().toUpperCase(Locale.ROOT));
  }

  private boolean begins(Sentence s, int i) {
    var t = s.get(i);
    if (!t.word() || !part(s, i)) return false;
    return true;
  }

  /// Whether a word can stand inside a noun phrase.
  private boolean part(Sentence s, int i) {
    var t = s.get(i);
    if (t.kind() == Token.Kind.NUMBER) return true;
    if (!t.word()) return false;
    if (pronoun(t)) return true;
    if (words.is("prepositions", t)
        || words.is("conjunctions", t)
        || words.is("who", t)
        || words.is("not", t)
        || words.is("would", t)
        || words.is("allegedly", t)) return false;
    if (adverb(t)) return false;
    if (day(s, i)) return false;
    var verb = words.verb(t);
    return verb == null || (t.capital() && i > 0 && verb.tense() == SlavicWords.Tense.INFINITIVE);
  }

  boolean pronoun(Token t) {
    return words.is("he", t) || words.is("she", t) || words.is("they", t);
  }

  /// Whether a preposition or `and` goes on with a phrase: `a source in the ministry`, `Ivanov and
  /// Petrov`.
  private boolean joins(Sentence s, int i, int from, int limit) {
    if (i + 1 >= limit) return false;
    var t = s.get(i);
    var next = s.get(i + 1);
    if (initial(t)) return true;
    if (words.is("prepositions", t))
      return sourcelike(s, from, i)
          && begins(s, i + 1)
          && !day(s, i + 1)
          && !words.is("addressees", next);
    if (!t.is("и") && !t.is("і")) return false;
    return s.get(i - 1).capital() && next.capital() && begins(s, i + 1);
  }

  /// Whether a phrase is headed by a source or a representative, whom a place describes.
  private boolean sourcelike(Sentence s, int from, int to) {
    for (var i = from; i < to; i++) {
      var t = s.get(i);
      if (t.capital() && i > 0 && i > from && !listed(t)) return false;
      for (var stem :
          new String[] {
            "источник",
            "собеседник",
            "представител",
            "чиновник",
            "постпред",
            "посол",
            "крыніц",
            "суразмоў",
            "прадстаўні",
            "чыноўні",
            "пасол",
            "эксперт"
          }) if (t.lower().startsWith(stem)) return true;
    }
    return false;
  }

  boolean adverb(Token t) {
    if (!t.word()) return false;
    if (words.is("adverbs", t)) return true;
    var w = t.lower();
    if (t.capital() || w.length() < 5 || !words.nouns(w).isEmpty()) return false;
    if (words.belarusian())
      return (w.endsWith("на") || w.endsWith("ва")) && w.length() > 7 && !w.endsWith("ства");
    return w.endsWith("о") && !w.endsWith("ство") && !w.endsWith("ого") && !w.endsWith("его");
  }

  /// Where words that say when end: `в понедельник`, `9 августа 2020 года`, `накануне`.
  int dayEnd(Sentence s, int from) {
    var i = from;
    if (i < s.size() && words.is("in", s.get(i))) i++;
    if (i >= s.size()) return from;
    var t = s.get(i);
    if (words.is("days", t)) {
      i++;
      if (s.is(i, ",") && i + 1 < s.size() && s.get(i + 1).kind() == Token.Kind.NUMBER) {
        var later = dayEnd(s, i + 1);
        return later > i + 1 ? later : i;
      }
      return i;
    }
    if (t.kind() != Token.Kind.NUMBER || i + 1 >= s.size()) return from;
    if (!words.is("months", s.get(i + 1))) return from;
    i += 2;
    if (i < s.size() && s.get(i).kind() == Token.Kind.NUMBER) {
      i++;
      if (i < s.size() && (s.get(i).lower().startsWith("год") || s.get(i).is("г."))) i++;
    }
    return i;
  }

  boolean day(Sentence s, int i) {
    return dayEnd(s, i) > i;
  }

  /// Whether a phrase can be the subject of a verb: not in another case, and of its number and
  /// gender as far as it shows them.
  boolean subject(Sentence s, int from, int to, Verb verb) {
    var head = head(s, from, to);
    var t = s.get(head);
    if (t.kind() == Token.Kind.NUMBER) return verb.agreement() == Agreement.PLURAL;
    if (pronoun(t)) return pronounAgrees(t, verb);
    var nouns = words.nouns(t.lower());
    if (!nouns.isEmpty()) {
      for (var noun : nouns) {
        if (noun.form().grammaticalCase() != Case.NOMINATIVE) continue;
        var plural = noun.form().plural();
        if (verb.agreement() == Agreement.PLURAL ? plural || and(s, from, to) : !plural)
          return true;
        if (upper(t)) return true;
      }
      return false;
    }
    if (upper(t)) return verb.agreement() != Agreement.PLURAL || t.is("сми");
    var w = t.lower();
    for (var ending :
        new String[] {
          "ого", "ому", "ами", "ями", "ах", "ях", "ую", "ага", "аму", "амі", "ямі", "ым"
        }) if (w.endsWith(ending) && w.length() > 4) return false;
    if (verb.agreement() == Agreement.PLURAL) {
      if (and(s, from, to)) return true;
      return w.endsWith("и")
          || w.endsWith("ы")
          || w.endsWith("і")
          || w.endsWith("е")
          || w.endsWith("я");
    }
    if (t.capital()) {
      if (w.endsWith("ом") || w.endsWith("ем") || w.endsWith("ой") || w.endsWith("ою"))
        return false;
      if (verb.agreement() == Agreement.MAN && (w.endsWith("ова") || w.endsWith("ева")))
        return false;
      return !(verb.agreement() == Agreement.WOMAN
          && (w.endsWith("ов") || w.endsWith("ев") || w.endsWith("ин")));
    }
    if (w.endsWith("ом")
        || w.endsWith("ем")
        || w.endsWith("ой")
        || w.endsWith("ы")
        || w.endsWith("и")
        || w.endsWith("у")
        || w.endsWith("ю")) return false;
    if (verb.agreement() == Agreement.WOMAN)
      return w.endsWith("а") || w.endsWith("я") || w.endsWith("ь");
    if (verb.agreement() == Agreement.NEUTER)
      return w.endsWith("о") || w.endsWith("е") || w.endsWith("а");
    if (verb.agreement() == Agreement.MAN)
      return !w.endsWith("о") && !w.endsWith("е") && !w.endsWith("а") && !w.endsWith("я");
    return true;
  }

  private boolean and(Sentence s, int from, int to) {
    for (var i = from; i < to; i++) if (s.is(i, "и") || s.is(i, "і")) return true;
    return false;
  }

  private boolean pronounAgrees(Token t, Verb verb) {
    if (!(t.is("он") || t.is("она") || t.is("они") || t.is("ен") || t.is("яна") || t.is("яны")))
      return false;
    return switch (verb.agreement()) {
      case MAN -> words.is("he", t);
      case WOMAN -> words.is("she", t);
      case PLURAL -> words.is("they", t);
      default -> !words.is("they", t);
    };
  }

  /// The noun of a phrase: its first word that is no adjective, or its last.
  int head(Sentence s, int from, int to) {
    for (var i = from; i < to; i++) {
      var t = s.get(i);
      if (t.kind() == Token.Kind.NUMBER || t.quotation()) continue;
      if (!words.nouns(t.lower()).isEmpty() || pronoun(t)) return i;
      if (!words.declension.adjective(t.lower()) && !t.lower().equals("член")) return i;
    }
    return to - 1;
  }

  @Nullable Phrase subjectAfter(Sentence s, int from, Verb verb) {
    var to = end(s, from, s.size(), false);
    if (to == from || !subject(s, from, to, verb)) return null;
    return new Phrase(from, to);
  }

  /// The last phrase before a verb, in the part of the sentence from a token on, that can be its
  /// subject.
  @Nullable Phrase subjectBefore(Sentence s, int from, int verbAt, Verb verb) {
    @Nullable Phrase found = null;
    var i = from;
    while (i < verbAt) {
      var t = s.get(i);
      var day = dayEnd(s, i);
      if (day > i) {
        i = day;
      } else if (words.is("prepositions", t)) {
        var end = end(s, i + 1, verbAt, true);
        i = Math.max(i + 1, end);
      } else {
        var end = end(s, i, verbAt, false);
        if (end > i) {
          if (subject(s, i, end, verb)) found = new Phrase(i, end);
          i = end;
        } else {
          i++;
        }
      }
    }
    return found;
  }
}
