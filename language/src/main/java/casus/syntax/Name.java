package casus.syntax;

import casus.text.Span;

/// A word as written: a keyword's operand, a name, or a qualified name such as `cst.aggression`.
public record Name(String text, Span span) {}
