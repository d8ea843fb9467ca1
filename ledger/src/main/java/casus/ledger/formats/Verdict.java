package casus.ledger.formats;

import java.util.Locale;

/// How a question came out, in the words of a file.
enum Verdict {
  YES,
  NO,
  VOID,
  PENDING,
  /// Something else, such as the name of an answer.
  OTHER;

  static Verdict of(String written) {
    return switch (written.strip().toLowerCase(Locale.ROOT)) {
      case "yes", "true", "t", "1", "1.0", "right", "happened", "correct" -> YES;
      case "no", "false", "f", "0", "0.0", "wrong", "incorrect" -> NO;
      case "void",
          "voided",
          "annulled",
          "ambiguous",
          "cancel",
          "cancelled",
          "canceled",
          "withdrawn",
          "n/a" ->
          VOID;
      case "", "na", "nan", "null", "none", "unknown", "pending", "open", "unresolved", "?" ->
          PENDING;
      default -> OTHER;
    };
  }
}
