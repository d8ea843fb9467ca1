package casus.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a language says who said what: all its rules, from the text to the names of the speakers.
interface Grammar {
  /// What is said, and the fullest name that the text has for who says it, in the nominative; an
  /// empty name where nobody is mentioned.
  ///
  /// @param via the saying in whose content this one is told; null where the text tells it itself
  record Saying(Frame frame, String speaker, @Nullable Saying via) {
    Saying(Frame frame, String speaker) {
      this(frame, speaker, null);
    }
  }

  /// The sayings of a text in its order, each after the one in which it is told.
  ///
  /// @param text any characters; what is not to be read is blank in it
  List<Saying> sayings(String text);
}
