package casus.syntax;

import casus.text.Span;
import org.jspecify.annotations.Nullable;

/// A name with an optional argument in brackets: `hostile`, `attack(BLR)`, `cst.aggression(P)`.
public record Atom(Name name, @Nullable Name argument, Span span) {
  /// As it is written canonically, `attack(BLR)`.
  public String text() {
    return argument == null ? name.text() : name.text() + "(" + argument.text() + ")";
  }
}
