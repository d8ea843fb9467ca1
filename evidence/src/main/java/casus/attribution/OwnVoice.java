package casus.attribution;

import casus.document.Language;
import casus.document.Masked;
import casus.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an English text says in its author's own voice: sentences that judge, weigh or predict and
/// are not given to anybody else. A sentence that only tells what happened is no candidate.
public final class OwnVoice {
  private static final Proposal.Manner JUDGED =
      new Proposal.Manner(Act.STATE, Polarity.ASSERTED, Modality.ACTUAL);
  private static final Proposal.Manner WEIGHED =
      new Proposal.Manner(Act.PREDICT, Polarity.ASSERTED, Modality.HYPOTHETICAL);
  private static final Proposal.Manner PREDICTED =
      new Proposal.Manner(Act.PREDICT, Polarity.ASSERTED, Modality.ACTUAL);

  /// Words that leave it open.
  private static final Set<String> WEIGHING =
      Set.of(
          "could",
          "may",
          "might",
          "would",
          "possible",
          "possibly",
          "perhaps",
          "maybe",
          "probably",
          "probable",
          "likely",
          "unlikely",
          "seems",
          "seem",
          "appears",
          "appear",
          "apparently",
          "presumably",
          "risk",
          "risks",
          "doubtful",
          "conceivable");

  /// Words that speak of what is to come.
  private static final Set<String> PREDICTING =
      Set.of("will", "won't", "cannot", "can't", "inevitable", "inevitably", "certainly", "shall");

  /// Words that judge.
  private static final Set<String> JUDGING =
      Set.of(
          "must",
          "should",
          "impossible",
          "absurd",
          "merely",
          "clearly",
          "obviously",
          "unprecedented",
          "impressive",
          "illegal",
          "unlawful",
          "lawful",
          "legal",
          "justified",
          "justification",
          "unjustified",
          "legitimate",
          "legitimacy",
          "illegitimate",
          "therefore",
          "means",
          "never",
          "neither",
          "nobody",
          "solve",
          "solves",
          "rather",
          "indeed",
          "ironically",
          "only");

  private static final int SHORTEST = 5;

  private OwnVoice() {}

  /// The candidates of a text, in its order, none where it is in another language; their speaker is
  /// not named in it.
  ///
  /// @param whole any characters; paragraphs are lines
  /// @param masked parts to pass over
  /// @param reported what others say in it: sentences that report are theirs
  public static List<Proposal> of(String whole, List<Span> masked, List<Proposal> reported) {
    var text = Masked.blanked(whole, masked);
    var language = Language.of(text);
    if (language != null && !language.equals("en")) return List.of();
    var taken = new ArrayList<Span>();
    for (var proposal : reported) for (var passage : proposal.content()) taken.add(passage.span());
    var cues = new Cues();
    var found = new ArrayList<Proposal>();
    var paragraphs = Sentence.paragraphs(text);
    for (var i = 0; i < paragraphs.size(); i++) {
      var quotations = Quotation.of(text, paragraphs.get(i));
      var tokens = Tokens.of(text, paragraphs.get(i), quotations);
      for (var sentence : Sentence.of(i, tokens, text, cues)) {
        var span = sentence.span(0, sentence.size());
        var manner = manner(sentence);
        if (manner == null || isReported(span, taken)) continue;
        found.add(
            Proposal.of(
                whole, new Frame(List.of(span), null, null, manner, Rule.AUTHOR), "", null));
      }
    }
    return found;
  }

  /// Whether half of a sentence and more is what somebody else says.
  private static boolean isReported(Span sentence, List<Span> taken) {
    var reported = new BitSet();
    for (var other : taken)
      if (other.start() < sentence.end() && sentence.start() < other.end())
        reported.set(
            Math.max(other.start(), sentence.start()), Math.min(other.end(), sentence.end()));
    return 2 * reported.cardinality() >= sentence.end() - sentence.start();
  }

  /// How the sentence is said, or null where it judges nothing.
  private static Proposal.@Nullable Manner manner(Sentence sentence) {
    var last = sentence.get(sentence.size() - 1);
    if (sentence.size() < SHORTEST || !(last.is(".") || last.is("!") || last.is("…"))) return null;
    var weighs = false;
    var predicts = false;
    var judges = false;
    for (var token : sentence.tokens()) {
      // Nobody's words but the author's.
      if (token.quotation() && token.span().end() - token.span().start() > 60) return null;
      // `May` is a month.
      if (!token.word() || (token.is("may") && token.capital())) continue;
      weighs |= WEIGHING.contains(token.lower());
      predicts |= PREDICTING.contains(token.lower());
      judges |= JUDGING.contains(token.lower());
    }
    return weighs ? WEIGHED : predicts ? PREDICTED : judges || isNegated(sentence) ? JUDGED : null;
  }

  /// "is not", "do not", "does not", "there is no".
  private static boolean isNegated(Sentence sentence) {
    for (var i = 1; i < sentence.size(); i++)
      if ((sentence.is(i, "not") || sentence.is(i, "no"))
          && (sentence.is(i - 1, "is")
              || sentence.is(i - 1, "are")
              || sentence.is(i - 1, "do")
              || sentence.is(i - 1, "does")
              || sentence.is(i - 1, "has")
              || sentence.is(i - 1, "have")
              || sentence.is(i - 1, "can"))) return true;
    return false;
  }
}
