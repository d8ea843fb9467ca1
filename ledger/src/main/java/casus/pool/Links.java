package casus.pool;

import casus.ledger.PosedQuestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is known of how questions hang together, each group of them with its worlds.
///
/// @param groups by the id of every linked question
public record Links(Map<String, Worlds> groups) {
  public static final Links NONE = new Links(Map.of());

  /// The questions of each group: those joined by links, directly or by way of others.
  ///
  /// @param questions by id; every linked question is among them
  static List<List<PosedQuestion>> joined(List<Link> links, Map<String, PosedQuestion> questions) {
    var leader = new LinkedHashMap<String, String>();
    for (var link : links) {
      var left = leader(leader, link.left().question());
      var right = leader(leader, link.right().question());
      if (!left.equals(right)) leader.put(right, left);
    }
    var groups = new LinkedHashMap<String, List<PosedQuestion>>();
    for (var question : questions.values())
      if (leader.containsKey(question.id()))
        groups.computeIfAbsent(leader(leader, question.id()), _ -> new ArrayList<>()).add(question);
    return List.copyOf(groups.values());
  }

  private static String leader(Map<String, String> leaders, String question) {
    var at = question;
    while (true) {
      var next = leaders.computeIfAbsent(at, id -> id);
      if (next.equals(at)) return at;
      at = next;
    }
  }

  /// The group of a question, or the question by itself.
  Worlds of(PosedQuestion question) {
    var group = groups.get(question.id());
    return group == null ? Worlds.of(question) : group;
  }

  /// The groups, each one time, the one with the most questions first.
  public List<Worlds> all() {
    return groups.values().stream()
        .distinct()
        .sorted(Comparator.comparingInt((Worlds group) -> group.questions().size()).reversed())
        .toList();
  }
}
