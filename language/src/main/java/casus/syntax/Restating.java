package casus.syntax;

import java.util.Map;

/// A file that restates numbers of a dossier.
///
/// @param reasons why, by the line that says so, from 1; a line of the statement that takes a
///   reason of its own has it there
public record Restating(Document document, Map<Integer, String> reasons) {}
