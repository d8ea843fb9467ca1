package casus.attribution;

import casus.attribution.Declension.Case;
import casus.attribution.SlavicCues.Found;
import casus.attribution.SlavicSentences.Paragraph;
import casus.attribution.SlavicWords.Agreement;
import casus.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How Russian and Belarusian say who said what: one grammar, two lists of words.
final class SlavicGrammar implements Grammar {
  private static final int LONGEST = 100;
  private static final Proposal.Manner SAID =
      new Proposal.Manner(Act.STATE, Polarity.ASSERTED, Modality.ACTUAL);

  private final SlavicWords words;
  private final SlavicSubjects subjects;
  private final SlavicCues cues;

  /// @param language `ru` or `be`
  SlavicGrammar(String language) {
    words = new SlavicWords(language);
    var phrases = new SlavicPhrases(words);
    subjects = new SlavicSubjects(words, phrases);
    cues = new SlavicCues(words, phrases, subjects);
  }

  @Override
  public List<Saying> sayings(String text) {
    var spans = Sentence.paragraphs(text);
    var transcript = new Transcript(text, spans);
    var reader = new SlavicSentences(text, words);
    var all = new ArrayList<Found>();
    var sentences = new ArrayList<Sentence>();
    @Nullable Found introduced = null;
    @Nullable Found before = null;
    for (var i = 0; i < spans.size(); i++) {
      var turn = transcript.turn(spans.get(i));
      if (turn != null) {
        all.add(new Found(turn, Case.NOMINATIVE, Agreement.NONE));
        continue;
      }
      var paragraph = reader.paragraph(i, spans.get(i));
      sentences.addAll(paragraph.sentences());
      var headline = headline(paragraph);
      if (headline != null) {
        all.add(headline);
        continue;
      }
      before = paragraph(paragraph, all, introduced, before);
      introduced = introduced(paragraph);
    }
    all.sort(Comparator.comparingInt(found -> found.frame().content().getFirst().start()));
    var speakers = new SlavicSpeakers(text, words, sentences, all);
    var sayings = new ArrayList<Saying>();
    for (var found : all) sayings.add(new Saying(found.frame(), speakers.name(found)));
    return sayings;
  }

  /// Adds what a paragraph reports, and gives who spoke last.
  private @Nullable Found paragraph(
      Paragraph paragraph, List<Found> all, @Nullable Found introduced, @Nullable Found before) {
    @Nullable Found last = before;
    @Nullable Found direct = null;
    for (var s : paragraph.sentences()) {
      var here = new ArrayList<>(cues.of(s, paragraph.speech(), last));
      for (var k = 0; k < s.size(); k++) {
        var span = s.get(k).span();
        if (!s.quotation(k) || !paragraph.speech().contains(span)) continue;
        if (here.stream().anyMatch(each -> each.frame().holds(span))) continue;
        if (direct != null && k == 0 && direct.frame().content().size() < LONGEST && alone(s)) {
          direct = extended(direct, span, all);
          continue;
        }
        var orphan = orphan(s, k, paragraph, introduced, last);
        if (orphan != null) here.add(orphan);
      }
      for (var each : here) {
        var found = interrupted(each, paragraph);
        all.add(found);
        if (quoted(found, paragraph)) direct = found;
        if (found.frame().speaker() != null) last = found;
      }
    }
    return last;
  }

  private static boolean alone(Sentence s) {
    return s.size() <= 2;
  }

  private static boolean quoted(Found found, Paragraph paragraph) {
    return paragraph.speech().containsAll(found.frame().content());
  }

  private static Found extended(Found direct, Span span, List<Found> all) {
    var content = new ArrayList<>(direct.frame().content());
    content.add(span);
    var longer = direct.with(direct.frame().with(List.copyOf(content)));
    all.set(all.lastIndexOf(direct), longer);
    return longer;
  }

  /// Speech that the author's words interrupt says so, since its marks do not enclose its pieces.
  private static Found interrupted(Found found, Paragraph paragraph) {
    var frame = found.frame();
    if (frame.rule() != Rule.QUOTATION_CUE && frame.rule() != Rule.NEAREST_SPEAKER) return found;
    if (frame.content().stream().noneMatch(paragraph.interrupted()::contains)) return found;
    return found.with(
        new Frame(
            frame.content(),
            frame.speaker(),
            frame.cue(),
            frame.manner(),
            frame.addressee(),
            frame.day(),
            Rule.INTERRUPTED));
  }

  private @Nullable Found orphan(
      Sentence s, int k, Paragraph paragraph, @Nullable Found introduced, @Nullable Found last) {
    var span = s.get(k).span();
    if (words(s.get(k).text()) < 3) return null;
    var content = List.of(span);
    var after = subjects.actorAfter(s, k);
    if (after != null) return near(content, s.span(after.from(), after.to()));
    if (s.is(k - 1, ":")) {
      var actor = subjects.actor(s, k - 1);
      if (actor != null) return near(content, s.span(actor.from(), actor.to()));
    }
    if (k > 0 || !alone(s)) return null;
    if (introduced != null) return introduced.with(spoken(content, introduced.frame().speaker()));
    if (paragraph.dash() || last == null) return null;
    return last.with(spoken(content, last.frame().speaker()));
  }

  /// `Берг: мост закрыт` as a line of its own, without a full stop.
  private @Nullable Found headline(Paragraph paragraph) {
    if (paragraph.sentences().size() != 1 || !paragraph.speech().isEmpty()) return null;
    var s = paragraph.sentences().getFirst();
    var last = s.get(s.size() - 1);
    if (last.is(".") || last.is(":") || last.is(";")) return null;
    for (var k = 1; k < Math.min(6, s.size() - 1); k++) {
      if (!s.is(k, ":")) continue;
      if (!subjects.phrase(s, k)) return null;
      var frame =
          new Frame(
              List.of(s.span(k + 1, s.size())),
              s.span(0, k),
              s.get(k).span(),
              SAID,
              Rule.TRANSCRIPT);
      return new Found(frame, Case.NOMINATIVE, Agreement.NONE);
    }
    return null;
  }

  private static Found near(List<Span> content, Span speaker) {
    return new Found(spoken(content, speaker), Case.NOMINATIVE, Agreement.NONE);
  }

  private static Frame spoken(List<Span> content, @Nullable Span speaker) {
    return new Frame(content, speaker, null, SAID, Rule.NEAREST_SPEAKER);
  }

  /// Who a paragraph that ends with a colon introduces.
  private @Nullable Found introduced(Paragraph paragraph) {
    if (paragraph.sentences().isEmpty()) return null;
    var s = paragraph.sentences().getLast();
    if (!s.is(s.size() - 1, ":")) return null;
    var actor = subjects.actor(s, s.size() - 1);
    return actor == null
        ? null
        : near(List.of(s.span(0, s.size())), s.span(actor.from(), actor.to()));
  }

  private static int words(String speech) {
    return speech.strip().split("\\s+", -1).length;
  }
}
