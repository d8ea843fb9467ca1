package casus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A body that decides by votes.
///
/// @param id qualified by its instrument: "csto-charter.council"
/// @param members on the as-of date, those excluded by name or as suspended already left out; a
///   seat whose holder is not named has a number, "elected-3"
/// @param excludesTarget whether the state where the act takes place (who asks for it) does not
///   vote
/// @param excludedWhere names of facts: a member of which one of them holds does not vote,
///   "disputing" for `disputing(KAZ)`
/// @param votes one for each member
public record Council(
    String id,
    @Nullable String text,
    List<String> members,
    boolean excludesTarget,
    List<String> excludedWhere,
    Rule rule,
    List<Vote> votes,
    Origin origin) {

  /// @param favours the chance that the member votes in favour
  /// @param abstains the chance that it abstains, or null for never; the rest, after absence, is
  ///   against
  /// @param absent the chance that it stays away, or null for never
  public record Vote(
      String member, Chance favours, @Nullable Quantity abstains, @Nullable Quantity absent) {}

  public sealed interface Rule {
    /// Members whose vote against blocks, under any rule.
    List<String> vetoes();

    /// Nobody votes against; abstention and absence are not objections.
    record Consensus(List<String> vetoes) implements Rule {}

    /// Every member votes in favour.
    record Unanimity(List<String> vetoes) implements Rule {}

    /// At least `needed` members vote in favour.
    record Count(int needed, List<String> vetoes) implements Rule {}

    /// At least (or, where `strict`, more than) a share of the members, or of those present, votes
    /// in favour.
    record Share(
        int numerator, int denominator, boolean strict, boolean ofPresent, List<String> vetoes)
        implements Rule {}
  }
}
