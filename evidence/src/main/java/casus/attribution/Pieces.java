package casus.attribution;

import casus.document.Masked;
import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A text cut into numbered pieces: sentences, and inside them quotations and what stands between
/// commas. Whoever reads the pieces can point at words, and cannot put words into the text.
public final class Pieces {
  /// Shorter pieces join the one before them.
  private static final int SHORTEST = 4;

  private final String text;
  private final List<Span> spans;

  private Pieces(String text, List<Span> spans) {
    this.text = text;
    this.spans = spans;
  }

  /// @param whole any characters; paragraphs are lines
  /// @param masked parts to pass over
  public static Pieces of(String whole, List<Span> masked) {
    var text = Masked.blanked(whole, masked);
    var cues = new Cues();
    var spans = new ArrayList<Span>();
    var paragraphs = Sentence.paragraphs(text);
    for (var i = 0; i < paragraphs.size(); i++) {
      var quotations = Quotation.of(text, paragraphs.get(i));
      var tokens = Tokens.of(text, paragraphs.get(i), quotations);
      for (var sentence : Sentence.of(i, tokens, text, cues)) cut(sentence, spans);
    }
    return new Pieces(whole, List.copyOf(spans));
  }

  private static void cut(Sentence sentence, List<Span> spans) {
    var first = spans.size();
    var from = 0;
    for (var i = 0; i < sentence.size(); i++) {
      var last = i + 1 == sentence.size();
      var ends =
          last
              || sentence.quotation(i)
              || sentence.quotation(i + 1)
              || sentence.is(i, ",")
              || sentence.is(i, ";")
              || sentence.is(i, ":")
              || sentence.is(i, "—");
      if (!ends) continue;
      var piece = sentence.span(from, i + 1);
      var quotation = i == from && sentence.quotation(i);
      var whole = quotation || i + 1 - from >= SHORTEST || spans.size() == first;
      if (whole) spans.add(piece);
      else spans.set(spans.size() - 1, new Span(spans.getLast().start(), piece.end()));
      from = i + 1;
    }
  }

  /// How many there are; they are numbered from 1.
  public int size() {
    return spans.size();
  }

  /// The words of a piece.
  ///
  /// @param number from 1 to [#size]
  public String text(int number) {
    var span = span(number);
    return text.substring(span.start(), span.end());
  }

  public Span span(int number) {
    return spans.get(number - 1);
  }

  /// The proposal that pieces are what somebody says.
  ///
  /// @param numbers from 1 to [#size], not none; neighbours become one passage
  /// @param speaker where the text names who says it, or null
  /// @param name the fullest name the text has for the same
  public Proposal said(
      List<Integer> numbers, @Nullable Span speaker, String name, Proposal.Manner manner) {
    var content = new ArrayList<Span>();
    for (var number : new TreeSet<>(numbers)) {
      var span = span(number);
      var last = content.isEmpty() ? null : content.getLast();
      if (last != null && text.substring(last.end(), span.start()).isBlank())
        content.set(content.size() - 1, new Span(last.start(), span.end()));
      else content.add(span);
    }
    return Proposal.of(text, new Frame(content, speaker, null, manner, Rule.MODEL), name, null);
  }
}
