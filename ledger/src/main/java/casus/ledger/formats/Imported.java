package casus.ledger.formats;

import casus.ledger.ForecastSet;
import casus.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file of forecasts held.
///
/// @param format whose file it is, for a reader: "Metaculus (CSV)"
/// @param leftOut what was not taken, and why
/// @param changed what was taken otherwise than it stood there, or is known less well than it seems
public record Imported(String format, ForecastSet set, List<Remark> leftOut, List<Remark> changed) {
  public Imported {
    leftOut = List.copyOf(leftOut);
    changed = List.copyOf(changed);
  }

  /// Something that was said of so many rows or entries of a file.
  ///
  /// @param what a noun phrase: "a probability outside 0 to 1"
  /// @param rows how many
  /// @param first where the first of them stands, or null where the file is kept no longer
  public record Remark(String what, int rows, @Nullable Place first) {}
}
