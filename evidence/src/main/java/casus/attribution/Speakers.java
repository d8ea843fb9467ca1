package casus.attribution;

import casus.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/// Names for mentions: a surname to the fullest name with it, initials to the name they abbreviate,
/// a capital to its government, a pronoun to the nearest speaker it can mean. Mentions must come in
/// the order of the text.
final class Speakers {
  private static final Map<String, String> CAPITALS =
      Map.ofEntries(
          Map.entry("Washington", "United States"),
          Map.entry("the White House", "United States"),
          Map.entry("Moscow", "Russia"),
          Map.entry("the Kremlin", "Russia"),
          Map.entry("Minsk", "Belarus"),
          Map.entry("Beijing", "China"),
          Map.entry("London", "United Kingdom"),
          Map.entry("Downing Street", "United Kingdom"),
          Map.entry("Paris", "France"),
          Map.entry("Berlin", "Germany"),
          Map.entry("Warsaw", "Poland"),
          Map.entry("Vilnius", "Lithuania"),
          Map.entry("Riga", "Latvia"),
          Map.entry("Kyiv", "Ukraine"),
          Map.entry("Kiev", "Ukraine"),
          Map.entry("Tehran", "Iran"),
          Map.entry("Ankara", "Turkey"),
          Map.entry("Pyongyang", "North Korea"),
          Map.entry("Seoul", "South Korea"),
          Map.entry("Tokyo", "Japan"),
          Map.entry("New Delhi", "India"),
          Map.entry("Islamabad", "Pakistan"),
          Map.entry("Jerusalem", "Israel"),
          Map.entry("Riyadh", "Saudi Arabia"),
          Map.entry("Brussels", "European Union"));

  private static final Set<String> HE = Set.of("he", "him", "his", "himself");
  private static final Set<String> SHE = Set.of("she", "her", "herself");
  private static final Set<String> THEY = Set.of("they", "their", "them");

  /// How many speakers back a pronoun may reach.
  private static final int REMEMBERED = 40;

  private enum Gender {
    MAN,
    WOMAN,
    OPEN
  }

  private final String text;

  /// The last word of a name to the fullest name with it.
  private final Map<String, String> full = new LinkedHashMap<>();

  private final Map<String, String> initials = new LinkedHashMap<>();
  private final Map<String, Gender> genders = new LinkedHashMap<>();
  private final List<String> said = new ArrayList<>();

  Speakers(String text) {
    this.text = text;
    readNames();
  }

  /// The name of who is mentioned, or the mention where nothing fuller is known.
  String name(@Nullable Span mention) {
    if (mention == null) return "";
    var words = text.substring(mention.start(), mention.end()).strip();
    var lower = words.toLowerCase(Locale.ROOT);
    var name = pronoun(lower) ? antecedent(lower) : canonical(words);
    if (name == null) return words;
    said.remove(name);
    said.add(name);
    if (said.size() > REMEMBERED) said.removeFirst();
    if (HE.contains(lower)) genders.putIfAbsent(name, Gender.MAN);
    if (SHE.contains(lower)) genders.putIfAbsent(name, Gender.WOMAN);
    return name;
  }

  private static boolean pronoun(String lower) {
    return HE.contains(lower) || SHE.contains(lower) || THEY.contains(lower);
  }

  private @Nullable String antecedent(String pronoun) {
    if (THEY.contains(pronoun)) return said.isEmpty() ? null : said.getLast();
    var wanted = HE.contains(pronoun) ? Gender.MAN : Gender.WOMAN;
    for (var candidate : said.reversed()) {
      var gender = genders.getOrDefault(candidate, Gender.OPEN);
      if (gender == wanted || (gender == Gender.OPEN && personal(candidate))) return candidate;
    }
    return null;
  }

  /// Whether a name looks like a person's: two and more capitals, no article.
  private static boolean personal(String name) {
    return name.indexOf(' ') > 0
        && Character.isUpperCase(name.charAt(0))
        && !name.startsWith("The ")
        && name.equals(withoutTitles(name));
  }

  private String canonical(String words) {
    var place = CAPITALS.get(words);
    if (place != null) return place;
    var bare =
        withoutTitles(
            words.startsWith("The ") || words.startsWith("the ") ? words.substring(4) : words);
    if (bare.isEmpty() || !Character.isUpperCase(bare.charAt(0))) return words;
    var expanded = initials.get(bare);
    if (expanded != null) return expanded;
    if (words.startsWith("The ") || words.startsWith("the ")) return words;
    var last = lastWord(bare);
    var fuller = full.get(last);
    var name = fuller != null && fuller.endsWith(bare) ? fuller : bare;
    if (words.startsWith("Mr") && !words.startsWith("Mrs")) genders.put(name, Gender.MAN);
    if (words.startsWith("Mrs") || words.startsWith("Ms")) genders.put(name, Gender.WOMAN);
    return name;
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private static String withoutTitles(String name) {
    var words = new ArrayList<String>();
    var parts = new StringTokenizer(name, " ");
    while (parts.hasMoreTokens()) words.add(parts.nextToken());
    while (words.size() > 1 && title(words.getFirst())) words.removeFirst();
    return String.join(" ", words);
  }

  private static boolean title(String word) {
    return Words.TITLES.contains(word.toLowerCase(Locale.ROOT));
  }

  /// Runs of capitalised words in the text: `Anna Berg`, and `Collective Security (CS)`.
  private void readNames() {
    var run = new ArrayList<String>();
    var i = 0;
    while (i < text.length()) {
      var start = i;
      while (i < text.length() && nameCharacter(text.charAt(i))) i++;
      if (i > start && Character.isUpperCase(text.charAt(start)) && run.size() < 6) {
        run.add(text.substring(start, i));
      } else {
        keep(run);
        run.clear();
      }
      if (i < text.length() && text.charAt(i) == ' ') {
        i++;
        if (i < text.length() && text.charAt(i) == '(') i = abbreviation(run, i);
      } else {
        keep(run);
        run.clear();
        if (i < text.length()) i++;
      }
    }
    keep(run);
  }

  private static boolean nameCharacter(char c) {
    return Character.isLetter(c) || c == '-';
  }

  private int abbreviation(List<String> run, int open) {
    var close = open + 1;
    while (close < text.length() && close - open < 10 && Character.isUpperCase(text.charAt(close)))
      close++;
    var length = close - open - 1;
    if (close < text.length() && text.charAt(close) == ')' && length > 1 && length <= run.size())
      initials.put(
          text.substring(open + 1, close),
          String.join(" ", run.subList(run.size() - length, run.size())));
    return open + 1;
  }

  private void keep(List<String> run) {
    while (!run.isEmpty() && title(run.getFirst())) run.removeFirst();
    if (run.size() < 2 || run.size() > 3) return;
    if (Words.DETERMINERS.contains(run.getFirst().toLowerCase(Locale.ROOT))) return;
    full.putIfAbsent(run.getLast(), String.join(" ", run));
  }
}
