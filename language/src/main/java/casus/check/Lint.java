package casus.check;

/// One thing that may be wrong with a dossier that can be computed all the same.
interface Lint {
  void over(Review review);
}
