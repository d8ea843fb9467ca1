package casus.event;

/// The types of PLOVER (2021), from the friendliest.
public enum EventType {
  AGREE,
  CONSULT,
  SUPPORT,
  COOPERATE,
  AID,
  CONCEDE,
  RETREAT,
  REQUEST,
  ACCUSE,
  REJECT,
  THREATEN,
  PROTEST,
  SANCTION,
  MOBILIZE,
  COERCE,
  ASSAULT;

  /// Whether it is harm done, and no words.
  boolean hostile() {
    return compareTo(PROTEST) >= 0;
  }
}
