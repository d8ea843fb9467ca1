package casus.syntax;

import casus.text.Span;
import java.time.LocalDate;

/// A date as written.
///
/// @param day the day meant: the first of the month or year where only these were written
/// @param whole whether a full day was written
public record Day(LocalDate day, boolean whole, Span span) {}
