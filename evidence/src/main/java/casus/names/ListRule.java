package casus.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What stands in a list with names is of their kind: `Homs and Karvona`, `Homs, Karvona and Hama`.
final class ListRule {
  private static final int LONGEST = 3;
  private final WordLists words;

  ListRule(WordLists words) {
    this.words = words;
  }

  /// Adds what stands beside the names found so far.
  void propose(Wording text, List<Candidate> names, List<Candidate> found) {
    Map<Integer, Candidate> starts = new HashMap<>();
    for (var name : names) starts.put(name.from(), name);
    for (var name : names) {
      var joint = text.text(name.to());
      var from = name.to() + 1;
      if (starts.containsKey(from) || !unknown(text, from)) continue;
      var to = from + 1;
      while (to - from < LONGEST && text.joined(to) && unknown(text, to)) to++;
      if (text.joined(to) && text.capital(to)) continue;
      if (joint.equals("and")
          || joint.equals("or")
          || continues(text, joint, to, starts, name.kind()))
        found.add(new Candidate(from, to, name.kind(), 1.55));
    }
  }

  private static boolean continues(
      Wording text, String joint, int to, Map<Integer, Candidate> starts, Kind kind) {
    if (!joint.equals(",")) return false;
    var mark = text.text(to);
    var next = starts.get(to + (mark.equals(",") && text.text(to + 1).equals("and") ? 2 : 1));
    return (mark.equals(",") || mark.equals("and")) && next != null && next.kind() == kind;
  }

  private boolean unknown(Wording text, int i) {
    return i < text.size()
        && text.named(i)
        && !text.heading(i)
        && text.known(i) == null
        && text.stateWords(i) == 0
        && !text.at(i).capitals()
        && !words.body.contains(text.text(i))
        && !words.title.contains(text.text(i))
        && !words.offices.contains(text.text(i))
        && !words.office.contains(text.text(i))
        && !words.opening.contains(text.text(i))
        && !text.common(text.text(i));
  }
}
