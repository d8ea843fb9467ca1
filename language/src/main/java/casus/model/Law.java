package casus.model;

import java.util.List;

/// All the law a dossier draws on.
///
/// @param actions which acts include which narrower ones
/// @param rankings which article prevails over which
public record Law(
    List<Instrument> instruments,
    List<Term> terms,
    List<Council> councils,
    List<ActionIncludes> actions,
    List<Ranking> rankings) {

  public record ActionIncludes(String action, List<String> narrower) {}

  /// @param higher id of an article, "un-charter.2.4"
  /// @param lower id of an article of the same or another instrument
  public record Ranking(String higher, String lower, Origin origin) {}
}
