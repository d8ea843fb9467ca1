package casus.network;

import casus.model.Council;
import casus.model.Council.Rule;
import java.util.List;

/// Counting the votes of a council, one member after the other, with no more memory than the rule
/// needs.
final class VoteCount {
  static final String AGAINST = "against";
  static final String FAVOURS = "favours";
  static final String ABSTAINS = "abstains";
  static final String ABSENT = "absent";

  /// The member does not take part.
  static final String EXCLUDED = "excluded";

  /// What is remembered of the votes so far.
  ///
  /// @param tally votes in favour up to the number needed; for a share of those present, or of
  ///   those not excluded, `denominator · favours − numerator · counted`
  /// @param present whether anybody was
  /// @param blocked whether a vote against, an objection or a veto has decided it
  record Memory(int tally, boolean present, boolean blocked) {
    static final Memory START = new Memory(0, false, false);
    static final Memory SOMEBODY = new Memory(0, true, false);
    static final Memory BLOCKED = new Memory(0, true, true);
  }

  private final Rule rule;
  private final List<String> members;
  private final boolean mayExclude;
  private final int needed;

  /// @param mayExclude whether it depends on facts who votes, so that the number of voters is open
  VoteCount(Rule rule, List<String> members, boolean mayExclude) {
    this.rule = rule;
    this.members = members;
    this.mayExclude = mayExclude;
    this.needed =
        switch (rule) {
          case Rule.Consensus _ -> 0;
          case Rule.Unanimity _ -> members.size();
          case Rule.Count count -> count.needed();
          case Rule.Share share -> needed(share, members.size());
        };
  }

  private static int needed(Rule.Share share, int members) {
    var parts = (long) members * share.numerator();
    var exact = (int) (parts / share.denominator());
    return share.strict() || parts % share.denominator() != 0 ? exact + 1 : exact;
  }

  /// The states of a member's vote that can occur.
  static List<String> states(Council.Vote vote) {
    var states = new java.util.ArrayList<>(List.of(AGAINST, FAVOURS));
    if (vote.abstains() != null) states.add(ABSTAINS);
    if (vote.absent() != null) states.add(ABSENT);
    return List.copyOf(states);
  }

  Memory after(Memory memory, int member, String vote) {
    if (memory.blocked() || vote.equals(EXCLUDED)) return memory;
    if (vote.equals(AGAINST)) {
      if (rule.vetoes().contains(members.get(member))) return Memory.BLOCKED;
      if (rule instanceof Rule.Consensus) return Memory.BLOCKED;
    }
    if (rule instanceof Rule.Unanimity && !vote.equals(FAVOURS)) return Memory.BLOCKED;
    if (rule instanceof Rule.Consensus || (mayExclude && rule instanceof Rule.Unanimity))
      return Memory.SOMEBODY;
    if (rule instanceof Rule.Share share && (mayExclude || share.ofPresent())) {
      if (share.ofPresent() && vote.equals(ABSENT)) return memory;
      var gain =
          vote.equals(FAVOURS) ? share.denominator() - share.numerator() : -share.numerator();
      return new Memory(memory.tally() + gain, true, false);
    }
    return vote.equals(FAVOURS)
        ? new Memory(Math.min(needed, memory.tally() + 1), true, false)
        : memory;
  }

  boolean decides(Memory memory) {
    if (memory.blocked()) return false;
    if (rule instanceof Rule.Consensus || (mayExclude && rule instanceof Rule.Unanimity))
      return memory.present();
    if (rule instanceof Rule.Share share && (mayExclude || share.ofPresent()))
      return memory.present() && (share.strict() ? memory.tally() > 0 : memory.tally() >= 0);
    return !members.isEmpty() && memory.tally() >= needed;
  }
}
