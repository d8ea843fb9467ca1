package casus.syntax;

import casus.text.Span;

/// A fenced block of a Markdown file that casus reads.
///
/// @param tests whether it is marked `casus-test` rather than `casus`
/// @param opening the line with the info string
/// @param first number of the first line inside, from 1
/// @param last number of the last line inside; `first - 1` where there is none
/// @param closed whether a closing line follows
record Fence(boolean tests, Span opening, int first, int last, boolean closed) {}
