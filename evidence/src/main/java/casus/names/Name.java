package casus.names;

import casus.text.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A name as it stands in a text. Made by [#of] alone, which takes the text and the place, so that
/// [#text] is always what stands there.
public final class Name {
  private final Span span;
  private final String text;
  private final Kind kind;
  private final String canonical;
  private final @Nullable String state;

  private Name(Span span, String text, Kind kind, String canonical, @Nullable String state) {
    this.span = span;
    this.text = text;
    this.kind = kind;
    this.canonical = canonical;
    this.state = state;
  }

  /// @throws IllegalArgumentException if the span is empty or does not lie in the source
  static Name of(String source, Span span, Kind kind, String canonical, @Nullable String state) {
    if (span.end() > source.length() || span.start() == span.end())
      throw new IllegalArgumentException(span + " in " + source.length() + " characters");
    var text = source.substring(span.start(), span.end());
    return new Name(span, text, kind, canonical, state);
  }

  /// Where it stands; never empty.
  public Span span() {
    return span;
  }

  /// The words at that place, as the text has them. An article is no part of them. A title is part
  /// of them where a surname stands alone with it (`President Berg`), and not before a full name.
  public String text() {
    return text;
  }

  public Kind kind() {
    return kind;
  }

  /// The fullest name that the text has for the same: `Syrian Democratic Forces` for `SDF`, `Anna
  /// Berg` for `Berg` and for `President Berg`. Where there is none, its own words without a title.
  public String canonical() {
    return canonical;
  }

  /// The ISO 3166 alpha-3 code of the state that is meant: where the name is the state's, that of
  /// its capital used for its government (`Minsk denies`), or that of one of its institutions
  /// (`Ministry of Defence of Belarus`, `the Kremlin`). Nothing for a city that is only a place.
  public @Nullable String state() {
    return state;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Name name
        && span.equals(name.span)
        && text.equals(name.text)
        && kind == name.kind
        && canonical.equals(name.canonical)
        && Objects.equals(state, name.state);
  }

  @Override
  public int hashCode() {
    return Objects.hash(span, text, kind, canonical, state);
  }

  @Override
  public String toString() {
    return kind + " " + text + " at " + span.start() + ".." + span.end();
  }
}
