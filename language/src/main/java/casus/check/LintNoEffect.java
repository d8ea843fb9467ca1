package casus.check;

import casus.check.Names.Kind;
import casus.model.Condition;
import casus.model.Indicator;
import casus.text.Code;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// W112: what is written and reaches no question, no act asked about and no test.
final class LintNoEffect implements Lint {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}-]*");

  @Override
  public void over(Review review) {
    if (review.checking().isLibrary()) return;
    var facts = new HashSet<String>();
    var terms = new HashSet<String>();
    var councils = new HashSet<String>();
    for (var node : review.reached())
      switch (node) {
        case Node.OfFact(String id) -> facts.add(id);
        case Node.OfTerm(String id, String _) -> terms.add(id);
        case Node.OfCouncil(String id, String _) -> councils.add(id);
        case Node.OfAct _, Node.OfArticle _, Node.OfOutcome _ -> {}
      }
    for (var fact : review.dossier().facts())
      if (!facts.contains(fact.id())) lint(review, Kind.FACT, fact.id());
    for (var term : review.dossier().law().terms())
      if (!terms.contains(term.id()) && isOwn(review, Kind.TERM, term.id()))
        lint(review, Kind.TERM, term.id());
    for (var council : review.dossier().law().councils())
      if (!councils.contains(council.id()) && isOwn(review, Kind.COUNCIL, council.id()))
        lint(review, Kind.COUNCIL, council.id());
    for (var indicator : review.dossier().indicators())
      if (!isReached(indicator, review)) lint(review, Kind.INDICATOR, indicator.id());
    for (var lever : review.dossier().levers())
      if (lever.set().stream().noneMatch(setting -> facts.contains(setting.fact())))
        lint(review, Kind.LEVER, lever.id());
    for (var weighing : review.dossier().weighings())
      for (var reason : weighing.reasons())
        if (new Condition.Truth(false).equals(reason.condition()))
          review.lint(
              Code.W112,
              review.place(reason.origin()),
              "the reason `" + reason.id() + "` never holds",
              "a condition that can hold");
    claims(review, facts);
    sources(review);
    actors(review);
  }

  private static void lint(Review review, Kind kind, String id) {
    review.lint(
        Code.W112,
        review.place(kind, id),
        "no answer depends on the " + kind.word() + " `" + id + "`",
        "a reason, a condition or a test that it reaches");
  }

  /// Terms and councils of the library are there for others too, and those of an instrument that is
  /// not in force have a lint of their own.
  private static boolean isOwn(Review review, Kind kind, String id) {
    var entry = review.checking().names().entry(id);
    return entry != null
        && entry.kind() == kind
        && review.dossier().law().instruments().stream()
            .noneMatch(one -> !one.inForce() && id.startsWith(one.id() + "."))
        && entry.place() != null
        && review.checking().isOwn(entry.place().source());
  }

  private static boolean isReached(Indicator indicator, Review review) {
    for (var one : indicator.cases().cases())
      if (one.condition() != null)
        for (var edge : review.dependencies().edges(one.condition()))
          if (review.reached().contains(edge.to())) return true;
    return false;
  }

  private static void claims(Review review, Set<String> facts) {
    var used = new HashSet<>(review.asked().mentioned());
    review
        .factsByClaim()
        .forEach((claim, bearing) -> {
          if (bearing.stream().anyMatch(facts::contains)) used.add(claim);
        });
    for (var weighing : review.dossier().weighings())
      for (var reason : weighing.reasons()) used.addAll(reason.cites());
    for (var indicator : review.dossier().indicators())
      if (indicator.observation() instanceof Indicator.Observation.Seen seen)
        used.addAll(seen.cites());
    for (var claim : review.dossier().claims())
      if (!used.contains(claim.id()))
        review.lint(
            Code.W112,
            review.place(Kind.CLAIM, claim.id()),
            "no answer depends on " + claim.id(),
            "a fact below which it stands, or a reason that cites it, `[" + claim.id() + "]`");
  }

  private static void sources(Review review) {
    var used = new HashSet<String>();
    for (var claim : review.dossier().claims()) {
      for (var link : claim.chain()) used.add(link.source());
      if (claim.quote() != null) used.add(claim.quote().source());
    }
    for (var declared : review.checking().declarations().of(casus.syntax.Statement.Claim.class))
      if (declared.syntax().at() != null) used.add(declared.syntax().at().text());
    for (var source : review.dossier().sources())
      if (!used.contains(source.id()))
        review.lint(
            Code.W112,
            review.place(Kind.SOURCE, source.id()),
            "the source `" + source.id() + "` says nothing",
            "a claim of it");
  }

  /// An actor counts as used where its code stands anywhere but in its declaration.
  private static void actors(Review review) {
    if (review.dossier().actors().isEmpty()) return;
    Map<String, Integer> counts = new HashMap<>();
    for (var file : review.checking().files()) {
      var words = WORD.matcher(file.source().text());
      while (words.find()) counts.merge(words.group(), 1, Integer::sum);
    }
    for (var actor : review.dossier().actors())
      if (counts.getOrDefault(actor.code(), 0) < 2) lint(review, Kind.ACTOR, actor.code());
  }
}
