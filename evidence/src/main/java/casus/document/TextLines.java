package casus.document;

import casus.document.Masked.Kind;
import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which lines of a plain text are its article. Without markup only their words and their place
/// tell: headings above, appeals below, `Related:` between.
final class TextLines {
  /// Markdown around a line: emphasis, a heading's signs, a quotation's, a link in brackets.
  private static final Pattern MARKS = Pattern.compile("^[\\s#>*_<\\[]+|[\\s#*_>\\]]+$");

  private static final Pattern RULE = Pattern.compile("\\s*([-*_=])(\\s*\\1){2,}\\s*");
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S{1,2000}");
  private static final Pattern SITE =
      Pattern.compile("(?i)(https?://)?([\\w-]+\\.)+[a-z]{2,12}(/\\S*)?");
  private static final Pattern ASKS =
      Pattern.compile(
          "(?iU).*\\b(please|help us|let['’]s|thanks to (its|our|your)|sign(ing)? up|join us|become an?|click)\\b.*");
  private static final Pattern FOR_SUPPORT =
      Pattern.compile(
          "(?iU).*\\b(donat\\w+|subscri\\w+|readers|newsletter|patrons?|members?hip|(support|fund) (us|our)|recurring)\\b.*");

  /// Appeals stand in the later part of a text: what is said of donations before is its matter.
  private static final double TAIL = 0.6;

  private record Line(Span span, String words) {
    private boolean isBlank() {
      return words.isEmpty();
    }
  }

  private final String text;
  private final List<Line> lines = new ArrayList<>();
  private final List<@Nullable Kind> kinds = new ArrayList<>();

  private TextLines(String text) {
    this.text = text;
    var at = 0;
    while (at <= text.length()) {
      var feed = text.indexOf('\n', at);
      var end = feed < 0 ? text.length() : feed;
      var line = text.substring(at, end);
      lines.add(new Line(new Span(at, end), RULE.matcher(line).matches() ? "" : bare(line)));
      kinds.add(RULE.matcher(line).matches() ? Kind.OTHER : null);
      at = end + 1;
    }
  }

  private static String bare(String line) {
    var words = MARKS.matcher(line).replaceAll("");
    return words.replaceFirst("^(\\w{1,20}:)[*_]+", "$1").strip();
  }

  /// The parts of a text that are not its article.
  static List<Masked> masked(String text, @Nullable String title) {
    return new TextLines(text).masked(title);
  }

  /// The address under `Source:`, where a text gives one.
  static @Nullable String address(String text) {
    var each = new TextLines(text).lines.stream().filter(line -> !line.isBlank()).toList();
    for (var i = 0; i < each.size(); i++) {
      if (!each.get(i).words().matches("(?iu)(source|original|источник|крыніца)\\s*:.*")) continue;
      var here = ADDRESS.matcher(each.get(i).words());
      if (here.find()) return here.group();
      if (i + 1 < each.size() && ADDRESS.matcher(each.get(i + 1).words()).matches())
        return each.get(i + 1).words();
    }
    return null;
  }

  private List<Masked> masked(@Nullable String title) {
    for (var i = 0; i < lines.size(); i++) {
      var words = lines.get(i).words();
      if (kinds.get(i) != null || words.isEmpty()) continue;
      if (words.equals(title)) kinds.set(i, Kind.HEADING);
      else if (SITE.matcher(words).matches()) kinds.set(i, Kind.OTHER);
      else kinds.set(i, Boilerplate.kind(words));
    }
    appeals();
    var masked = new ArrayList<Masked>();
    for (var i = 0; i < lines.size(); i++) {
      var kind = kinds.get(i);
      if (kind == null) continue;
      var end = i;
      while (end + 1 < lines.size()
          && (kinds.get(end + 1) == kind
              || (lines.get(end + 1).isBlank() && isNext(end + 1, kind)))) end++;
      masked.add(
          new Masked(new Span(lines.get(i).span().start(), lines.get(end).span().end()), kind));
      i = end;
    }
    masked.removeIf(part -> part.span().start() == part.span().end());
    return masked;
  }

  /// Whether the next line that is not blank is of a kind.
  private boolean isNext(int from, Kind kind) {
    for (var i = from; i < lines.size(); i++)
      if (!lines.get(i).isBlank() || kinds.get(i) != null) return kinds.get(i) == kind;
    return false;
  }

  /// Requests for money and subscriptions at the end, and what stands between two of them.
  private void appeals() {
    var first = -1;
    var last = -1;
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.span().start() < TAIL * text.length()
          || !ASKS.matcher(line.words()).matches()
          || !FOR_SUPPORT.matcher(line.words()).matches()) continue;
      if (first < 0) first = i;
      last = i;
    }
    for (var i = first; first >= 0 && i <= last; i++)
      if (!lines.get(i).isBlank()) kinds.set(i, Kind.APPEAL);
  }
}
