package casus.document;

import casus.text.Span;
import java.util.List;

/// A part of the text that is not the article: it stays in the text, and whoever reads for claims
/// passes over it.
///
/// @param span where in the text
/// @param kind what it is
public record Masked(Span span, Kind kind) {
  /// What stands around an article.
  public enum Kind {
    /// Menus, breadcrumbs, page headers and footers, links to nowhere in particular.
    NAVIGATION("navigation"),

    /// Other articles, offered.
    RELATED("related articles"),

    /// Buttons to pass the article on.
    SHARING("sharing"),

    /// Requests for money, subscriptions and addresses.
    APPEAL("appeals"),

    /// Cookies, copyright, terms.
    NOTICE("notices"),

    /// What readers wrote under it.
    COMMENTS("comments"),

    ADVERTISEMENT("advertisements"),

    /// What is written under a picture, and who took it.
    CAPTION("captions"),

    /// The headline, who wrote it, and when.
    HEADING("heading and byline"),

    /// An earlier letter, quoted in an answer.
    QUOTED("quoted mail"),

    /// Anything else that the page holds.
    OTHER("other parts");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// For a reader: "related articles".
    public String words() {
      return words;
    }
  }

  /// The text with blanks where parts are masked, so that every place stays where it is.
  ///
  /// @param parts of the text; what is not in it is ignored
  public static String blanked(String text, List<Span> parts) {
    if (parts.isEmpty()) return text;
    var characters = text.toCharArray();
    for (var span : parts)
      for (var i = span.start(); i < Math.min(span.end(), characters.length); i++)
        if (characters[i] != '\n') characters[i] = ' ';
    return new String(characters);
  }
}
