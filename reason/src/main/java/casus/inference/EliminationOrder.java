package casus.inference;

/// In which order the variables are summed out, and what that is expected to cost.
///
/// @param order every variable but the query
/// @param work the expected number of products; may exceed any integer
/// @param widest the variables held together at the most expensive step, ascending
record EliminationOrder(int[] order, double work, int[] widest) {}
