/// The index of a desk: the forecasts of many ledgers and imported sets in one database, SQLite or
/// PostgreSQL. The files are the truth; the index can always be made again from them.
@NullMarked
package casus.ledger.store;

import org.jspecify.annotations.NullMarked;
