package casus.attribution;

import casus.attribution.Declension.Case;
import casus.attribution.SlavicCues.Found;
import casus.attribution.SlavicWords.Agreement;
import casus.attribution.SlavicWords.Kind;
import casus.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names for mentions, in the nominative: a surname to the fullest name with it, an office or a
/// pronoun to who held the floor last. Mentions must come in the order of the text.
final class SlavicSpeakers {
  private static final int REMEMBERED = 40;
  private static final Set<String> NAMELESS =
      Set.of(
          "источник",
          "собеседник",
          "крыніца",
          "суразмоўца",
          "очевидец",
          "сведка",
          "свидетель",
          "участник",
          "эксперты");
  private static final Set<String> MEN =
      Set.of("никита", "илья", "данила", "мікіта", "ілья", "даніла", "янка", "зміцер");

  private final String text;
  private final SlavicWords words;

  /// Words of the text that begin with a capital, in plain letters.
  private final Set<String> seen = new HashSet<>();

  /// A surname to the fullest name with it.
  private final Map<String, String> full = new LinkedHashMap<>();

  private final Map<String, Agreement> genders = new HashMap<>();
  private final List<String> persons = new ArrayList<>();
  private final List<String> institutions = new ArrayList<>();

  SlavicSpeakers(String text, SlavicWords words, List<Sentence> sentences, List<Found> all) {
    this.text = text;
    this.words = words;
    for (var s : sentences) for (var t : s.tokens()) if (t.capital()) seen.add(t.lower());
    for (var s : sentences) names(s);
    for (var found : all) {
      var speaker = found.frame().speaker();
      if (speaker != null) learn(tokens(speaker.start(), speaker.end()), found.speakerCase());
    }
  }

  /// The names of a sentence whose first names are known.
  private void names(Sentence s) {
    for (var i = 0; i + 1 < s.size(); i++) {
      var first = s.get(i);
      var last = s.get(i + 1);
      if (!first.capital() || !last.capital() || SlavicPhrases.upper(last) || listed(last))
        continue;
      for (var noun : words.nouns(first.lower())) {
        if (noun.kind() != Kind.GIVEN || noun.form().plural()) continue;
        var form = noun.form().grammaticalCase();
        if (form == Case.ACCUSATIVE
            || (form == Case.DATIVE && words.nouns(first.lower()).size() > 1)) continue;
        keep(person(List.of(first, last), form));
        break;
      }
    }
  }

  private void learn(List<Token> tokens, Case form) {
    var from = personFrom(tokens);
    if (from >= 0 && tokens.size() - from > 1)
      keep(person(tokens.subList(from, tokens.size()), form));
  }

  private void keep(String name) {
    var surname = SlavicWords.plain(name.substring(name.lastIndexOf(' ') + 1));
    var before = full.get(surname);
    if (before == null || (before.indexOf('.') > 0 && name.indexOf('.') < 0))
      full.put(surname, name);
  }

  private List<Token> tokens(int start, int end) {
    var tokens = new ArrayList<Token>();
    for (var sentence :
        new SlavicSentences(text, words).paragraph(0, new Span(start, end)).sentences())
      tokens.addAll(sentence.tokens());
    return tokens;
  }

  /// The name of who is mentioned in an attribution; empty where nobody is.
  String name(Found found) {
    var speaker = found.frame().speaker();
    if (speaker == null) return "";
    var tokens = tokens(speaker.start(), speaker.end());
    var mention = text.substring(speaker.start(), speaker.end());
    if (tokens.isEmpty()) return mention;
    if (found.frame().rule() == Rule.TRANSCRIPT) return mention;
    var name = name(tokens, found, mention);
    var first = tokens.getFirst();
    if (found.agreement() == Agreement.MAN || found.agreement() == Agreement.WOMAN)
      if (persons.contains(name) && found.speakerCase() == Case.NOMINATIVE)
        genders.putIfAbsent(name, found.agreement());
    if (words.is("he", first) && tokens.size() == 1) genders.putIfAbsent(name, Agreement.MAN);
    if (words.is("she", first) && tokens.size() == 1) genders.putIfAbsent(name, Agreement.WOMAN);
    return name;
  }

  private String name(List<Token> tokens, Found found, String mention) {
    if (tokens.size() == 1 && pronoun(tokens.getFirst())) {
      var meant = antecedent(tokens.getFirst());
      return meant == null ? mention : said(meant, persons);
    }
    var from = personFrom(tokens);
    if (from >= 0) {
      var name = person(tokens.subList(from, tokens.size()), found.speakerCase());
      var surname = SlavicWords.plain(name.substring(name.lastIndexOf(' ') + 1));
      return said(full.getOrDefault(surname, name), persons);
    }
    var office = generic(tokens, found);
    if (office != null) return said(office, persons.contains(office) ? persons : institutions);
    var name = phrase(tokens, found.speakerCase(), mention);
    if (!words.noun(head(tokens).lower(), Kind.PERSON)) said(name, institutions);
    return name;
  }

  private static String said(String name, List<String> among) {
    among.remove(name);
    among.add(name);
    if (among.size() > REMEMBERED) among.removeFirst();
    return name;
  }

  private boolean pronoun(Token t) {
    return words.is("he", t) || words.is("she", t) || words.is("they", t);
  }

  private @Nullable String antecedent(Token t) {
    if (words.is("they", t)) return institutions.isEmpty() ? null : institutions.getLast();
    var wanted = words.is("she", t) ? Agreement.WOMAN : Agreement.MAN;
    for (var candidate : persons.reversed()) {
      var gender = gender(candidate);
      if (gender == null || gender == wanted) return candidate;
    }
    return null;
  }

  private @Nullable Agreement gender(String name) {
    var known = genders.get(name);
    if (known != null) return known;
    var space = name.indexOf(' ');
    if (space < 0) return null;
    var first = SlavicWords.plain(name.substring(0, space));
    if (!words.noun(first, Kind.GIVEN)) return null;
    return woman(first) ? Agreement.WOMAN : Agreement.MAN;
  }

  private static boolean woman(String first) {
    return (first.endsWith("а")
            || first.endsWith("я")
            || first.equals("любовь")
            || first.equals("любоў"))
        && !MEN.contains(first);
  }

  /// `президент`, `ведомство`: an office or a body without a name means who spoke last.
  private @Nullable String generic(List<Token> tokens, Found found) {
    if (tokens.size() != 1) return null;
    var t = tokens.getFirst();
    for (var noun : words.nouns(t.lower())) {
      var lemma = noun.form().nominative();
      if (noun.form().plural() || NAMELESS.contains(lemma)) continue;
      if (noun.kind() == Kind.PERSON && !t.capital()) {
        for (var candidate : persons.reversed()) {
          var gender = gender(candidate);
          if (gender == null
              || found.speakerCase() != Case.NOMINATIVE
              || found.agreement() == Agreement.SINGULAR
              || found.agreement() == Agreement.NONE
              || gender == found.agreement()) return candidate;
        }
      }
      if (noun.kind() == Kind.INSTITUTION && !t.capital())
        for (var candidate : institutions.reversed())
          if (headed(candidate, lemma)) return candidate;
    }
    return null;
  }

  private static boolean headed(String institution, String lemma) {
    var plain = SlavicWords.plain(institution);
    if (plain.equals(lemma)) return false;
    if (plain.startsWith(lemma)) return true;
    var ministry =
        lemma.equals("ведомство")
            || lemma.equals("министерство")
            || lemma.equals("ведамства")
            || lemma.equals("міністэрства");
    return ministry
        && (plain.startsWith("мид")
            || plain.startsWith("мзс")
            || plain.startsWith("мин")
            || plain.startsWith("мін"));
  }

  private boolean listed(Token t) {
    for (var noun : words.nouns(t.lower())) if (noun.kind() != Kind.GIVEN) return true;
    return false;
  }

  private boolean given(Token t) {
    return words.noun(t.lower(), Kind.GIVEN);
  }

  /// Where a person's name begins in a mention, or -1.
  private int personFrom(List<Token> tokens) {
    var last = tokens.size() - 1;
    if (!nameWord(tokens.get(last))) return -1;
    var from = last;
    while (from > 0
        && last - from < 2
        && (nameWord(tokens.get(from - 1)) || SlavicPhrases.initial(tokens.get(from - 1)))) from--;
    if (from == last && from > 0) {
      var before = tokens.get(from - 1);
      if (!listed(before) && !before.capital()) return -1;
      if (words.noun(before.lower(), Kind.INSTITUTION)
          && !words.noun(before.lower(), Kind.PERSON)) {
        // "пресс-секретарь партии Берг": a person only where an office stands before.
        for (var t : tokens.subList(0, from)) if (words.noun(t.lower(), Kind.PERSON)) return from;
        return -1;
      }
    }
    return from;
  }

  private boolean nameWord(Token t) {
    return SlavicPhrases.initial(t)
        || (t.capital()
            && !t.quotation()
            && (!listed(t) || given(t))
            && (!SlavicPhrases.upper(t) || t.text().length() > 5));
  }

  /// A person's name in the nominative.
  private String person(List<Token> tokens, Case form) {
    var name = new StringBuilder();
    var woman = false;
    for (var i = 0; i < tokens.size(); i++) {
      var t = tokens.get(i);
      var last = i == tokens.size() - 1;
      var nominative = t.lower();
      if (form != Case.NOMINATIVE && !SlavicPhrases.initial(t)) {
        var given = last && i > 0 ? null : givenNominative(t, form);
        if (given != null) nominative = given;
        else if (t.lower().endsWith("о") || t.lower().endsWith("их") || t.lower().endsWith("ых"))
          nominative = t.lower();
        else if (!last || !woman || t.lower().length() > 2)
          nominative = words.declension.nominative(t.lower(), form, seen::contains, woman && last);
      }
      if (!last) woman = woman(nominative);
      if (!name.isEmpty()) name.append(' ');
      name.append(like(t.text(), t.lower(), nominative));
    }
    return name.toString();
  }

  private @Nullable String givenNominative(Token t, Case form) {
    for (var noun : words.nouns(t.lower()))
      if (noun.kind() == Kind.GIVEN && noun.form().grammaticalCase() == form)
        return noun.form().nominative();
    return null;
  }

  /// The letters of the text as far as they go, then those of another form.
  private static String like(String original, String plain, String form) {
    if (plain.equals(form)) return original;
    var shared = 0;
    var limit = Math.min(plain.length(), Math.min(form.length(), original.length()));
    if (original.length() != plain.length()) return form;
    while (shared < limit && plain.charAt(shared) == form.charAt(shared)) shared++;
    return original.substring(0, shared) + form.substring(shared);
  }

  private Token head(List<Token> tokens) {
    var s = new Sentence(0, tokens);
    return tokens.get(new SlavicPhrases(words).head(s, 0, tokens.size()));
  }

  /// A phrase in the nominative: its noun and the adjectives before it.
  private String phrase(List<Token> tokens, Case form, String mention) {
    if (form == Case.NOMINATIVE) return mention;
    var s = new Sentence(0, tokens);
    var at = new SlavicPhrases(words).head(s, 0, tokens.size());
    var head = tokens.get(at);
    if (head.quotation()) return mention;
    var plural = false;
    @Nullable String nominative = null;
    for (var noun : words.nouns(head.lower())) {
      if (noun.form().grammaticalCase() != form || nominative != null) continue;
      nominative = noun.form().nominative();
      plural = noun.form().plural();
    }
    if (nominative == null)
      nominative =
          SlavicPhrases.upper(head)
              ? head.lower()
              : words.declension.nominative(head.lower(), form, seen::contains, false);
    plural =
        plural || nominative.endsWith("ы") || nominative.endsWith("и") || nominative.endsWith("і");
    var name = new StringBuilder();
    for (var i = 0; i < at; i++) {
      var t = tokens.get(i);
      if (!words.declension.adjective(t.lower())) return mention;
      var own = words.declension.adjective(t.lower(), nominative, plural);
      name.append(like(t.text(), t.lower(), own)).append(' ');
    }
    name.append(like(head.text(), head.lower(), nominative));
    var start = tokens.getFirst().span().start();
    return name + mention.substring(head.span().end() - start);
  }
}
