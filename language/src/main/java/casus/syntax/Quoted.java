package casus.syntax;

import casus.text.Span;

/// A quoted text, without its quotes and escapes; the span includes the quotes.
public record Quoted(String text, Span span) {}
