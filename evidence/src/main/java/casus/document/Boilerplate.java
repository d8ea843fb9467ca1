package casus.document;

import casus.document.Masked.Kind;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Short lines that say themselves that they are no part of an article: `Related: …`, `Share this`.
final class Boilerplate {
  /// Longer lines are prose, whatever they begin with.
  static final int LONGEST = 120;

  private record Worded(Kind kind, Pattern pattern) {}

  private static final List<Worded> WORDED =
      List.of(
          worded(Kind.ADVERTISEMENT, "advertise?ment|advert|(ad )?sponsored( content)?|реклама"),
          worded(
              Kind.SHARING,
              "share( this)?( on.*)?|print|email|tweet|facebook|twitter|follow (us|me).*|поделиться.*|падзяліцца.*"),
          worded(
              Kind.RELATED,
              "(read|see) (more|also).*|also read:?.*|related( (articles|stories|content|posts))?|related:.*|more from.*"
                  + "|recommended.*|don['’]t miss.*|читайте также.*|чытайце таксама.*"),
          worded(Kind.APPEAL, "sign up.*|subscribe.*|click here.*|подпис(ка|аться|ывайтесь).*"),
          worded(Kind.CAPTION, "photo(graph)?:.*|image( credit)?:.*|source:.*|фото:.*"),
          worded(Kind.COMMENTS, "comments?( \\(\\d+\\))?"),
          worded(Kind.NAVIGATION, "loading.*|tags?:.*|(filed|posted) (under|in):?.*"),
          worded(Kind.NOTICE, "(©|copyright).*|all rights reserved.*|\\[?disclaimer\\]?"),
          worded(
              Kind.HEADING,
              "(last )?updated:?.*|published:?.*|(?-i:[Bb]y|BY|Translat(ed|ion) by|Edited by) \\p{Lu}[^.]{0,60}"));

  private Boilerplate() {}

  private static Worded worded(Kind kind, String words) {
    return new Worded(kind, Pattern.compile("(?iUs)(" + words + ")"));
  }

  /// What a line or block is, or null where its words do not say.
  static @Nullable Kind kind(String words) {
    if (words.length() >= LONGEST) return null;
    for (var worded : WORDED) if (worded.pattern().matcher(words).matches()) return worded.kind();
    return null;
  }
}
