package casus.text;

/// A span in a file: what a number is traced to and what a message points at.
public record Place(SourceText source, Span span) {
  /// `file:line:column`, as editors and terminals understand it.
  public String label() {
    return source.name() + ":" + source.line(span.start()) + ":" + source.column(span.start());
  }
}
