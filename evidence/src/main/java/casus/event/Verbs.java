package casus.event;

import casus.mention.Sentence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The verbs of events: `verbs.txt`, inflected.
final class Verbs {
  /// How far behind its verb the noun of a pattern may stand, in tokens.
  private static final int REACH = 9;

  private final Map<String, Form> forms = new HashMap<>();
  private final Map<String, List<Pattern>> patterns = new HashMap<>();

  enum Inflection {
    BASE,
    PRESENT,
    PAST,
    PARTICIPLE,
    GERUND
  }

  /// What a verb with the words behind it reports.
  ///
  /// @param next words that follow the verb at once
  /// @param nouns of which one stands behind; empty where none is needed
  record Pattern(EventType type, @Nullable String mode, List<String> next, Set<String> nouns) {
    private int weight() {
      return (nouns.isEmpty() ? 0 : 10) + next.size();
    }
  }

  /// A form of a verb.
  record Form(String lemma, EnumSet<Inflection> inflections) {
    boolean may(Inflection inflection) {
      return inflections.contains(inflection);
    }
  }

  Verbs() {
    try (var stream = Verbs.class.getResourceAsStream("verbs.txt")) {
      if (stream == null) throw new IllegalStateException("verbs.txt is not in the jar");
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (var line = reader.readLine(); line != null; line = reader.readLine())
        if (!line.isBlank() && !line.startsWith("#")) addLine(line);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    for (var list : patterns.values())
      list.sort(Comparator.comparingInt(Pattern::weight).reversed());
  }

  /// The verb that a word is a form of; null if it is none.
  @Nullable Form form(String word) {
    return forms.get(word);
  }

  /// What the verb at a token reports, by the pattern that says most; null if none fits.
  ///
  /// @param passive whether the object stands before the verb
  @Nullable Pattern pattern(Sentence s, int head, Form form, boolean passive) {
    for (var pattern : patterns.getOrDefault(form.lemma(), List.of()))
      if (fits(s, head, pattern, passive)) return pattern;
    return null;
  }

  private static boolean fits(Sentence s, int head, Pattern pattern, boolean passive) {
    var i = head + 1;
    for (var word : pattern.next()) {
      if (!s.is(i, word) && !(s.at(i).word() && s.is(i + 1, word))) return false;
      i = s.is(i, word) ? i + 1 : i + 2;
    }
    if (pattern.nouns().isEmpty()) return true;
    for (var k = i; k < Math.min(s.size(), i + REACH); k++) {
      if (pattern.nouns().contains(s.at(k).lower())) return true;
      if (s.is(k, ".") || s.is(k, ";")) break;
    }
    if (!passive) return false;
    for (var k = head - 1; k >= Math.max(0, head - REACH); k--)
      if (pattern.nouns().contains(s.at(k).lower())) return true;
    return false;
  }

  private void addLine(String line) {
    var colon = line.indexOf(": ");
    var kind = line.substring(0, colon);
    var dot = kind.indexOf('.');
    var type = EventType.valueOf(dot < 0 ? kind : kind.substring(0, dot));
    var mode = dot < 0 ? null : kind.substring(dot + 1);
    for (var entry : split(line.substring(colon + 2), ',')) add(entry, type, mode);
  }

  private void add(String entry, EventType type, @Nullable String mode) {
    var gap = entry.indexOf(" ... ");
    var head = split(gap < 0 ? entry : entry.substring(0, gap), ' ');
    var nouns = gap < 0 ? List.<String>of() : split(entry.substring(gap + 5), ' ');
    var forms = split(head.getFirst(), '/');
    var base = forms.getFirst();
    var past = forms.size() > 1 ? forms.get(1) : past(base);
    var participle = forms.size() > 2 ? forms.get(2) : past;
    inflect(base, base, Inflection.BASE);
    inflect(present(base), base, Inflection.PRESENT);
    inflect(past, base, Inflection.PAST);
    inflect(participle, base, Inflection.PARTICIPLE);
    inflect(gerund(base), base, Inflection.GERUND);
    if (base.equals("be")) {
      inflect("is", base, Inflection.PRESENT);
      inflect("are", base, Inflection.PRESENT);
      inflect("was", base, Inflection.PAST);
      inflect("were", base, Inflection.PAST);
    }
    patterns
        .computeIfAbsent(base, any -> new ArrayList<>())
        .add(new Pattern(type, mode, List.copyOf(head.subList(1, head.size())), Set.copyOf(nouns)));
  }

  private void inflect(String form, String lemma, Inflection inflection) {
    var known = forms.get(form);
    if (known == null) forms.put(form, new Form(lemma, EnumSet.of(inflection)));
    else if (known.lemma().equals(lemma)) known.inflections().add(inflection);
  }

  private static List<String> split(String text, char mark) {
    var parts = new ArrayList<String>();
    var begin = 0;
    for (var i = 0; i <= text.length(); i++) {
      if (i < text.length() && text.charAt(i) != mark) continue;
      var part = text.substring(begin, i).strip();
      if (!part.isEmpty()) parts.add(part);
      begin = i + 1;
    }
    return parts;
  }

  private static String present(String base) {
    if (consonantY(base)) return base.substring(0, base.length() - 1) + "ies";
    if (base.equals("have")) return "has";
    for (var end : Arrays.asList("s", "sh", "ch", "x", "z", "o"))
      if (base.endsWith(end)) return base + "es";
    return base + "s";
  }

  private static String past(String base) {
    if (consonantY(base)) return base.substring(0, base.length() - 1) + "ied";
    return base.endsWith("e") ? base + "d" : stem(base) + "ed";
  }

  private static String gerund(String base) {
    if (base.endsWith("ee") || !base.endsWith("e")) return stem(base) + "ing";
    return base.substring(0, base.length() - 1) + "ing";
  }

  private static boolean consonantY(String base) {
    return base.endsWith("y")
        && base.length() > 2
        && "aeiou".indexOf(base.charAt(base.length() - 2)) < 0;
  }

  private static final Set<String> DOUBLED =
      Set.of(
          "ban", "beg", "commit", "confer", "plan", "rebut", "slam", "stop", "step", "stab", "sit",
          "set", "hit", "cut", "put", "let", "quit", "bar", "gag", "admit", "kidnap", "run", "get",
          "scrap", "snub", "rebuff", "drop", "ship", "shun", "man", "propel", "expel", "repel",
          "quell", "permit", "shut", "overrun", "sue", "lob", "win", "begin", "airlift", "equip",
          "blot", "tap", "pat", "trim", "grab", "hijack");

  /// The last consonant doubled where English doubles it in these verbs: `banned`, `expelled`.
  private static String stem(String base) {
    var last = base.charAt(base.length() - 1);
    var vowel = "aeiou".indexOf(base.charAt(Math.max(0, base.length() - 2))) >= 0;
    return DOUBLED.contains(base) && vowel && "aeiouwxyk".indexOf(last) < 0 ? base + last : base;
  }
}
