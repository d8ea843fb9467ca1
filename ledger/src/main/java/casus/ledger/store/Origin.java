package casus.ledger.store;

import java.util.List;

/// A file that forecasts were indexed from.
///
/// @param place its address: the absolute path of a ledger, the name of an imported set
/// @param name what stands before the ids of its questions; no other origin has it
/// @param stamp SHA-256 of the file, in hexadecimal digits
/// @param heads of a ledger, the entries that none followed
/// @param questions how many it holds
/// @param forecasts how many it holds
public record Origin(
    Kind kind,
    String place,
    String name,
    String stamp,
    List<String> heads,
    int questions,
    int forecasts) {
  public Origin {
    heads = List.copyOf(heads);
  }

  /// What kind of file it is.
  public enum Kind {
    LEDGER,
    SET
  }

  /// The same under another name.
  public Origin named(String other) {
    return new Origin(kind, place, other, stamp, heads, questions, forecasts);
  }
}
