package casus.model;

import org.jspecify.annotations.Nullable;

/// A number of a dossier that an analyst puts otherwise.
///
/// @param number which, by names: "fact request(BLR) prior"
/// @param before as the dossier writes it; empty where it writes none
/// @param after as the analyst writes it
/// @param because why, or null where nothing was said
/// @param origin where the analyst writes it
public record Restated(
    String number, String before, String after, @Nullable String because, Origin origin) {}
