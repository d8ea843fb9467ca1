package casus.attribution;

import casus.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How English says who said what.
final class EnglishGrammar implements Grammar {
  private final Cues cues = new Cues();
  private final Map<String, Speakers.Gender> given = Speakers.given();

  @Override
  public List<Saying> sayings(String text) {
    var clauses = new ShallowClauses(cues);
    var sites = new CueSites(cues, clauses);
    var extents = new Extents(cues, clauses);
    var verbs = new CueFrames(cues, clauses, sites, extents);
    var nouns = new SourcePhrases(cues, clauses, sites, extents);
    var stances = new Stances(cues, clauses, sites, extents);
    var frames = new ArrayList<Frame>();
    var paragraphs = Sentence.paragraphs(text);
    var told = new HashMap<Span, List<Frame>>();
    var transcript = new Transcript(text, paragraphs);
    var speech = new Speech(text, sites);
    for (var i = 0; i < paragraphs.size(); i++) {
      var paragraph = paragraphs.get(i);
      var quotations =
          Quotation.of(text, paragraph).stream()
              .filter(quotation -> !quotation.title(text, paragraph))
              .toList();
      var sentences = Sentence.of(i, Tokens.of(text, paragraphs.get(i), quotations), text, cues);
      var turn = transcript.turn(paragraph);
      if (turn != null) {
        frames.add(turn);
        speech.turn(turn, quotations);
        continue;
      }
      var found = new ArrayList<List<Frame>>();
      for (var sentence : sentences) {
        var here = new ArrayList<>(verbs.of(sentence));
        here.addAll(nouns.of(sentence));
        here.addAll(stances.of(sentence));
        var outer = outermost(here);
        found.add(outer);
        for (var frame : here) {
          var teller = teller(frame, here);
          if (teller != null) told.computeIfAbsent(teller, cue -> new ArrayList<>()).add(frame);
        }
      }
      speech.paragraph(paragraphs.get(i), quotations, sentences, found, frames);
    }
    frames.sort(Comparator.comparingInt(frame -> frame.content().getFirst().start()));
    var sayings = new ArrayList<Saying>();
    var speakers = new Speakers(text, given);
    for (var frame : frames) {
      var saying = new Saying(frame, speakers.name(frame.speaker()));
      sayings.add(saying);
      tell(saying, told, speakers, sayings);
    }
    return sayings;
  }

  /// Adds what is told in a saying: others' sayings, and what is told in them.
  private static void tell(
      Saying saying, Map<Span, List<Frame>> told, Speakers speakers, List<Saying> sayings) {
    var cue = saying.frame().cue();
    if (cue == null) return;
    for (var frame : told.getOrDefault(cue, List.of())) {
      var inner = new Saying(frame, speakers.name(frame.speaker()), saying);
      // A pronoun without a name is most often the teller again.
      var name = inner.speaker();
      if (name.equals(saying.speaker())
          || Words.SUBJECT_PRONOUNS.contains(name.toLowerCase(Locale.ROOT))) continue;
      sayings.add(inner);
      tell(inner, told, speakers, sayings);
    }
  }

  /// The cue of the innermost saying in whose content another is told, cue and all; null where the
  /// text tells it itself.
  private static @Nullable Span teller(Frame frame, List<Frame> frames) {
    var cue = frame.cue();
    if (cue == null || !spoken(frame)) return null;
    @Nullable Frame innermost = null;
    for (var other : frames) {
      if (other.cue() == null || !spoken(other) || !covers(other.content(), cue)) continue;
      if (!frame.content().stream().allMatch(span -> covers(other.content(), span))) continue;
      if (innermost == null || length(other) < length(innermost)) innermost = other;
    }
    return innermost == null ? null : innermost.cue();
  }

  private static int length(Frame frame) {
    return frame.content().stream().mapToInt(span -> span.end() - span.start()).sum();
  }

  /// Whether somebody puts something in words there.
  private static boolean spoken(Frame frame) {
    if (frame.speaker() == null) return false;
    var said =
        switch (frame.rule()) {
          case QUOTATION_CUE, CUE_CLAUSE, CUE_AFTER, ACCORDING_TO -> true;
          default -> false;
        };
    return said
        && switch (frame.manner().act()) {
          case BELIEVE, KNOW, DOUBT, WANT, INTEND, FIND, HEAR -> false;
          default -> true;
        };
  }

  /// What is said inside what is said is part of it. Of two frames with the same content, the rule
  /// that is trusted more counts, then the first.
  private static List<Frame> outermost(List<Frame> frames) {
    var kept = new ArrayList<Frame>();
    for (var i = 0; i < frames.size(); i++) {
      var frame = frames.get(i);
      var inside = false;
      for (var j = 0; j < frames.size() && !inside; j++) {
        var other = frames.get(j);
        if (i == j || !frame.content().stream().allMatch(span -> covers(other.content(), span)))
          continue;
        var trust = Double.compare(other.rule().confidence(), frame.rule().confidence());
        inside = !frame.content().equals(other.content()) || trust > 0 || (trust == 0 && j < i);
      }
      if (!inside) kept.add(frame);
    }
    return kept;
  }

  static boolean covers(List<Span> spans, Span part) {
    for (var span : spans)
      if (span.start() <= part.start() && part.end() <= span.end()) return true;
    return false;
  }
}
