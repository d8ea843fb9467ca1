package casus.ledger.formats;

import casus.text.Problem;
import java.util.List;

/// What came of reading a file of forecasts.
public sealed interface Reading {
  record Read(Imported imported) implements Reading {}

  /// Nothing was taken.
  record Faulty(List<Problem> problems) implements Reading {}
}
