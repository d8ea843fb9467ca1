package casus.document;

import java.util.List;

/// A document as text.
///
/// @param text all that a reader of the document would see
/// @param masked the parts of the text that are not the article, in order, not overlapping
public record StoredDocument(Format format, String text, List<Masked> masked, About about) {
  public StoredDocument {
    masked = List.copyOf(masked);
    var at = 0;
    for (var part : masked) {
      if (part.span().start() < at || part.span().end() > text.length())
        throw new IllegalArgumentException(part + " after " + at + " of " + text.length());
      at = part.span().end();
    }
  }

  /// The text without what is masked: the article alone.
  public String article() {
    var article = new StringBuilder();
    var at = 0;
    for (var part : masked) {
      article.append(text, at, part.span().start());
      at = part.span().end();
    }
    return article.append(text, at, text.length()).toString().replaceAll("\n{3,}", "\n\n").strip();
  }
}
