package casus.attribution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/// The verbs and nouns with which a text reports: `cues.txt` and `nouns.txt`, inflected.
final class Cues {
  private final Map<String, Verb> verbs = new HashMap<>();
  private final Map<String, Noun> nouns = new HashMap<>();

  enum Inflection {
    BASE,
    PRESENT,
    PAST,
    PARTICIPLE,
    GERUND
  }

  /// A form of a verb.
  ///
  /// @param frames what its content may be, as in `cues.txt`
  record Verb(String lemma, Act act, Set<String> frames, Set<Inflection> inflections) {
    boolean takes(String frame) {
      return frames.contains(frame);
    }

    /// Whether it reports without what follows it: `laid` needs `out`.
    boolean reports(String next) {
      var needs = false;
      for (var frame : frames) {
        if (frame.equals("+" + next)) return true;
        needs |= frame.startsWith("+");
      }
      return !needs;
    }

    /// Whether a word behind it is part of it.
    boolean particle(String next) {
      return frames.contains("+" + next) || (next.equals("out") && frames.contains("out"));
    }

    boolean may(Inflection inflection) {
      return inflections.contains(inflection);
    }
  }

  /// A noun, in the singular or the plural.
  ///
  /// @param prepositions those after which its content follows
  record Noun(String lemma, Act act, boolean rumour, Set<String> prepositions) {}

  private final Set<String> plain = new HashSet<>();

  /// A word that says where somebody stands.
  ///
  /// @param person whether it names the one who stands there: `critic`
  /// @param complements `that`, `to`, or prepositions
  record Stance(Act act, boolean person, Set<String> complements) {
    boolean takes(String complement) {
      return complements.contains(complement);
    }

    /// Whether `to` opens an infinitive.
    boolean infinitive() {
      return takes("that") || act == Act.INTEND || act == Act.REFUSE || act == Act.WANT;
    }
  }

  private final Map<String, Stance> stances = new HashMap<>();

  Cues() {
    for (var line : lines("stances.txt")) addStance(line);
    for (var line : lines("cues.txt")) addVerb(line);
    for (var line : lines("nouns.txt")) addNoun(line);
    addPlain(lines("verbs.txt"));
  }

  /// Whether a word is a finite verb that reports nothing, as far as its form tells: `went`,
  /// `becomes`.
  boolean plain(Token token) {
    return token.word() && plain.contains(token.lower());
  }

  /// Whether a word is a finite verb as far as its form tells.
  boolean finite(Token token) {
    if (plain(token) || Words.auxiliary(token)) return true;
    var verb = verb(token);
    return verb != null
        && (verb.may(Inflection.PAST) || (verb.may(Inflection.PRESENT) && !verb.takes("noun")));
  }

  private void addPlain(List<String> lines) {
    var presents = new HashSet<String>();
    var nouns = new HashSet<String>();
    var nominal = false;
    for (var line : lines) {
      var words = new StringTokenizer(line, " ");
      while (words.hasMoreTokens()) {
        var word = words.nextToken();
        if (word.equals("nouns:")) {
          nominal = true;
          continue;
        }
        var forms = new StringTokenizer(word, "/");
        var base = forms.nextToken();
        (nominal ? nouns : presents).add(present(base));
        if (!nominal) plain.add(forms.hasMoreTokens() ? forms.nextToken() : past(base));
      }
    }
    presents.removeAll(nouns);
    plain.addAll(presents);
  }

  @Nullable Verb verb(Token token) {
    return token.word() ? verbs.get(token.lower()) : null;
  }

  @Nullable Noun noun(Token token) {
    return token.word() ? nouns.get(token.lower()) : null;
  }

  @Nullable Stance stance(Token token) {
    return token.word() ? stances.get(token.lower()) : null;
  }

  private void addStance(String line) {
    var parts = new StringTokenizer(line, " ");
    var word = parts.nextToken();
    var act = parts.nextToken();
    var person = act.equals("a");
    if (person) act = parts.nextToken();
    var complements = new HashSet<String>();
    while (parts.hasMoreTokens()) complements.add(parts.nextToken());
    var stance =
        new Stance(Act.valueOf(act.toUpperCase(Locale.ROOT)), person, Set.copyOf(complements));
    stances.put(word, stance);
    if (person) stances.put(present(word), stance);
  }

  /// The lines of a file of words, without comments.
  static List<String> lines(String name) {
    var lines = new ArrayList<String>();
    try (var stream = Cues.class.getResourceAsStream(name)) {
      if (stream == null) throw new IllegalStateException(name + " is not in the jar");
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (var line = reader.readLine(); line != null; line = reader.readLine())
        if (!line.isBlank() && !line.startsWith("#")) lines.add(line);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return lines;
  }

  private void addVerb(String line) {
    var parts = new StringTokenizer(line, " ");
    var forms = new StringTokenizer(parts.nextToken(), "/");
    var base = forms.nextToken();
    var past = forms.hasMoreTokens() ? forms.nextToken() : past(base);
    var participle = forms.hasMoreTokens() ? forms.nextToken() : past;
    var act = Act.valueOf(parts.nextToken().toUpperCase(Locale.ROOT));
    var frames = new HashSet<String>();
    while (parts.hasMoreTokens()) frames.add(parts.nextToken());
    var known = Set.copyOf(frames);
    add(base, base, act, known, Inflection.BASE);
    add(present(base), base, act, known, Inflection.PRESENT);
    add(past, base, act, known, Inflection.PAST);
    add(participle, base, act, known, Inflection.PARTICIPLE);
    add(gerund(base), base, act, known, Inflection.GERUND);
  }

  private void add(String form, String lemma, Act act, Set<String> frames, Inflection inflection) {
    var before = verbs.get(form);
    var inflections = EnumSet.of(inflection);
    if (before != null && before.lemma().equals(lemma)) inflections.addAll(before.inflections());
    else if (before != null) return;
    verbs.put(form, new Verb(lemma, act, frames, inflections));
  }

  private void addNoun(String line) {
    var parts = new StringTokenizer(line, " ");
    var lemma = parts.nextToken();
    var act = Act.valueOf(parts.nextToken().toUpperCase(Locale.ROOT));
    var rumour = false;
    var prepositions = new HashSet<String>();
    while (parts.hasMoreTokens()) {
      var part = parts.nextToken();
      if (part.equals("rumour")) rumour = true;
      else prepositions.add(part);
    }
    var noun = new Noun(lemma, act, rumour, Set.copyOf(prepositions));
    nouns.put(lemma, noun);
    nouns.put(present(lemma), noun);
  }

  private static String present(String base) {
    if (consonantY(base)) return base.substring(0, base.length() - 1) + "ies";
    if (base.endsWith("s")
        || base.endsWith("go")
        || base.endsWith("sh")
        || base.endsWith("ch")
        || base.endsWith("x")) return base + "es";
    return base + "s";
  }

  private static String past(String base) {
    if (consonantY(base)) return base.substring(0, base.length() - 1) + "ied";
    if (base.endsWith("e")) return base + "d";
    return stem(base) + "ed";
  }

  private static String gerund(String base) {
    if (base.endsWith("ee")) return base + "ing";
    if (base.endsWith("e")) return base.substring(0, base.length() - 1) + "ing";
    return stem(base) + "ing";
  }

  private static boolean consonantY(String base) {
    return base.endsWith("y") && "aeiou".indexOf(base.charAt(base.length() - 2)) < 0;
  }

  /// The last consonant doubled where English doubles it in these verbs: `quipped`, `admitted`.
  private static String stem(String base) {
    var doubled =
        Set.of(
            "quip",
            "admit",
            "commit",
            "plan",
            "brag",
            "refer",
            "prefer",
            "rebut",
            "slam",
            "dub",
            "tag",
            "beg",
            "begin",
            "concur",
            "ban",
            "drag",
            "drop",
            "expel",
            "fit",
            "gun",
            "incur",
            "net",
            "patrol",
            "plug",
            "slip",
            "step",
            "stem",
            "submit",
            "transfer",
            "wrap",
            "regret",
            "occur",
            "compel",
            "deter",
            "grab",
            "hug",
            "nod",
            "pin",
            "rip",
            "rob",
            "rub",
            "scan",
            "sob",
            "spot",
            "stop",
            "strip",
            "tap",
            "trap",
            "trim",
            "prod",
            "pen",
            "whip",
            "allot",
            "omit",
            "permit",
            "equip",
            "propel",
            "rebel",
            "repel",
            "shrug");
    return doubled.contains(base) ? base + base.charAt(base.length() - 1) : base;
  }
}
