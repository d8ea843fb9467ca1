package casus.check;

import casus.text.Place;
import casus.text.SourceText;
import casus.text.Span;
import org.jspecify.annotations.Nullable;

/// Where a condition stands: what its names can mean.
///
/// @param instrument the instrument it belongs to, whose terms are reached unqualified and where
///   `P` and `S` may stand for states; null in the dossier
/// @param closed whether an unknown name inside an instrument is an error when it is nearly a known
///   one (the dossier's own files), rather than a fact that the dossier may declare
record Scope(SourceText source, @Nullable String instrument, boolean closed) {
  static Scope dossier(Declared<?> where) {
    return new Scope(where.source(), null, true);
  }

  Place at(Span span) {
    return new Place(source, span);
  }
}
