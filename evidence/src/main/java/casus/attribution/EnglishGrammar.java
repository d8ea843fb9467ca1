package casus.attribution;

import casus.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How English says who said what.
final class EnglishGrammar implements Grammar {
  private final Cues cues = new Cues();

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
        found.add(outermost(here));
      }
      speech.paragraph(paragraphs.get(i), quotations, sentences, found, frames);
    }
    frames.sort(Comparator.comparingInt(frame -> frame.content().getFirst().start()));
    var sayings = new ArrayList<Saying>();
    var speakers = new Speakers(text);
    for (var frame : frames) sayings.add(new Saying(frame, speakers.name(frame.speaker())));
    return sayings;
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
