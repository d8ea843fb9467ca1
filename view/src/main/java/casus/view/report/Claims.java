package casus.view.report;

import casus.answer.Answer;
import casus.answer.ClaimAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Links from what is said to who says it.
///
/// @param noted ids of the claims that have an endnote
record Claims(Set<String> noted) {
  static Claims of(Answer answer) {
    return new Claims(
        answer.claims().stream().map(ClaimAnswer::id).collect(Collectors.toUnmodifiableSet()));
  }

  /// Each claim as a link to its endnote.
  List<Run> links(List<String> ids) {
    var runs = new ArrayList<Run>();
    for (var id : ids) {
      if (!runs.isEmpty()) runs.add(Run.plain(" "));
      runs.add(noted.contains(id) ? Run.link(id, EndNotes.claim(id)) : Run.plain(id));
    }
    return runs;
  }
}
