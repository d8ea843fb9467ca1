package casus.text;

/// A stretch of a [SourceText], for example the 7 characters of `hostile`.
///
/// @param start offset of the first character, in UTF-16 units from the start of the file, at least
///   0
/// @param end offset after the last character, at least `start`; an empty span marks a place
///   between two characters
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) throw new IllegalArgumentException(start + ".." + end);
  }

  /// The smallest span that holds both.
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }
}
