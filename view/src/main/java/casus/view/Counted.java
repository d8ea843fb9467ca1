package casus.view;

import java.util.List;
import java.util.stream.Collectors;

/// So many of something.
///
/// @param thing one of them: "claim"
public record Counted(int count, String thing) {
  /// "1 claim, 3 numbers", without those of which there are none.
  public static String list(List<Counted> things) {
    return things.stream()
        .filter(c -> c.count > 0)
        .map(Counted::toString)
        .collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
