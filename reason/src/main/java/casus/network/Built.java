package casus.network;

import java.util.List;

/// What came of building a dossier's network.
public sealed interface Built {
  record Ready(DossierNetwork network) implements Built {}

  /// Too many reasons with factors of their own.
  ///
  /// @param names what makes it so
  record TooManyReasons(List<String> names) implements Built {}
}
