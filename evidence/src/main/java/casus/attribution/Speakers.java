package casus.attribution;

import casus.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
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

  enum Gender {
    MAN,
    WOMAN,
    OPEN
  }

  /// How far back a pronoun looks for a name that has not spoken yet, in characters.
  private static final int NEAR = 400;

  /// A name where it stands in the text.
  private record Named(int at, String name) {}

  private final String text;

  /// The last word of a name to the fullest name with it.
  private final Map<String, String> full = new LinkedHashMap<>();

  private final Map<String, String> initials = new LinkedHashMap<>();
  private final Map<String, Gender> genders = new LinkedHashMap<>();

  /// Persons by the titles they bear in the text, in its order: `minister` to Anna Berg.
  private final Map<String, List<Named>> bearers = new LinkedHashMap<>();

  /// Names of two and more words in the order of the text, and how many of them are behind the last
  /// mention.
  private final List<Named> names = new ArrayList<>();

  private int passed;
  private final List<String> said = new ArrayList<>();
  private final Map<String, Gender> given;

  /// @param given given names and whose they are, as [#given()] reads them
  Speakers(String text, Map<String, Gender> given) {
    this.text = text;
    this.given = given;
    readNames();
  }

  /// The given names of `given.txt`.
  static Map<String, Gender> given() {
    var names = new HashMap<String, Gender>();
    var gender = Gender.MAN;
    for (var line : Cues.lines("given.txt")) {
      if (line.equals("women:")) {
        gender = Gender.WOMAN;
        continue;
      }
      var words = new StringTokenizer(line, " ");
      while (words.hasMoreTokens()) names.put(words.nextToken(), gender);
    }
    return Map.copyOf(names);
  }

  /// The name of who is mentioned, or the mention where nothing fuller is known.
  String name(@Nullable Span mention) {
    if (mention == null) return "";
    while (passed < names.size() && names.get(passed).at() < mention.start()) passed++;
    var words = text.substring(mention.start(), mention.end()).strip();
    var lower = words.toLowerCase(Locale.ROOT);
    var name = pronoun(lower) ? antecedent(lower, mention.start()) : canonical(words, mention);
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

  /// The last speaker the pronoun can mean; where somebody else whom it surely means is named after
  /// the last word of all speakers, that one.
  private @Nullable String antecedent(String pronoun, int at) {
    if (THEY.contains(pronoun)) return said.isEmpty() ? null : said.getLast();
    var wanted = HE.contains(pronoun) ? Gender.MAN : Gender.WOMAN;
    @Nullable String speaker = null;
    for (var candidate : said.reversed()) {
      var gender = gender(candidate);
      if (gender == wanted || (gender == Gender.OPEN && personal(candidate))) {
        speaker = candidate;
        break;
      }
    }
    if (speaker != null && (gender(speaker) == wanted || said.getLast().equals(speaker)))
      return speaker;
    @Nullable String named = null;
    for (var i = passed - 1; i >= 0 && at - names.get(i).at() < NEAR; i--)
      if (gender(names.get(i).name()) == wanted) named = names.get(i).name();
    return named != null ? named : speaker;
  }

  private Gender gender(String name) {
    var known = genders.get(name);
    if (known != null) return known;
    var first = name.indexOf(' ') < 0 ? name : name.substring(0, name.indexOf(' '));
    return name.indexOf(' ') < 0 ? Gender.OPEN : given.getOrDefault(first, Gender.OPEN);
  }

  /// Whether a name looks like a person's: two and more capitals, no article.
  private static boolean personal(String name) {
    return name.indexOf(' ') > 0
        && Character.isUpperCase(name.charAt(0))
        && !name.startsWith("The ")
        && name.equals(withoutTitles(name));
  }

  /// `the minister`: the last person before it who bears the title; null if there is none.
  private @Nullable String bearer(String words, int at) {
    var lower = words.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("the ")) return null;
    @Nullable String found = null;
    for (var named : bearers.getOrDefault(lower.substring(lower.lastIndexOf(' ') + 1), List.of()))
      if (named.at() < at) found = named.name();
    return found;
  }

  private String canonical(String words, Span mention) {
    var bearer = bearer(words, mention.start());
    if (bearer != null) return bearer;
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
        keep(run, start);
        run.clear();
      }
      if (i < text.length() && text.charAt(i) == ' ') {
        i++;
        if (i < text.length() && text.charAt(i) == '(') i = abbreviation(run, i);
      } else {
        keep(run, i);
        run.clear();
        if (i < text.length()) i++;
      }
    }
    keep(run, i);
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

  /// Keeps a run of capitalised words that ends before a place, as a name of two or three words,
  /// with the titles before and after it.
  private void keep(List<String> run, int end) {
    var titles = new ArrayList<String>();
    while (!run.isEmpty() && title(run.getFirst())) titles.add(run.removeFirst());
    if (run.size() < 2 || run.size() > 3) return;
    if (Words.DETERMINERS.contains(run.getFirst().toLowerCase(Locale.ROOT))) return;
    var name = String.join(" ", run);
    var fuller = full.putIfAbsent(run.getLast(), name);
    names.add(new Named(end, name));
    for (var title : titles) bears(title, name, end);
    if (fuller == null || fuller.equals(name)) apposed(name, end);
  }

  private void bears(String title, String name, int at) {
    var lower = title.toLowerCase(Locale.ROOT);
    if (lower.equals("former") || lower.equals("vice") || lower.equals("deputy")) return;
    bearers.computeIfAbsent(lower, word -> new ArrayList<>()).add(new Named(at, name));
    if (lower.endsWith("woman") || lower.equals("queen") || lower.equals("lady"))
      genders.putIfAbsent(name, Gender.WOMAN);
    else if (lower.endsWith("man")
        || lower.equals("king")
        || lower.equals("lord")
        || lower.equals("sir")) genders.putIfAbsent(name, Gender.MAN);
  }

  /// `Anna Berg, the foreign minister, …`: the last word of what stands between two commas, if it
  /// is a title.
  private void apposed(String name, int end) {
    if (end >= text.length() || text.charAt(end) != ',') return;
    var stop = end + 1;
    while (stop < text.length() && stop - end < 60 && ",.;\n".indexOf(text.charAt(stop)) < 0)
      stop++;
    if (stop >= text.length() || text.charAt(stop) != ',') return;
    var words = text.substring(end + 1, stop).strip();
    if (!words.startsWith("the ") && !words.startsWith("a ") && !words.startsWith("an ")) return;
    var last = lastWord(words);
    if (title(last)) bears(last, name, end);
  }
}
