package casus.view;

/// How a piece of text is set where colour is on.
enum Ink {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  GOOD("32"),
  BAD("31"),
  UNSETTLED("33"),
  BAR("36");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  /// The text between its ANSI escapes.
  String apply(String text) {
    return code.isEmpty() || text.isBlank() ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
  }
}
