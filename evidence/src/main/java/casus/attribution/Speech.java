package casus.attribution;

import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Quotations beside which no cue stands: speech that goes on, transcripts, and what can only be
/// given to the nearest speaker. Paragraphs must come in order.
final class Speech {
  /// Passages of one speech; more begin another.
  private static final int LONGEST = 100;

  private final String text;
  private final Cues cues;
  private final Clauses clauses;
  private @Nullable Frame last;
  private boolean open;

  Speech(String text, Cues cues, Clauses clauses) {
    this.text = text;
    this.cues = cues;
    this.clauses = clauses;
  }

  /// Adds the frames of a paragraph, those that were found by sentence and those of the quotations
  /// that these left over.
  void paragraph(
      Span paragraph,
      List<Quotation> quotations,
      List<Sentence> sentences,
      List<List<Frame>> found,
      List<Frame> out) {
    @Nullable Frame here = null;
    for (var i = 0; i < sentences.size(); i++) {
      var s = sentences.get(i);
      for (var frame : found.get(i)) {
        out.add(frame);
        if (frame.rule() == Rule.QUOTATION_CUE) here = frame;
      }
      if (here != null) last = here;
      for (var k = 0; k < s.size(); k++) {
        if (!s.quotation(k)) continue;
        var span = s.get(k).span();
        if (found.get(i).stream().anyMatch(f -> Attribution.covers(f.content(), span))) continue;
        var alone = s.size() <= 2;
        if (here != null && alone && here.content().size() < LONGEST) {
          here = extend(here, span, out);
          last = here;
        } else if (alone
            && open
            && last != null
            && k == 0
            && i == 0
            && last.content().size() < LONGEST) {
          here = extend(last, span, out);
          last = here;
        } else if (words(span) >= 3) {
          var orphan = orphan(s, k, alone, sentences, i, found);
          if (orphan != null) {
            out.add(orphan);
            here = orphan;
            last = orphan;
          }
        }
      }
    }
    open = !quotations.isEmpty() && !quotations.getLast().closed();
  }

  private @Nullable Frame orphan(
      Sentence s, int k, boolean alone, List<Sentence> sentences, int i, List<List<Frame>> found) {
    var span = s.get(k).span();
    var manner = new Proposal.Manner(Act.STATE, Polarity.ASSERTED, Modality.ACTUAL);
    @Nullable Span speaker = null;
    var rule = Rule.NEAREST_SPEAKER;
    if (!alone) {
      var frames = new CueFrames(cues, clauses);
      var phrase = frames.firstPhrase(s);
      if (phrase != null && phrase.to() <= k) speaker = s.span(phrase.from(), phrase.to());
    } else {
      for (var j = i - 1; j >= 0 && speaker == null; j--) {
        for (var frame : found.get(j)) if (frame.speaker() != null) speaker = frame.speaker();
        if (speaker == null) {
          var phrase = new CueFrames(cues, clauses).firstPhrase(sentences.get(j));
          if (phrase != null) speaker = sentences.get(j).span(phrase.from(), phrase.to());
        }
      }
      if (speaker == null && last != null) {
        speaker = last.speaker();
        rule = Rule.CONTINUATION;
      }
    }
    if (speaker == null) return null;
    return new Frame(List.of(span), speaker, null, manner, rule);
  }

  private static Frame extend(Frame frame, Span span, List<Frame> out) {
    var content = new ArrayList<>(frame.content());
    content.add(span);
    var longer = frame.with(List.copyOf(content));
    var at = out.lastIndexOf(frame);
    if (at >= 0) out.set(at, longer);
    else out.add(longer);
    return longer;
  }

  private int words(Span span) {
    var count = 0;
    var inside = false;
    for (var i = span.start(); i < span.end(); i++) {
      var letter = Character.isLetterOrDigit(text.charAt(i));
      if (letter && !inside) count++;
      inside = letter || (inside && !Character.isWhitespace(text.charAt(i)));
    }
    return count;
  }
}
