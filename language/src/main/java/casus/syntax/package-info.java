/// Markdown fences to a syntax tree in which every node knows its place, and back to formatted
/// text.
@NullMarked
package casus.syntax;

import org.jspecify.annotations.NullMarked;
