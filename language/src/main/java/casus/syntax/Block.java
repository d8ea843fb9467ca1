package casus.syntax;

import java.util.List;

/// A line of a fence and the lines indented below it. The line is kept as offsets and read when its
/// meaning is known.
///
/// @param start offset of the first character that is not indentation
/// @param end offset of the line's end, before its line break
record Block(int start, int end, int level, List<Block> children) {}
