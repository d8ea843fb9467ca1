package casus.answer;

import java.util.List;

/// A smallest set of facts or readings that carries the subject over a boundary.
///
/// @param changes "request(BLR) = true", "cst.aggression = broad"; up to three
/// @param boundary the probability crossed
/// @param before the headline
/// @param after with the changes
/// @param words the yardstick's words on the other side
public record Flip(
    List<String> changes, double boundary, double before, double after, String words) {}
