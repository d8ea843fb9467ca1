package casus.document;

import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A passage of a text, held so that it can be found again when the text has changed: its words,
/// the words around it, and where it stood (the text quote and text position selectors of the W3C's
/// Web Annotation model).
///
/// @param exact the words themselves
/// @param prefix up to [#CONTEXT] characters before them
/// @param suffix up to [#CONTEXT] characters after them
/// @param start offset of the first character, in UTF-16 units
/// @param end offset after the last
public record Anchor(String exact, String prefix, String suffix, int start, int end) {
  /// How much of the surroundings is kept.
  public static final int CONTEXT = 32;

  /// A passage that has become shorter or longer than this share of itself is another passage.
  private static final double CHANGED = 0.3;

  /// The longest passage that is compared word by word.
  private static final int LONGEST = 2_000;

  public Anchor {
    if (exact.isEmpty() || start < 0 || end < start)
      throw new IllegalArgumentException(exact + " at " + start + ".." + end);
  }

  /// The anchor of a span of a text, which must not be empty.
  public static Anchor of(String text, Span span) {
    return new Anchor(
        text.substring(span.start(), span.end()),
        text.substring(Math.max(0, span.start() - CONTEXT), span.start()),
        text.substring(span.end(), Math.min(text.length(), span.end() + CONTEXT)),
        span.start(),
        span.end());
  }

  /// The anchor of the first place where words stand in a text, whatever the shape of quotes,
  /// dashes and blanks; null where they do not.
  public static @Nullable Anchor of(String text, String words) {
    var folded = Folded.of(text);
    var wanted = Folded.of(words).plain().strip();
    var at = wanted.isEmpty() ? -1 : folded.plain().indexOf(wanted);
    return at < 0 ? null : of(text, span(folded, at, at + wanted.length()));
  }

  /// What has become of a passage.
  public sealed interface Found {
    /// Where it always was.
    record InPlace(Span span) implements Found {}

    /// The same words elsewhere.
    ///
    /// @param by how many characters further on; negative for further back
    record Moved(Span span, int by) implements Found {}

    /// Nearly the same words in the same surroundings.
    ///
    /// @param now the words that stand there
    /// @param by how many characters further on
    /// @param edits how many characters differ
    record Changed(Span span, String now, int by, int edits) implements Found {}

    /// The same words at several places, none of them in the old surroundings.
    record Ambiguous(List<Span> places) implements Found {}

    record Gone() implements Found {}
  }

  /// Finds the passage in another state of its text.
  public Found in(String text) {
    if (end <= text.length() && text.startsWith(exact, start) && surroundings(text, start, end) > 0)
      return new Found.InPlace(new Span(start, end));
    var folded = Folded.of(text);
    var wanted = Folded.of(exact).plain().strip();
    if (wanted.isEmpty()) return new Found.Gone();
    var places = literally(text);
    if (places.isEmpty()) places = places(folded, wanted);
    if (places.size() == 1) return at(places.getFirst());
    if (!places.isEmpty()) return among(text, places);
    return nearly(text, folded, wanted);
  }

  private Found at(Span span) {
    return span.start() == start
        ? new Found.InPlace(span)
        : new Found.Moved(span, span.start() - start);
  }

  private List<Span> literally(String text) {
    var places = new ArrayList<Span>();
    for (var at = text.indexOf(exact);
        at >= 0 && places.size() < 1_000;
        at = text.indexOf(exact, at + 1)) places.add(new Span(at, at + exact.length()));
    return places;
  }

  private static List<Span> places(Folded folded, String wanted) {
    var places = new ArrayList<Span>();
    for (var at = folded.plain().indexOf(wanted);
        at >= 0 && places.size() < 1_000;
        at = folded.plain().indexOf(wanted, at + 1))
      places.add(span(folded, at, at + wanted.length()));
    return places;
  }

  /// The place whose surroundings are most like the old ones; of equals, the old place.
  private Found among(String text, List<Span> places) {
    var best = new ArrayList<Span>();
    var most = 0;
    for (var place : places) {
      var alike = surroundings(text, place.start(), place.end());
      if (alike > most) best.clear();
      most = Math.max(most, alike);
      if (alike == most) best.add(place);
    }
    for (var place : best) if (place.start() == start) return new Found.InPlace(place);
    return best.size() == 1 ? at(best.getFirst()) : new Found.Ambiguous(List.copyOf(best));
  }

  /// How many characters right before and right after are as they were; 1 more, so that a passage
  /// that never had surroundings is not taken for one that lost them.
  private int surroundings(String text, int from, int to) {
    var before = 0;
    while (before < prefix.length()
        && before < from
        && text.charAt(from - 1 - before) == prefix.charAt(prefix.length() - 1 - before)) before++;
    var after = 0;
    while (after < suffix.length()
        && to + after < text.length()
        && text.charAt(to + after) == suffix.charAt(after)) after++;
    return before + after + (prefix.isEmpty() && suffix.isEmpty() ? 1 : 0);
  }

  /// Looks where the old surroundings still stand, and else around the old place.
  private Found nearly(String text, Folded folded, String wanted) {
    if (wanted.length() > LONGEST) return new Found.Gone();
    var allowed = (int) Math.max(1, wanted.length() * CHANGED);
    var starts = new ArrayList<Integer>();
    var before = Folded.of(prefix).plain();
    if (before.strip().length() >= CONTEXT / 4)
      for (var at = folded.plain().indexOf(before);
          at >= 0 && starts.size() < 20;
          at = folded.plain().indexOf(before, at + 1)) starts.add(at + before.length());
    var after = Folded.of(suffix).plain();
    if (after.strip().length() >= CONTEXT / 4)
      for (var at = folded.plain().indexOf(after);
          at >= 0 && starts.size() < 40;
          at = folded.plain().indexOf(after, at + 1)) starts.add(at - wanted.length());
    starts.add(folded.at(Math.min(start, text.length())));
    @Nullable Likeness best = null;
    for (var from : starts) {
      var likeness = likeness(folded.plain(), wanted, from, allowed);
      if (likeness != null && (best == null || likeness.edits() < best.edits())) best = likeness;
    }
    if (best == null) return new Found.Gone();
    var span = span(folded, best.from(), best.to());
    return new Found.Changed(
        span, text.substring(span.start(), span.end()), span.start() - start, best.edits());
  }

  private record Likeness(int from, int to, int edits) {}

  /// The stretch of the text near a place that needs the fewest edits to become the words: the edit
  /// distance with free ends, in time proportional to the lengths of both.
  private static @Nullable Likeness likeness(String text, String wanted, int from, int allowed) {
    var begin = Math.clamp(from - (long) allowed, 0, text.length());
    var stop = Math.clamp(from + (long) wanted.length() + allowed, begin, text.length());
    var columns = stop - begin;
    var edits = new int[columns + 1];
    var starts = new int[columns + 1];
    for (var j = 0; j <= columns; j++) starts[j] = j;
    for (var i = 1; i <= wanted.length(); i++) {
      var diagonal = edits[0];
      var diagonalStart = starts[0];
      edits[0] = i;
      for (var j = 1; j <= columns; j++) {
        var up = edits[j];
        var upStart = starts[j];
        var same = wanted.charAt(i - 1) == text.charAt(begin + j - 1) ? 0 : 1;
        var cost = diagonal + same;
        var origin = diagonalStart;
        if (up + 1 < cost) {
          cost = up + 1;
          origin = upStart;
        }
        if (edits[j - 1] + 1 < cost) {
          cost = edits[j - 1] + 1;
          origin = starts[j - 1];
        }
        edits[j] = cost;
        starts[j] = origin;
        diagonal = up;
        diagonalStart = upStart;
      }
    }
    var best = 0;
    for (var j = 1; j <= columns; j++) if (edits[j] < edits[best]) best = j;
    return edits[best] > allowed || best == starts[best]
        ? null
        : new Likeness(begin + starts[best], begin + best, edits[best]);
  }

  private static Span span(Folded folded, int from, int to) {
    var start = folded.offsets()[from];
    return new Span(start, Math.max(start, folded.offsets()[to - 1] + 1));
  }
}
