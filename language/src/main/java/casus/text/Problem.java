package casus.text;

import org.jspecify.annotations.Nullable;

/// Something wrong with a dossier, as a value: an error (no answer is given) or a lint (the answer
/// is given, with the warning).
///
/// @param code which problem this is; each code has a page in the docs
/// @param place the place to underline
/// @param found what is wrong, one sentence without a full stop, naming what was found
/// @param expected what would have been right, or null where `found` says it all
/// @param grammar the grammar of the line, or null where the form of the line is not the matter
/// @param hint the likely fix, often the nearest known name, or null
public record Problem(
    Code code,
    Place place,
    String found,
    @Nullable String expected,
    @Nullable String grammar,
    @Nullable String hint) {

  /// A problem that `found` says completely.
  public static Problem of(Code code, Place place, String found) {
    return new Problem(code, place, found, null, null, null);
  }

  public Problem expecting(String what) {
    return new Problem(code, place, found, what, grammar, hint);
  }

  public Problem grammar(String line) {
    return new Problem(code, place, found, expected, line, hint);
  }

  public Problem hint(@Nullable String likelyFix) {
    return new Problem(code, place, found, expected, grammar, likelyFix);
  }

  public boolean isError() {
    return code.isError();
  }
}
