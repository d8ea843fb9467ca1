package casus.history.store;

import casus.history.Records;

/// Records that hold memory until they are closed.
public interface OpenRecords extends Records, AutoCloseable {
  @Override
  void close();
}
