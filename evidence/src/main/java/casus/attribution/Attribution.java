package casus.attribution;

import casus.document.Language;
import casus.document.Masked;
import casus.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Who said what in a text: rules over its words, in a cascade, chosen by the language that the
/// text is in. The same text gives the same proposals, and the time grows with its length. What
/// somebody is said to have said (`Reuters reported that Berg said …`) is a proposal of its own,
/// after the one it is told in.
public final class Attribution {
  private final Grammar english = new EnglishGrammar();
  private final Grammar russian = new SlavicGrammar("ru");
  private final Grammar belarusian = new SlavicGrammar("be");

  /// The proposals of a text, in its order.
  ///
  /// @param text any characters; paragraphs are lines
  public List<Proposal> of(String text) {
    return of(text, List.of());
  }

  /// The proposals of those parts of a text that are the document's own.
  ///
  /// @param whole any characters; paragraphs are lines
  /// @param masked parts to pass over; what is not in the text is ignored
  public List<Proposal> of(String whole, List<Span> masked) {
    var text = Masked.blanked(whole, masked);
    var proposals = new ArrayList<Proposal>();
    var made = new HashMap<Grammar.Saying, Proposal>();
    for (var said : grammar(text).sayings(text)) {
      var via = said.via() == null ? null : made.get(said.via());
      var proposal = Proposal.of(whole, said.frame(), said.speaker(), via);
      made.put(said, proposal);
      proposals.add(proposal);
    }
    return proposals;
  }

  /// The rules for a text: those of its language where there are some, else English ones.
  private Grammar grammar(String text) {
    return switch (Language.of(text)) {
      case "ru" -> russian;
      case "be" -> belarusian;
      case null, default -> english;
    };
  }
}
