package casus.attribution;

import casus.attribution.Declension.Case;
import casus.attribution.Declension.Form;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The words of one East Slavic language, `ru.txt` or `be.txt`, inflected. All are kept in plain
/// letters: lower case, `ё` as `е`, straight apostrophes.
final class SlavicWords {
  /// What a form of a verb says of its subject.
  enum Tense {
    PAST,
    PRESENT,
    FUTURE,
    GERUND,
    INFINITIVE,
    IMPERSONAL
  }

  enum Agreement {
    MAN,
    WOMAN,
    NEUTER,
    PLURAL,
    SINGULAR,
    NONE
  }

  /// A form of a verb of reporting.
  ///
  /// @param frames what its content may be, as in the file
  record Verb(String lemma, Act act, Set<String> frames, Tense tense, Agreement agreement) {
    boolean takes(String frame) {
      return frames.contains(frame);
    }

    boolean finite() {
      return tense == Tense.PAST || tense == Tense.PRESENT || tense == Tense.FUTURE;
    }
  }

  /// Words before who says it.
  record Source(List<String> words, Case governs, Act act) {}

  enum Kind {
    PERSON,
    INSTITUTION,
    DOCUMENT,
    PLACE,
    GIVEN
  }

  /// What a form of a noun may be.
  record Noun(Kind kind, Form form) {}

  private final Map<String, List<String>> sections = new LinkedHashMap<>();
  private final Map<String, Set<String>> sets = new HashMap<>();
  private final Map<String, List<Verb>> verbs = new HashMap<>();
  private final Map<String, List<Noun>> nouns = new HashMap<>();
  private final Map<String, Act> voiced = new HashMap<>();
  private final List<Source> sources = new ArrayList<>();
  private final boolean belarusian;
  final Declension declension;

  /// @param language `ru` or `be`
  SlavicWords(String language) {
    belarusian = language.equals("be");
    declension = new Declension(belarusian);
    read(language + ".txt");
    for (var section : sections.keySet()) {
      var words = new HashSet<String>();
      for (var line : lines(section)) words.addAll(List.of(line.split(" ", -1)));
      sets.put(section, words);
    }
    for (var line : lines("verbs")) addVerb(line);
    for (var line : lines("predicates")) addPredicate(line);
    for (var line : lines("voiced")) {
      var words = line.split(" ", -1);
      for (var i = 0; i < words.length - 1; i++) voiced.put(words[i], act(words[words.length - 1]));
    }
    for (var line : lines("sources")) addSource(line);
    addNouns("given", Kind.GIVEN);
    addNouns("places", Kind.PLACE);
    addNouns("documents", Kind.DOCUMENT);
    addNouns("institutions", Kind.INSTITUTION);
    addNouns("persons", Kind.PERSON);
    for (var word : set("impersonal")) addForm(word, word, Act.STATE, says(), Tense.IMPERSONAL);
    for (var word : set("known")) addForm(word, word, Act.STATE, says(), Tense.IMPERSONAL);
  }

  private static Set<String> says() {
    return Set.of("clause", "quote");
  }

  /// A word in plain letters; Latin letters that look like Cyrillic ones are taken for them in a
  /// word that has Cyrillic ones.
  static String plain(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    var cyrillic = false;
    for (var i = 0; i < lower.length() && !cyrillic; i++)
      cyrillic = lower.charAt(i) >= 'Ѐ' && lower.charAt(i) <= 'ӿ';
    var plain = new StringBuilder(lower.length());
    for (var i = 0; i < lower.length(); i++) {
      var c = lower.charAt(i);
      if (c == 'ё') c = 'е';
      else if (c == '’' || c == 'ʼ') c = '\'';
      else if (c == '‑') c = '-';
      else if (cyrillic && c < 128) c = alike(c);
      if (c != '\u0301') plain.append(c);
    }
    return plain.toString();
  }

  private static char alike(char c) {
    var at = "aceiopxy".indexOf(c);
    return at < 0 ? c : "асеіорху".charAt(at);
  }

  boolean belarusian() {
    return belarusian;
  }

  /// Whether a word is in a section of the file.
  boolean is(String section, String plain) {
    return set(section).contains(plain);
  }

  boolean is(String section, Token token) {
    return token.word() && set(section).contains(token.lower());
  }

  private Set<String> set(String section) {
    return sets.getOrDefault(section, Set.of());
  }

  /// The forms of verbs that a word can be, those that are finite first.
  List<Verb> verbs(Token token) {
    return token.word() ? verbs.getOrDefault(token.lower(), List.of()) : List.of();
  }

  /// What a word is as a verb of reporting, or null.
  @Nullable Verb verb(Token token) {
    var found = verbs(token);
    return found.isEmpty() ? null : found.getFirst();
  }

  List<Noun> nouns(String plain) {
    return nouns.getOrDefault(plain, List.of());
  }

  boolean noun(String plain, Kind kind) {
    for (var noun : nouns(plain)) if (noun.kind() == kind) return true;
    return false;
  }

  /// The act of what is voiced: `выразил надежду`.
  @Nullable Act voiced(Token token) {
    return voiced.get(token.lower());
  }

  List<Source> sources() {
    return sources;
  }

  private List<String> lines(String section) {
    return sections.getOrDefault(section, List.of());
  }

  private void read(String name) {
    try (var stream = SlavicWords.class.getResourceAsStream(name)) {
      if (stream == null) throw new IllegalStateException(name + " is not in the jar");
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      var section = "";
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isBlank() || line.startsWith("#")) continue;
        if (line.startsWith("= ")) {
          var colon = line.indexOf(':');
          section = line.substring(2, colon < 0 ? line.length() : colon).strip();
        } else {
          sections.computeIfAbsent(section, none -> new ArrayList<>()).add(kept(line.strip()));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Plain letters, but acts, cases and frames as they stand.
  private static String kept(String line) {
    var words = line.split(" ", -1);
    for (var i = 0; i < words.length; i++)
      if (words[i].charAt(0) > 'z' || Character.isLowerCase(words[i].charAt(0)))
        words[i] = plain(words[i]);
    return String.join(" ", words);
  }

  private static Act act(String name) {
    return Act.valueOf(name);
  }

  private void addSource(String line) {
    var words = new ArrayList<>(List.of(line.split(" ", -1)));
    var act = act(words.removeLast());
    var governs =
        switch (words.removeLast()) {
          case "GEN" -> Case.GENITIVE;
          case "DAT" -> Case.DATIVE;
          case "ACC" -> Case.ACCUSATIVE;
          default -> Case.INSTRUMENTAL;
        };
    sources.add(new Source(List.copyOf(words), governs, act));
    sources.sort((one, other) -> other.words().size() - one.words().size());
  }

  private void addNouns(String section, Kind kind) {
    for (var line : lines(section))
      for (var word : line.split(" ", -1))
        for (var form : declension.noun(word))
          nouns.computeIfAbsent(form.text(), none -> new ArrayList<>()).add(new Noun(kind, form));
  }

  private void addPredicate(String line) {
    var parts = line.split(" ", -1);
    var word = parts[0];
    var stem = belarusian ? word.substring(0, word.length() - 1) : word;
    var known = Set.of(Arrays.copyOfRange(parts, 2, parts.length));
    if (belarusian) {
      addForm(word, word, act(parts[1]), known, Tense.PRESENT, Agreement.MAN);
      addForm(stem + "ая", word, act(parts[1]), known, Tense.PRESENT, Agreement.WOMAN);
      addForm(stem + "ыя", word, act(parts[1]), known, Tense.PRESENT, Agreement.PLURAL);
      return;
    }
    addForm(word, word, act(parts[1]), known, Tense.PRESENT, Agreement.MAN);
    addForm(word + "а", word, act(parts[1]), known, Tense.PRESENT, Agreement.WOMAN);
    addForm(word + "ы", word, act(parts[1]), known, Tense.PRESENT, Agreement.PLURAL);
    addForm(word + "о", word, act(parts[1]), known, Tense.PRESENT, Agreement.NEUTER);
  }

  private void addVerb(String line) {
    var parts = line.split(" ", -1);
    var act = act(parts[2]);
    var frames = new HashSet<String>();
    for (var i = 3; i < parts.length; i++) frames.add(parts[i]);
    var known = Set.copyOf(frames);
    for (var aspect = 0; aspect < 2; aspect++)
      if (!parts[aspect].equals("-"))
        addParadigm(parts[aspect].split(":", -1), act, known, aspect == 0);
  }

  /// @param parts infinitive, third persons singular and plural, past; what is left out is regular
  private void addParadigm(String[] parts, Act act, Set<String> frames, boolean perfective) {
    var infinitive = parts[0];
    var reflexive = infinitive.endsWith(belarusian ? "цца" : "ся");
    var base = infinitive;
    if (reflexive && belarusian) base = infinitive.substring(0, infinitive.length() - 3) + "ць";
    else if (reflexive) base = infinitive.substring(0, infinitive.length() - 2);
    var tense = perfective ? Tense.FUTURE : Tense.PRESENT;
    var singular = parts.length > 1 ? parts[1] : own(singular(base), reflexive);
    var plural = parts.length > 2 ? parts[2] : own(plural(base), reflexive);
    addForm(infinitive, infinitive, act, frames, Tense.INFINITIVE);
    addForm(singular, infinitive, act, frames, tense, Agreement.SINGULAR);
    addForm(plural, infinitive, act, frames, tense, Agreement.PLURAL);
    var l = belarusian ? "ў" : "л";
    var past =
        parts.length > 3 ? parts[3] : own(base.substring(0, base.length() - 2) + l, reflexive);
    addPast(past, infinitive, act, frames, reflexive);
    addGerund(base, plural, infinitive, act, frames, perfective, reflexive);
    if (!perfective && !reflexive && frames.contains("clause")) {
      addForm(own(singular, true), infinitive, act, says(), Tense.IMPERSONAL);
      var stem = base.substring(0, base.length() - 2);
      addForm(stem + (belarusian ? "лася" : "лось"), infinitive, act, says(), Tense.IMPERSONAL);
    }
  }

  private String own(String form, boolean reflexive) {
    if (!reflexive) return form;
    if (!belarusian)
      return form + ("аеиоуыюя".indexOf(form.charAt(form.length() - 1)) < 0 ? "ся" : "сь");
    if (form.endsWith("ць")) return form.substring(0, form.length() - 2) + "цца";
    return form + (form.endsWith("е") ? "цца" : "ся");
  }

  private String singular(String base) {
    var stem = base.substring(0, base.length() - 2);
    if (belarusian) {
      if (stem.endsWith("ава") || stem.endsWith("ява"))
        return stem.substring(0, stem.length() - 3) + (stem.endsWith("ява") ? "юе" : "уе");
      if (stem.endsWith("ну")) return stem.substring(0, stem.length() - 1) + "е";
      return stem.endsWith("і") || stem.endsWith("ы") ? base : stem + "е";
    }
    if (stem.endsWith("ова")) return stem.substring(0, stem.length() - 3) + "ует";
    if (stem.endsWith("ну")) return stem.substring(0, stem.length() - 1) + "ет";
    return stem.endsWith("и") ? stem + "т" : stem + "ет";
  }

  private String plural(String base) {
    var stem = base.substring(0, base.length() - 2);
    var bare = stem.substring(0, stem.length() - 1);
    if (belarusian) {
      if (stem.endsWith("ава") || stem.endsWith("ява"))
        return stem.substring(0, stem.length() - 3) + (stem.endsWith("ява") ? "ююць" : "уюць");
      if (stem.endsWith("ну")) return stem + "ць";
      if (stem.endsWith("і")) return bare + "яць";
      return stem.endsWith("ы") ? bare + "аць" : stem + "юць";
    }
    if (stem.endsWith("ова")) return stem.substring(0, stem.length() - 3) + "уют";
    if (stem.endsWith("ну")) return stem + "т";
    if (stem.endsWith("и"))
      return bare + ("жшщч".indexOf(bare.charAt(bare.length() - 1)) >= 0 ? "ат" : "ят");
    return stem + "ют";
  }

  private void addPast(String man, String lemma, Act act, Set<String> frames, boolean reflexive) {
    var own = reflexive ? man.substring(0, man.length() - 2) : man;
    var stem = own.endsWith("л") || own.endsWith("ў") ? own.substring(0, own.length() - 1) : own;
    if (lemma.equals("счесть")) stem = "соч";
    var s = stem.equals("соч") ? "сочл" : stem + "л";
    addForm(man, lemma, act, frames, Tense.PAST, Agreement.MAN);
    var back = belarusian ? "ся" : "сь";
    addForm(s + "а" + (reflexive ? back : ""), lemma, act, frames, Tense.PAST, Agreement.WOMAN);
    addForm(s + "о" + (reflexive ? back : ""), lemma, act, frames, Tense.PAST, Agreement.NEUTER);
    var i = belarusian ? "і" : "и";
    addForm(s + i + (reflexive ? back : ""), lemma, act, frames, Tense.PAST, Agreement.PLURAL);
  }

  private void addGerund(
      String base,
      String plural,
      String lemma,
      Act act,
      Set<String> frames,
      boolean perfective,
      boolean reflexive) {
    var stem = base.substring(0, base.length() - 2);
    if (belarusian) {
      var end = reflexive ? "ся" : "";
      if (perfective) addForm(stem + "ўшы" + end, lemma, act, frames, Tense.GERUND);
      else if (plural.endsWith("ць"))
        addForm(
            plural.substring(0, plural.length() - 2) + "чы" + end,
            lemma,
            act,
            frames,
            Tense.GERUND);
      return;
    }
    if (perfective) {
      addForm(reflexive ? stem + "вшись" : stem + "в", lemma, act, frames, Tense.GERUND);
      return;
    }
    var bare = reflexive ? plural.substring(0, plural.length() - 2) : plural;
    if (bare.length() > 3)
      addForm(
          bare.substring(0, bare.length() - 2) + "я" + (reflexive ? "сь" : ""),
          lemma,
          act,
          frames,
          Tense.GERUND);
  }

  private void addForm(String form, String lemma, Act act, Set<String> frames, Tense tense) {
    addForm(form, lemma, act, frames, tense, Agreement.NONE);
  }

  private void addForm(
      String form, String lemma, Act act, Set<String> frames, Tense tense, Agreement agreement) {
    var known = verbs.computeIfAbsent(form, none -> new ArrayList<>());
    for (var verb : known) if (verb.tense() == tense) return;
    known.add(new Verb(lemma, act, frames, tense, agreement));
    known.sort((one, other) -> one.tense().compareTo(other.tense()));
  }
}
