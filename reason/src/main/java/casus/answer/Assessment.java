package casus.answer;

import java.util.List;

/// What came of asking: an answer, or the reason why there is none.
public sealed interface Assessment {
  record Answered(Answer answer) implements Assessment {}

  /// The dossier cannot be computed: too wide, too many readings, suppositions that contradict what
  /// is known.
  ///
  /// @param code "E801", "E802", "E803"
  /// @param because a sentence for the reader
  /// @param names the variables, findings or terms that make it so
  record Refused(String code, String because, List<String> names) implements Assessment {}
}
