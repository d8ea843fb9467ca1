package casus.attribution;

import casus.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Paragraphs that begin with who speaks: `BERG: We hold.`, `Q: Why?`, `- Anna Berg: …`. A label
/// counts where it heads more than one paragraph, or is in capitals as two others are.
final class Transcript {
  private static final int LONGEST = 40;
  private final String text;
  private final Map<String, Integer> heads = new HashMap<>();

  /// Whether so many paragraphs begin with a name in capitals that each of them is a turn.
  private final boolean repeated;

  Transcript(String text, List<Span> paragraphs) {
    this.text = text;
    var shouting = 0;
    for (var paragraph : paragraphs) {
      var label = label(paragraph);
      if (label == null) continue;
      var name = text.substring(label.start(), label.end());
      shouting += shouted(name) ? 1 : 0;
      heads.merge(name, 1, Integer::sum);
    }
    repeated = shouting > 2;
  }

  private static boolean shouted(String name) {
    return name.length() > 2 && name.equals(name.toUpperCase(Locale.ROOT));
  }

  /// What a paragraph says, if it is a turn of a transcript.
  @Nullable Frame turn(Span paragraph) {
    var label = label(paragraph);
    if (label == null) return null;
    var name = text.substring(label.start(), label.end());
    if (heads.getOrDefault(name, 0) < 2 && !(repeated && shouted(name))) return null;
    var start = label.end() + 1;
    while (start < paragraph.end() && Character.isWhitespace(text.charAt(start))) start++;
    var end = paragraph.end();
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
    if (start >= end) return null;
    var manner = new Proposal.Manner(Act.STATE, Polarity.ASSERTED, Modality.ACTUAL);
    return new Frame(
        List.of(new Span(start, end)),
        label,
        new Span(label.end(), label.end() + 1),
        manner,
        Rule.TRANSCRIPT);
  }

  /// Capitalised words before a colon at the head of a paragraph.
  private @Nullable Span label(Span paragraph) {
    var start = paragraph.start();
    while (start < paragraph.end() && "-–—•* \t\"“'‘".indexOf(text.charAt(start)) >= 0) start++;
    var i = start;
    for (; i < paragraph.end() && i - start < LONGEST; i++) {
      var c = text.charAt(i);
      if (c == ':') break;
      var initial = i == start || text.charAt(i - 1) == ' ';
      if (initial && !Character.isUpperCase(c)) return null;
      if (!Character.isLetter(c) && " .-'’".indexOf(c) < 0) return null;
    }
    if (i == start || i >= paragraph.end() || text.charAt(i) != ':') return null;
    return new Span(start, i);
  }
}
