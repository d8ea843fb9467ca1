package casus.history;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A column of a record set.
///
/// @param name as its makers write it
/// @param meaning one sentence, or empty where only the makers' codebook says it
/// @param otherNames under which the same column appears in other editions of the file
/// @param codes the values that may stand in it, each with its meaning; empty where any value may
/// @param recoded what some editions write, and the code that it stands for
/// @param blanks what stands for a missing value, besides nothing
/// @param delimiter what divides the values of a list
/// @param states which code system its states are written in, or null where it names none
/// @param required whether every record must have a value
public record Field(
    String name,
    Type type,
    String meaning,
    List<String> otherNames,
    Map<String, String> codes,
    Map<String, String> recoded,
    List<String> blanks,
    String delimiter,
    @Nullable CodeSystem states,
    boolean required) {

  /// What a value is.
  public enum Type {
    WHOLE("whole number"),
    NUMBER("number"),
    TEXT("text"),
    DATE("date"),
    FLAG("yes or no"),
    LIST("list");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    /// As it is called on the screen: "whole number".
    public String word() {
      return word;
    }
  }

  /// Numbers or letters that stand for states.
  public enum CodeSystem {
    COW("Correlates of War"),
    GW("Gleditsch and Ward"),
    ISO("ISO 3166-1 alpha-3");

    private final String title;

    CodeSystem(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /// A column that its makers' codebook describes and casus does not.
  public static Field undescribed(String name, Type type) {
    return new Field(name, type, "", List.of(), Map.of(), Map.of(), List.of(), ";", null, false);
  }

  /// The name as it may be typed: `NAVCO ID`, `navco_id` and `navco-id` are one.
  public String key() {
    return key(name);
  }

  /// Lower case, with one hyphen for every run of other characters than letters, digits and dots.
  public static String key(String text) {
    return text.strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}.+]+", "-")
        .replaceAll("^-|-$", "");
  }

  boolean answersTo(String column) {
    var key = key(column);
    return key.equals(key()) || otherNames.stream().anyMatch(other -> key(other).equals(key));
  }
}
