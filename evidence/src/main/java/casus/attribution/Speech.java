package casus.attribution;

import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Quotations beside which no cue stands: speech that goes on, transcripts, and what can only be
/// given to the nearest speaker. Paragraphs must come in order.
final class Speech {
  /// Passages of one speech; more begin another.
  private static final int LONGEST = 100;

  /// How many sentences back the speaker of a bare quotation is looked for.
  private static final int NEAR = 5;

  private static final Proposal.Manner SAID =
      new Proposal.Manner(Act.STATE, Polarity.ASSERTED, Modality.ACTUAL);

  private final String text;
  private final CueSites sites;
  private @Nullable Frame last;
  private @Nullable Span introduced;
  private boolean open;

  Speech(String text, CueSites sites) {
    this.text = text;
    this.sites = sites;
  }

  /// A turn of a transcript, which quotations alone in the next paragraphs continue.
  void turn(Frame turn, List<Quotation> quotations) {
    last = turn;
    introduced = null;
    open = !quotations.isEmpty() && !quotations.getLast().closed();
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
        if (found.get(i).stream().anyMatch(f -> EnglishGrammar.covers(f.content(), span))) continue;
        var alone = s.size() <= 2;
        var signed = signature(s, k);
        if (signed != null && words(span) >= 3) {
          out.add(new Frame(List.of(span), signed, null, SAID, Rule.SIGNED));
          continue;
        }
        var trailing = k == 0 && i > 0 && !endsOpen(span) && sites.of(s).isEmpty();
        if (here != null && trailing && here.content().size() < LONGEST) {
          here = extend(here, span, out);
          last = here;
        } else if (here != null && alone && here.content().size() < LONGEST) {
          here = extend(here, span, out);
          last = here;
        } else if (alone
            && last != null
            && k == 0
            && i == 0
            && (open || (introduced == null && spoken(sentences)))
            && last.content().size() < LONGEST) {
          here = extend(last, span, out);
          last = here;
        } else if (words(span) >= 3) {
          var orphan = orphan(s, k, alone, sentences, i, found);
          if (orphan != null) {
            out.add(orphan);
            if (k == 0) here = orphan;
            if (k == 0) last = orphan;
          }
        }
      }
    }
    introduced = null;
    if (!sentences.isEmpty()) {
      var s = sentences.getLast();
      var phrase = s.is(s.size() - 1, ":") ? sites.introducer(s) : null;
      if (phrase != null) introduced = s.span(phrase.from(), phrase.to());
    }
    open = !quotations.isEmpty() && !quotations.getLast().closed();
  }

  /// Who signs a quotation: `“…” — Anna Berg`.
  private static @Nullable Span signature(Sentence s, int quotation) {
    var from = quotation + 2;
    if (from >= s.size() || !(ShallowClauses.dash(s.get(from - 1)) || s.is(from - 1, "-")))
      return null;
    var to = from;
    while (to < s.size() && s.get(to).capital()) to++;
    var end = to;
    while (end < s.size() && !s.get(end).quotation()) end++;
    var closes = end == s.size() && (to == end || s.is(to, ",") || s.is(to, ".") || s.is(to, "("));
    return to > from && to - from <= 5 && closes && end - from <= 16 ? s.span(from, to) : null;
  }

  /// Whether a paragraph is nothing but quotations, in answer to nobody.
  private static boolean spoken(List<Sentence> sentences) {
    for (var s : sentences) if (s.size() > 2 || !s.quotation(0)) return false;
    return true;
  }

  private @Nullable Frame orphan(
      Sentence s, int k, boolean alone, List<Sentence> sentences, int i, List<List<Frame>> found) {
    var span = s.get(k).span();
    var beside = alone || !endsOpen(span) ? null : sites.beside(s, k);
    var speaker =
        alone ? null : beside != null ? s.span(beside.from(), beside.to()) : subject(s, k);
    if (alone && i == 0 && introduced != null) speaker = introduced;
    for (var j = i - 1; j >= Math.max(0, i - NEAR) && alone && speaker == null; j--) {
      speaker = first(found.get(j));
      if (speaker == null) speaker = subject(sentences.get(j), sentences.get(j).size());
    }
    if (speaker == null) return null;
    return new Frame(List.of(span), speaker, null, SAID, Rule.NEAREST_SPEAKER);
  }

  /// Whether the quoted words end with a mark after which a sentence may go on.
  private boolean endsOpen(Span quotation) {
    var inside = quotation.end() - 1;
    while (inside > quotation.start() && "\"“”'’»".indexOf(text.charAt(inside)) >= 0) inside--;
    return ",!?—-".indexOf(text.charAt(inside)) >= 0;
  }

  /// Who says the first thing that a sentence reports.
  private @Nullable Span first(List<Frame> frames) {
    for (var frame : frames) {
      var speaker = frame.speaker();
      if (speaker != null && saying(frame.rule()) && someone(speaker)) return speaker;
    }
    return null;
  }

  private static boolean saying(Rule rule) {
    return switch (rule) {
      case QUOTATION_CUE, CUE_CLAUSE, CUE_AFTER, ACCORDING_TO, PARTICIPLE, CUE_OBJECT -> true;
      default -> false;
    };
  }

  private boolean someone(Span mention) {
    var words = text.substring(mention.start(), mention.end()).toLowerCase(Locale.ROOT);
    return switch (words) {
      case "who", "which", "that", "it", "this", "there", "what", "some", "many" -> false;
      default -> true;
    };
  }

  /// The subject of a sentence, if it is a name, or a pronoun for a person.
  private @Nullable Span subject(Sentence s, int before) {
    if (s.is(before - 1, ":") && before > 1 && s.get(before - 2).capital()) {
      var from = before - 2;
      while (from > 0 && s.get(from - 1).capital()) from--;
      return s.span(from, before - 1);
    }
    var governor = before < s.size() && s.quotation(before) ? sites.governor(s, before) : null;
    var phrase = governor != null ? governor : sites.firstPhrase(s);
    if (phrase == null || phrase.to() > before) return null;
    var span = s.span(phrase.from(), phrase.to());
    if (!someone(span)) return null;
    return span;
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
