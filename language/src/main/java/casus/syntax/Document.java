package casus.syntax;

import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.util.List;

/// A parsed Markdown file: its statements, its tests, and what its prose refers to. Statements with
/// errors are left out or kept in part; `problems` says all that was wrong with their form.
///
/// @param prose the computed values and claim references in the text between the fences, in order
public record Document(
    SourceText source,
    String title,
    List<Statement> statements,
    List<Expectation> expectations,
    List<ProseReference> prose,
    List<Problem> problems) {

  /// Something in prose that refers to the model.
  public sealed interface ProseReference {
    Span span();

    /// `{{ P(troops = open) in words }}`: the span covers the braces.
    record Value(Query query, Span span) implements ProseReference {}

    /// `[C4]`: the span covers the brackets.
    record Citation(Name claim, Span span) implements ProseReference {}
  }

  /// What a computed value in prose, `casus explain` and `--suppose` ask for.
  public sealed interface Query {
    /// `P(troops = open)`, `P(hostile) in words`.
    record Probability(Condition event, boolean inWords) implements Query {}

    record Could(Condition.Could could) implements Query {}

    /// A claim, finding, fact, article, factor or source by its name.
    record Named(Atom atom) implements Query {}
  }
}
