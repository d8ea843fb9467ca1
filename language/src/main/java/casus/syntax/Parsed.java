package casus.syntax;

import casus.text.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a piece of text means, or what is wrong with it.
///
/// @param value null where there are problems
/// @param problems empty where there is a value
public record Parsed<T>(@Nullable T value, List<Problem> problems) {}
