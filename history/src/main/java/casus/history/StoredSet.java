package casus.history;

/// A record set that can be counted in.
///
/// @param set with the columns that its description knows
/// @param edition of the imported file, or empty where nothing tells it
/// @param records how many
/// @param file the name of the file it was imported from; empty for a set that comes with casus
/// @param sha256 the checksum of that file, or empty
/// @param on the day of the import as YYYY-MM-DD, or empty
public record StoredSet(
    RecordSet set, String edition, long records, String file, String sha256, String on) {}
