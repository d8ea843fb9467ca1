package casus.check;

import casus.model.Origin;
import casus.text.Place;
import casus.text.SourceText;
import casus.text.Span;
import java.util.List;

/// One run over a file and all it uses: what every part of the check shares.
record Checking(
    List<Uses.Loaded> files,
    Records records,
    Declarations declarations,
    List<InstrumentDraft> instruments,
    Findings findings,
    Names names,
    Dates dates,
    Amounts amounts,
    Conditions conditions,
    Chances chances) {

  Uses.Loaded main() {
    return files.getFirst();
  }

  /// Whether a file is the dossier's own rather than of the treaty library.
  boolean isOwn(SourceText source) {
    for (var file : files) if (file.source() == source) return !file.isLibrary();
    return false;
  }

  /// Whether the file is a library file checked for itself: it holds law and no question.
  boolean isLibrary() {
    return declarations.of(casus.syntax.Statement.DossierHead.class).isEmpty()
        && declarations.of(casus.syntax.Statement.Question.class).isEmpty();
  }

  Origin start() {
    return Declared.origin(new Place(main().source(), new Span(0, 0)));
  }
}
