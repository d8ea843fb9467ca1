package casus.model;

import java.util.List;

/// What an analyst puts otherwise than the dossier does.
///
/// @param analyst a name
/// @param restated in the order in which the analyst writes them
public record Judgement(String analyst, List<Restated> restated) {}
