package casus.document;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// In which language a text is, by its script, the letters that only some languages write, and its
/// commonest words.
public final class Language {
  private static final int SAMPLE = 20_000;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Map<UnicodeScript, String> BY_SCRIPT =
      Map.ofEntries(
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.HIRAGANA, "ja"),
          Map.entry(UnicodeScript.KATAKANA, "ja"),
          Map.entry(UnicodeScript.HAN, "zh"));
  private static final Map<String, Set<String>> COMMON = new LinkedHashMap<>();

  static {
    common("en", "the of and to in that is was for on with as by it at from be has");
    common("de", "der die und das den von ist mit des im nicht für dem ein sich auf eine");
    common("fr", "le la les des et de est que dans une pour qui du sur au pas par plus");
    common("es", "el la los de que y en las del se por un con una para es su no");
    common("it", "il di che e la per un non è della del con gli sono una nel i da");
    common("pt", "o de que e do da em um para com não uma os no se na por mais");
    common("pl", "i w na z do nie się że jest to o jak po przez od za są dla");
    common("nl", "de het een en van in is dat op te voor met zijn niet aan er om");
    common("tr", "ve bir bu da de için ile olarak çok daha gibi en olan ne kadar");
    common("ru", "и в не на что с по как он это к из за от для о был его она");
    common("be", "і ў не на што з па як гэта да за ад для пра быў яго яна але");
    common("uk", "і в не на що з по як він це до за від для про був його та є");
    common("ar", "في من على إلى أن عن التي الذي مع هذا هذه كان ما بين بعد");
    common("fa", "در به از که این را با است برای آن می های یک شد بر");
  }

  /// The letters that some languages written in Cyrillic have and others have not: what a language
  /// lacks tells it from its neighbours in a few words, before any common word is seen.
  private static final String TELLING = "ищъыэёіїєґў";

  private static final Map<String, String> LETTERS =
      Map.of("ru", "ищъыэё", "be", "ыэёіў", "uk", "ищіїєґ");

  /// Letters of other languages written in Cyrillic: Serbian, Macedonian, Kazakh, Tatar and theirs.
  private static final String ELSEWHERE = "ђјљњћџѓќѕәңғүұқөһҷҳӣӯҗ";

  private Language() {}

  private static void common(String language, String words) {
    COMMON.put(language, Set.of(words.split(" ")));
  }

  /// A code such as `ru`, or null where the text is too short or too mixed to tell.
  public static @Nullable String of(String text) {
    var sample = text.substring(0, Math.min(text.length(), SAMPLE));
    var script = script(sample);
    if (script == null) return null;
    var alone = BY_SCRIPT.get(script);
    if (alone != null) return alone;
    var hits = new HashMap<String, Integer>();
    var words = 0;
    var found = WORD.matcher(sample.toLowerCase(Locale.ROOT));
    while (found.find()) {
      words++;
      for (var language : COMMON.entrySet())
        if (language.getValue().contains(found.group()))
          hits.merge(language.getKey(), 1, Integer::sum);
    }
    if (script == UnicodeScript.CYRILLIC) return cyrillic(sample, hits, words);
    @Nullable String best = null;
    for (var language : List.copyOf(COMMON.keySet()))
      if (best == null || hits.getOrDefault(language, 0) > hits.getOrDefault(best, 0))
        best = language;
    return best == null || hits.getOrDefault(best, 0) < Math.max(2, words / 20) ? null : best;
  }

  /// The language whose letters the text keeps to, the commonest words deciding between equals, and
  /// Russian where they do not: a few words of Ukrainian seldom lack its `і`. A Latin `i` among
  /// Cyrillic letters is taken for the Belarusian one that it looks like.
  private static @Nullable String cyrillic(String text, Map<String, Integer> hits, int words) {
    var lower = text.toLowerCase(Locale.ROOT);
    var foreign = new HashMap<String, Integer>();
    var own = new HashMap<String, Integer>();
    var elsewhere = 0;
    var letters = 0;
    for (var i = 0; i < lower.length(); i++) {
      var c = lower.charAt(i);
      if (c == 'i' && (cyrillic(lower, i - 1) || cyrillic(lower, i + 1))) c = 'і';
      if (Character.isLetter(c)) letters++;
      if (ELSEWHERE.indexOf(c) >= 0) elsewhere++;
      if (TELLING.indexOf(c) < 0) continue;
      for (var language : LETTERS.entrySet())
        (language.getValue().indexOf(c) >= 0 ? own : foreign)
            .merge(language.getKey(), 1, Integer::sum);
    }
    if (elsewhere * 50 > letters) return null;
    @Nullable String best = null;
    var closest = 0;
    for (var language : List.of("ru", "be", "uk")) {
      var score =
          4 * (own.getOrDefault(language, 0) - foreign.getOrDefault(language, 0))
              + hits.getOrDefault(language, 0);
      if (score <= closest) continue;
      best = language;
      closest = score;
    }
    // Bulgarian has the hard sign and no letter that Russian lacks.
    var bulgarian = lower.indexOf('ъ') >= 0 && lower.indexOf('ы') < 0 && lower.indexOf('э') < 0;
    if (best == null) return null;
    var found = hits.getOrDefault(best, 0);
    var alone = found > 0;
    for (var other : LETTERS.keySet())
      if (!other.equals(best) && hits.getOrDefault(other, 0) >= found) alone = false;
    var told = own.getOrDefault(best, 0) > 0 || alone || found >= Math.max(2, words / 20);
    return !told || (bulgarian && words > 10) ? null : best;
  }

  private static boolean cyrillic(String text, int at) {
    return at >= 0
        && at < text.length()
        && UnicodeScript.of(text.charAt(at)) == UnicodeScript.CYRILLIC;
  }

  private static @Nullable UnicodeScript script(String text) {
    var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> counts.merge(UnicodeScript.of(c), 1, Integer::sum));
    // Japanese mixes kana into characters that it shares with Chinese.
    if (counts.getOrDefault(UnicodeScript.HIRAGANA, 0) * 10
            > counts.getOrDefault(UnicodeScript.HAN, 0)
        && counts.containsKey(UnicodeScript.HIRAGANA)
        && counts.containsKey(UnicodeScript.HAN)) return UnicodeScript.HIRAGANA;
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
