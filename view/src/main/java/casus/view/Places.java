package casus.view;

import casus.model.Dossier;

/// Names of files as short as they can be.
public final class Places {
  private Places() {}

  /// A place without the folder of the dossier, where it lies in that.
  public static String within(Dossier dossier, String place) {
    var file = dossier.origin().file();
    var folder = file.substring(0, file.lastIndexOf('/') + 1);
    return place.startsWith(folder) ? place.substring(folder.length()) : place;
  }
}
