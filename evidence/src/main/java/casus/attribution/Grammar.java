package casus.attribution;

import java.util.List;

/// How a language says who said what: all its rules, from the text to the names of the speakers.
interface Grammar {
  /// What is said, and the fullest name that the text has for who says it, in the nominative; an
  /// empty name where nobody is mentioned.
  record Saying(Frame frame, String speaker) {}

  /// The sayings of a text in its order.
  ///
  /// @param text any characters; what is not to be read is blank in it
  List<Saying> sayings(String text);
}
