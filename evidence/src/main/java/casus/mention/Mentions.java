package casus.mention;

import casus.document.Masked;
import casus.mention.Quantities.Found;
import casus.text.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a text mentions that can be counted, dated or looked up. The same text gives the same
/// mentions, and the time grows with its length.
public final class Mentions {
  private final Vocabulary words;
  private final Instruments instruments;
  private final Quantities quantities;

  /// @param words those of the language of the texts
  public Mentions(Vocabulary words) {
    this.words = words;
    this.instruments = new Instruments(words.language());
    this.quantities = new Quantities(words);
  }

  /// The mentions of a text, in its order; no two overlap.
  ///
  /// @param text any characters; paragraphs are lines
  /// @param published the day that `yesterday` and `last week` count from; null if it is not known,
  ///   and such days stay unresolved
  public List<Mention> of(String text, @Nullable LocalDate published) {
    return of(text, published, List.of());
  }

  /// The mentions in those parts of a text that are the document's own.
  ///
  /// @param text any characters; paragraphs are lines
  /// @param published as above
  /// @param masked parts to pass over; what is not in the text is ignored
  public List<Mention> of(String text, @Nullable LocalDate published, List<Span> masked) {
    var sentences = Sentence.of(Masked.blanked(text, masked), words);
    var provisions = new Provisions(words, instruments, text);
    var days = new Days(words, text, published);
    var mentions = new ArrayList<Mention>();
    for (var from = 0; from < sentences.size(); ) {
      var to = from + 1;
      while (to < sentences.size()
          && sentences.get(to).paragraph() == sentences.get(from).paragraph()) to++;
      paragraph(text, sentences.subList(from, to), days, provisions, mentions);
      from = to;
    }
    mentions.sort(Comparator.comparingInt(mention -> mention.passage().span().start()));
    return List.copyOf(mentions);
  }

  private void paragraph(
      String text,
      List<Sentence> sentences,
      Days days,
      Provisions provisions,
      List<Mention> mentions) {
    var found = new ArrayList<List<Found>>();
    var samples = new ArrayList<BigDecimal>();
    for (var sentence : sentences) {
      var taken = new boolean[sentence.size()];
      for (var provision : provisions.of(sentence)) {
        mentions.add(provision.provision());
        for (var i = provision.from(); i < provision.end(); i++) taken[i] = true;
      }
      for (var day : days.of(sentence, taken)) {
        mentions.add(day.day());
        for (var i = day.from(); i < day.end(); i++) taken[i] = true;
      }
      var here = quantities.of(sentence, taken);
      found.add(here);
      for (var quantity : here)
        if (quantities.sample(sentence, quantity) && quantity.low() != null)
          samples.add(quantity.low());
    }
    var sample = samples.size() == 1 ? samples.getFirst() : null;
    for (var k = 0; k < sentences.size(); k++) {
      var sentence = sentences.get(k);
      var source = found.get(k).isEmpty() ? null : quantities.source(sentence);
      for (var quantity : found.get(k))
        mentions.add(quantity(text, sentence, quantity, sample, source));
    }
  }

  private Quantity quantity(
      String text, Sentence s, Found found, @Nullable BigDecimal sample, int @Nullable [] source) {
    var share = found.unit().kind() == Quantity.Unit.Kind.PERCENT;
    var told = quantities.told(s, found);
    var people = told == null ? found.populationFrom() : told.end();
    return new Quantity(
        Passage.of(text, s.span(found.from(), found.end())),
        found.comparison(),
        found.low(),
        found.high(),
        found.unit(),
        people >= found.populationTo()
            ? null
            : Passage.of(text, s.span(people, found.populationTo())),
        share ? (told == null ? sample : told.value()) : null,
        source == null || (source[0] <= found.from() && found.from() < source[1])
            ? null
            : Passage.of(text, s.span(source[0], source[1])));
  }
}
