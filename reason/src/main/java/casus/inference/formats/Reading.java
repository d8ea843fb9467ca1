package casus.inference.formats;

import casus.inference.Network;
import java.util.List;

/// What came of reading a text as a network.
public sealed interface Reading {
  /// A network, complete: nothing that the text says of probabilities was left out.
  ///
  /// @param notes what a reader of the text should know: rows that were far from a sum of 1 and
  ///   were renormalised, tables left out and taken as uniform, parts ignored
  record Read(Network network, List<Fault> notes) implements Reading {
    public Read {
      notes = List.copyOf(notes);
    }
  }

  /// No network: the text breaks the grammar, contradicts itself, or says something that a network
  /// cannot hold.
  ///
  /// @param faults at least one, in order of place; after a hundred the rest is left out
  record Malformed(List<Fault> faults) implements Reading {
    public Malformed {
      faults = List.copyOf(faults);
    }
  }
}
