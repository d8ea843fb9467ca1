package casus.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A dossier as of a date: everything resolved, nothing computed. What the date leaves out is
/// already left out.
///
/// @param asOf the date the answer is for
/// @param writtenAsOf the file's own as-of date; later than `asOf` in a replay
/// @param leftOut what an earlier as-of date leaves out
/// @param strengths the words of the strength scale with their factors, in order
/// @param orderOfDeclaration ids of facts, indicators, sources and questions in the order they were
///   declared
public record Dossier(
    String id,
    String title,
    LocalDate asOf,
    LocalDate writtenAsOf,
    LeftOut leftOut,
    Yardstick yardstick,
    List<Quantity> strengths,
    List<Question> questions,
    List<Actor> actors,
    List<Source> sources,
    List<Claim> claims,
    List<Fact> facts,
    Law law,
    List<BaseRate> baseRates,
    List<Weighing> weighings,
    List<Indicator> indicators,
    List<Scenario> scenarios,
    List<Lever> levers,
    List<String> orderOfDeclaration,
    Origin origin) {

  /// How many items of each kind an earlier as-of date leaves out.
  public record LeftOut(int claims, int numbers, int observations, int cases, int provisions) {
    public static final LeftOut NOTHING = new LeftOut(0, 0, 0, 0, 0);

    public int total() {
      return claims + numbers + observations + cases + provisions;
    }
  }

  /// This dossier with that question alone.
  public Dossier asking(Question question) {
    return new Dossier(
        id,
        title,
        asOf,
        writtenAsOf,
        leftOut,
        yardstick,
        strengths,
        List.of(question),
        actors,
        sources,
        claims,
        facts,
        law,
        baseRates,
        weighings,
        indicators,
        scenarios,
        levers,
        orderOfDeclaration,
        origin);
  }

  /// The fact with that id, or null.
  public @Nullable Fact fact(String factId) {
    for (var fact : facts) if (fact.id().equals(factId)) return fact;
    return null;
  }

  /// The claim with that id, or null.
  public @Nullable Claim claim(String claimId) {
    for (var claim : claims) if (claim.id().equals(claimId)) return claim;
    return null;
  }

  /// The source with that id, or null.
  public @Nullable Source source(String sourceId) {
    for (var source : sources) if (source.id().equals(sourceId)) return source;
    return null;
  }

  /// The question with that id, or null.
  public @Nullable Question question(String questionId) {
    for (var question : questions) if (question.id().equals(questionId)) return question;
    return null;
  }
}
