package casus.check;

import casus.model.Source;
import casus.text.Code;
import java.util.HashSet;

/// W104: a source of which nobody has said which way it would speak anyway.
final class LintNoLean implements Lint {
  @Override
  public void over(Review review) {
    var speaking = new HashSet<String>();
    for (var claim : review.dossier().claims())
      for (var link : claim.chain()) speaking.add(link.source());
    for (var source : review.dossier().sources())
      if (source.lean() instanceof Source.Lean.Unknown && speaking.contains(source.id()))
        review.lint(
            Code.W104,
            review.place(Names.Kind.SOURCE, source.id()),
            "nothing says which way `" + source.id() + "` leans",
            "`leans for OUTCOME`, `leans against OUTCOME` or `leans none`");
  }
}
