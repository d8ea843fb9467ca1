package casus.document;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a document comes from, as far as it says so itself. Nothing here has been verified.
///
/// @param title its headline
/// @param author who wrote it
/// @param publisher who published it
/// @param date when it was published
/// @param language code of its language, such as `en`: declared, or else recognised in the text
/// @param canonical the address that the page gives as its own
public record About(
    @Nullable String title,
    @Nullable String author,
    @Nullable String publisher,
    @Nullable LocalDate date,
    @Nullable String language,
    @Nullable String canonical) {
  /// Nothing is known.
  public static final About NOTHING = new About(null, null, null, null, null, null);

  private static final int LONGEST = 300;
  private static final Pattern DAY = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})");

  About withLanguage(@Nullable String recognised) {
    return language != null
        ? this
        : new About(title, author, publisher, date, recognised, canonical);
  }

  About withTitle(@Nullable String found) {
    return title != null ? this : new About(found, author, publisher, date, language, canonical);
  }

  /// One line without control characters, or null where nothing is left.
  static @Nullable String line(@Nullable String text) {
    if (text == null) return null;
    var line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    if (line.isEmpty()) return null;
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)).strip() + "…";
  }

  /// The day at the start of a date and time such as `2020-08-14T09:30:00Z`, or null.
  static @Nullable LocalDate day(@Nullable String written) {
    if (written == null) return null;
    var found = DAY.matcher(written);
    if (!found.find()) return null;
    try {
      return LocalDate.parse(found.group());
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  /// A language code such as `pt` of `pt-BR`, or null.
  static @Nullable String code(@Nullable String written) {
    if (written == null) return null;
    var found = Pattern.compile("^\\s*([A-Za-z]{2,3})(?:[-_].*)?\\s*$").matcher(written);
    return found.matches() ? found.group(1).toLowerCase(java.util.Locale.ROOT) : null;
  }
}
