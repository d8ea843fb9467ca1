package casus.ledger;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What forecasters and analysts may be called. Their names are names of files too
/// (`judgements/NAME.md`), on every system.
public final class ForecasterName {
  /// The dossier's model is a forecaster too.
  public static final String MODEL = "model";

  private static final int LONGEST = 60;
  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_.-]*");

  private ForecasterName() {}

  /// Why nobody can be called that, as a sentence without a full stop; null where somebody can.
  public static @Nullable String fault(String name) {
    if (name.isEmpty()) return "a name is missing";
    if (!FORM.matcher(name).matches() || name.endsWith("."))
      return "`"
          + name
          + "` is no name of a forecaster: letters, digits, `-`, `_` and `.`, a letter or digit first";
    if (name.codePointCount(0, name.length()) > LONGEST)
      return "`" + name + "` is too long a name: " + LONGEST + " characters are the most";
    return null;
  }
}
