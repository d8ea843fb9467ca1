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

/// In which language a text is, by its script and its commonest words.
final class Language {
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

  private Language() {}

  private static void common(String language, String words) {
    COMMON.put(language, Set.of(words.split(" ")));
  }

  /// A code such as `ru`, or null where the text is too short or too mixed to tell.
  static @Nullable String of(String text) {
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
    @Nullable String best = null;
    for (var language : List.copyOf(COMMON.keySet()))
      if (best == null || hits.getOrDefault(language, 0) > hits.getOrDefault(best, 0))
        best = language;
    return best == null || hits.getOrDefault(best, 0) < Math.max(2, words / 20) ? null : best;
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
