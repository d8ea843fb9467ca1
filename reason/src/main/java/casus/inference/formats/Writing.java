package casus.inference.formats;

import java.util.List;

/// What came of writing a network as text.
public sealed interface Writing {
  /// The text; lines end with a line feed.
  ///
  /// @param notes what the format could not hold and the text therefore lacks
  record Written(String text, List<String> notes) implements Writing {
    public Written {
      notes = List.copyOf(notes);
    }
  }

  /// The format cannot hold the network.
  ///
  /// @param reasons one sentence for each variable concerned, naming it
  record Unwritable(List<String> reasons) implements Writing {
    public Unwritable {
      reasons = List.copyOf(reasons);
    }
  }
}
