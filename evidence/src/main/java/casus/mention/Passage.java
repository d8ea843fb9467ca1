package casus.mention;

import casus.text.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A stretch of a text and its words. Made of the text and a place alone, so that the words are
/// always those that stand there.
public final class Passage {
  private final Span span;
  private final String text;

  private Passage(Span span, String text) {
    this.span = span;
    this.text = text;
  }

  /// The passage of a text at a place.
  ///
  /// @throws IllegalArgumentException if the span is empty or does not lie in the text
  public static Passage of(String source, Span span) {
    if (span.end() > source.length() || span.start() == span.end())
      throw new IllegalArgumentException(span + " in " + source.length() + " characters");
    return new Passage(span, source.substring(span.start(), span.end()));
  }

  /// Where it stands, in characters of the text.
  public Span span() {
    return span;
  }

  /// Its words.
  public String text() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Passage passage
        && span.equals(passage.span)
        && text.equals(passage.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(span, text);
  }

  @Override
  public String toString() {
    return text + " @" + span.start() + ".." + span.end();
  }
}
