package casus.attribution;

import org.jspecify.annotations.Nullable;

/// What the rules ask of grammar. A parser of dependencies can answer it better than
/// [ShallowClauses], which has small words and marks alone to go by.
interface Clauses {
  /// Tokens of a sentence, from the first to before the last.
  record Phrase(int from, int to) {}

  /// The subject of the verb group that begins at a token, as near as it is named; null if none
  /// stands before it.
  @Nullable Phrase subject(Sentence sentence, int group);

  /// Where the noun phrase that begins at a token ends; the same token if none begins there.
  int nounPhraseEnd(Sentence sentence, int from);

  /// Where the adverbials (when, where, in what) that begin at a token end.
  int adverbialEnd(Sentence sentence, int from);
}
