package casus.attribution;

import casus.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An attribution as places in a text, before its speaker has a name.
record Frame(
    List<Span> content,
    @Nullable Span speaker,
    @Nullable Span cue,
    Proposal.Manner manner,
    @Nullable Span addressee,
    @Nullable Span day,
    Rule rule) {
  Frame(
      List<Span> content,
      @Nullable Span speaker,
      @Nullable Span cue,
      Proposal.Manner manner,
      Rule rule) {
    this(content, speaker, cue, manner, null, null, rule);
  }

  Frame with(List<Span> more) {
    return new Frame(more, speaker, cue, manner, addressee, day, rule);
  }

  /// Whether a part of the text lies in the content.
  boolean holds(Span part) {
    for (var span : content)
      if (span.start() <= part.start() && part.end() <= span.end()) return true;
    return false;
  }
}
