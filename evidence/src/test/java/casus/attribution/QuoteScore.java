package casus.attribution;

import casus.attribution.Proposal.Passage;
import casus.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How well proposals agree with what annotators marked, counted as attribution systems were
/// counted on PolNeAR (the Political News Attribution Relations corpus of Newell, Margolin and
/// Ruths, 2018), by two rules:
///
/// - *direct*: the unit is the quoted segment of three and more words; one that lies by half or
///   more in a marked (or proposed) content has its source; segments are paired where their
///   characters agree by 0.8, and right where the sources overlap;
/// - *all forms*: contents are paired greedily, the best agreement first, down to 0.5, and right
///   where the sources overlap; characters are counted over the union of all contents.
///
/// Agreement is that of the sets of characters that are no spaces: intersection over union.
final class QuoteScore {
  /// Right, proposed, and marked.
  record Count(int right, int proposed, int marked) {
    static final Count NONE = new Count(0, 0, 0);

    Count plus(Count other) {
      return new Count(right + other.right, proposed + other.proposed, marked + other.marked);
    }

    double f1() {
      return proposed + marked == 0 ? 0 : 2.0 * right / (proposed + marked);
    }
  }

  /// The counts of a document.
  record Counts(Count direct, Count content, Count contentAndSource, Count characters) {
    static final Counts NONE = new Counts(Count.NONE, Count.NONE, Count.NONE, Count.NONE);

    Counts plus(Counts other) {
      return new Counts(
          direct.plus(other.direct),
          content.plus(other.content),
          contentAndSource.plus(other.contentAndSource),
          characters.plus(other.characters));
    }
  }

  /// What was said and by whom, as places.
  record Attributed(List<Span> content, List<Span> source) {
    static Attributed of(Proposal proposal) {
      var speaker = proposal.speaker();
      return new Attributed(
          proposal.content().stream().map(Passage::span).toList(),
          speaker == null ? List.of() : List.of(speaker.mention().span()));
    }
  }

  private final String text;

  QuoteScore(String text) {
    this.text = text;
  }

  Counts of(List<Attributed> marked, List<Attributed> proposed) {
    var gold = new ArrayList<Attributed>();
    for (var each : marked) if (!each.content().isEmpty()) gold.add(each);
    var pairs = pairs(gold, proposed);
    var right = 0;
    for (var pair : pairs) if (sameSource(gold.get(pair[0]), proposed.get(pair[1]))) right++;
    return new Counts(
        direct(gold, proposed),
        new Count(pairs.size(), proposed.size(), gold.size()),
        new Count(right, proposed.size(), gold.size()),
        characters(gold, proposed));
  }

  private Count direct(List<Attributed> gold, List<Attributed> proposed) {
    var marked = 0;
    var found = 0;
    var right = 0;
    for (var segment : segments()) {
      var set = characters(List.of(segment));
      var of = holder(set, gold);
      var by = holder(set, proposed);
      if (of != null) marked++;
      if (by != null) found++;
      if (of != null && by != null && sameSource(of, by)) right++;
    }
    return new Count(right, found, marked);
  }

  private @Nullable Attributed holder(BitSet segment, List<Attributed> all) {
    @Nullable Attributed best = null;
    var most = -1;
    for (var each : all) {
      var shared = shared(segment, characters(each.content()));
      if (shared <= most) continue;
      most = shared;
      best = each;
    }
    return 2 * most >= segment.cardinality() ? best : null;
  }

  /// The text between pairs of double marks inside a line, or to its end, of three and more words.
  private List<Span> segments() {
    var found = new ArrayList<Span>();
    var open = -1;
    for (var i = 0; i <= text.length(); i++) {
      var c = i < text.length() ? text.charAt(i) : '\n';
      if (c == '\n') {
        if (open >= 0 && i - open > 1) add(open, i, found);
        open = -1;
      } else if (open < 0 && (c == '“' || c == '"')) {
        open = i;
      } else if (open >= 0 && (c == '”' || c == '"')) {
        add(open, i + 1, found);
        open = -1;
      }
    }
    return found;
  }

  private void add(int from, int to, List<Span> found) {
    var start = from;
    var end = to;
    while (start < end && mark(text.charAt(start))) start++;
    while (end > start && mark(text.charAt(end - 1))) end--;
    var words = 0;
    for (var i = start; i < end; i++)
      if (!space(text.charAt(i)) && (i == start || space(text.charAt(i - 1)))) words++;
    if (words >= 3) found.add(new Span(start, end));
  }

  private static boolean mark(char c) {
    return space(c) || "\"“”'‘’`".indexOf(c) >= 0;
  }

  private static boolean space(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private record Pairing(double agreement, int marked, int proposed) {}

  private List<int[]> pairs(List<Attributed> gold, List<Attributed> proposed) {
    var candidates = new ArrayList<Pairing>();
    for (var i = 0; i < gold.size(); i++) {
      var one = characters(gold.get(i).content());
      for (var j = 0; j < proposed.size(); j++) {
        var other = characters(proposed.get(j).content());
        var shared = shared(one, other);
        var all = one.cardinality() + other.cardinality() - shared;
        if (shared > 0 && 2 * shared >= all)
          candidates.add(new Pairing((double) shared / all, i, j));
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Pairing::agreement)
            .thenComparingInt(Pairing::marked)
            .thenComparingInt(Pairing::proposed)
            .reversed());
    var usedGold = new BitSet();
    var usedProposed = new BitSet();
    var pairs = new ArrayList<int[]>();
    for (var pair : candidates) {
      if (usedGold.get(pair.marked()) || usedProposed.get(pair.proposed())) continue;
      usedGold.set(pair.marked());
      usedProposed.set(pair.proposed());
      pairs.add(new int[] {pair.marked(), pair.proposed()});
    }
    return pairs;
  }

  private Count characters(List<Attributed> gold, List<Attributed> proposed) {
    var marked = new BitSet();
    for (var each : gold) marked.or(characters(each.content()));
    var found = new BitSet();
    for (var each : proposed) found.or(characters(each.content()));
    return new Count(shared(marked, found), found.cardinality(), marked.cardinality());
  }

  private BitSet characters(List<Span> spans) {
    var set = new BitSet();
    for (var span : spans)
      for (var i = span.start(); i < span.end(); i++) if (!space(text.charAt(i))) set.set(i);
    return set;
  }

  private static int shared(BitSet one, BitSet other) {
    var both = (BitSet) one.clone();
    both.and(other);
    return both.cardinality();
  }

  private static boolean sameSource(Attributed gold, Attributed proposed) {
    if (gold.source().isEmpty()) return proposed.source().isEmpty();
    for (var a : gold.source())
      for (var b : proposed.source()) if (a.start() < b.end() && b.start() < a.end()) return true;
    return false;
  }
}
