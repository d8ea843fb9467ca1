package casus.model;

/// A state, body or person that can act, ask, vote or speak.
public record Actor(String code, String name, Kind kind, Origin origin) {
  public enum Kind {
    STATE,
    BODY,
    PERSON
  }
}
