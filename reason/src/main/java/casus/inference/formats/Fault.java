package casus.inference.formats;

import java.util.List;

/// Something wrong with a network's text, or worth saying about it, and where.
///
/// @param offset of the first character concerned, in UTF-16 units from the start of the text
/// @param line from 1
/// @param column from 1, in Unicode code points
/// @param found what stands there
/// @param expected what would have been right
/// @param known the names one of which was expected there; empty where it was no name
public record Fault(
    int offset, int line, int column, String found, String expected, List<String> known) {
  public Fault {
    known = List.copyOf(known);
  }

  /// `line:column: found …, expected …`.
  public String message() {
    return line + ":" + column + ": found " + found + ", expected " + expected;
  }

  @Override
  public String toString() {
    return message();
  }
}
