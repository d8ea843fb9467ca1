package casus.inference;

/// A clique tree with its tables, ready for messages.
///
/// @param potentials what was multiplied
/// @param tables by clique of the tree
/// @param lookedUp by clique, see [CliqueTree#lookedUp]
/// @param isWhole whether nothing is known
record Cliques(
    Potentials potentials,
    CliqueTree tree,
    CliqueTable[] tables,
    int[][] lookedUp,
    boolean isWhole) {
  long entries() {
    var entries = 0L;
    for (var table : tables) entries += table.entryCount();
    return entries;
  }

  long bytes() {
    var bytes = 0L;
    for (var table : tables) bytes += table.bytes();
    return bytes;
  }
}
