package casus.check;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Unique ids made from what a person wrote.
final class Ids {
  private static final int LONGEST = 48;

  private final Map<String, Integer> taken = new HashMap<>();

  void take(String id) {
    taken.putIfAbsent(id, 1);
  }

  boolean isTaken(String id) {
    return taken.containsKey(id);
  }

  /// The wanted id, or with a number where it is taken; takes it.
  String unique(String wanted) {
    var id = wanted;
    while (taken.containsKey(id)) id = wanted + "-" + taken.merge(wanted, 1, Integer::sum);
    taken.put(id, 1);
    return id;
  }

  /// A text as a name: "The population resists!" is "the-population-resists".
  static String slug(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    var words = plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    var slug = words.replaceAll("^-|-$", "");
    if (slug.length() > LONGEST) {
      var cut = slug.lastIndexOf('-', LONGEST);
      slug = slug.substring(0, cut > 0 ? cut : LONGEST);
    }
    return slug.isEmpty() ? "reason" : slug;
  }
}
