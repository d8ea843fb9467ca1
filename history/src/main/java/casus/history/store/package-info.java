/// Record sets as files: recognised by their columns, checked, kept as Parquet in the user's data
/// folder, and counted by an engine that runs in this process.
@NullMarked
package casus.history.store;

import org.jspecify.annotations.NullMarked;
