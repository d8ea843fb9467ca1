package casus.attribution;

import casus.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A candidate claim: who said what, as a text has it. Made by [#of] alone, which takes the text
/// and the places, so that what is quoted is always what stands there.
public final class Proposal {
  private final List<Passage> content;
  private final @Nullable Speaker speaker;
  private final @Nullable Passage cue;
  private final Form form;
  private final Manner manner;
  private final @Nullable Passage addressee;
  private final @Nullable Passage day;
  private final Rule rule;
  private final @Nullable Proposal via;

  /// A stretch of the text and its words.
  public record Passage(Span span, String text) {
    /// @throws IllegalArgumentException if the span does not lie in the source or is empty, or if
    ///   the words are others
    static Passage of(String source, Span span) {
      if (span.end() > source.length() || span.start() == span.end())
        throw new IllegalArgumentException(span + " in " + source.length() + " characters");
      return new Passage(span, source.substring(span.start(), span.end()));
    }
  }

  /// Who speaks.
  ///
  /// @param mention where the text names the speaker beside the cue, perhaps by a pronoun
  /// @param name the fullest name the text has for the same speaker
  public record Speaker(Passage mention, String name) {}

  /// How it is said.
  public record Manner(Act act, Polarity polarity, Modality modality) {}

  private Proposal(
      List<Passage> content,
      @Nullable Speaker speaker,
      @Nullable Passage cue,
      Form form,
      Manner manner,
      @Nullable Passage addressee,
      @Nullable Passage day,
      Rule rule,
      @Nullable Proposal via) {
    this.content = content;
    this.speaker = speaker;
    this.cue = cue;
    this.form = form;
    this.manner = manner;
    this.addressee = addressee;
    this.day = day;
    this.rule = rule;
    this.via = via;
  }

  /// @param text the source
  /// @param via the proposal in whose content this one is told, if any
  /// @throws IllegalArgumentException if a span of the frame does not lie in the text, or there is
  ///   no content
  static Proposal of(String text, Frame frame, String speaker, @Nullable Proposal via) {
    if (frame.content().isEmpty()) throw new IllegalArgumentException("no content");
    var content = frame.content().stream().map(span -> Passage.of(text, span)).toList();
    return new Proposal(
        content,
        frame.speaker() == null ? null : new Speaker(Passage.of(text, frame.speaker()), speaker),
        passage(text, frame.cue()),
        frame.rule() == Rule.INTERRUPTED ? Form.DIRECT : form(content),
        frame.manner(),
        passage(text, frame.addressee()),
        passage(text, frame.day()),
        frame.rule(),
        via);
  }

  private static @Nullable Passage passage(String text, @Nullable Span span) {
    return span == null ? null : Passage.of(text, span);
  }

  private static Form form(List<Passage> content) {
    var quoted = 0;
    for (var passage : content) {
      var whole = Quotation.of(passage.text(), new Span(0, passage.text().length()));
      if (whole.isEmpty()) continue;
      var first = whole.getFirst().span();
      var last = whole.getLast().span();
      var all = first.start() == 0 && last.end() >= passage.text().length() - 1;
      if (!all) return Form.MIXED;
      quoted++;
    }
    return quoted == 0 ? Form.INDIRECT : quoted == content.size() ? Form.DIRECT : Form.MIXED;
  }

  /// What is said, in one or more passages, in the order of the text.
  public List<Passage> content() {
    return content;
  }

  /// Who says it; null where the text leaves it open.
  public @Nullable Speaker speaker() {
    return speaker;
  }

  /// The words that say that something is said; null where only quotation marks do.
  public @Nullable Passage cue() {
    return cue;
  }

  public Form form() {
    return form;
  }

  public Manner manner() {
    return manner;
  }

  /// To whom it is said, where the text says so.
  public @Nullable Passage addressee() {
    return addressee;
  }

  /// When it was said, in the words of the text: `on Monday`.
  public @Nullable Passage day() {
    return day;
  }

  /// What found it.
  public Rule rule() {
    return rule;
  }

  /// Who says that it was said: for `Reuters reported that Berg said …`, the proposal of Reuters,
  /// in whose content this one of Berg stands, and which may itself be told by another. Null where
  /// the text itself says so.
  public @Nullable Proposal via() {
    return via;
  }

  /// How far content and speaker are trusted, from 0 to 1: that of the rule, times that of each
  /// proposal it is told in.
  public double confidence() {
    return via == null ? rule.confidence() : rule.confidence() * via.confidence();
  }
}
