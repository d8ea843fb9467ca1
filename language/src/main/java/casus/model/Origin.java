package casus.model;

/// Where in a file something was written, so that a number can be traced back to it.
///
/// @param file as the user knows it
/// @param line from 1
/// @param column from 1, in code points
public record Origin(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
