package casus.attribution;

/// What a speaker does by what is said or thought, read off the cue.
public enum Act {
  STATE,
  CLAIM,
  ADMIT,
  PREDICT,
  WARN,
  THREATEN,
  DENY,
  PROMISE,
  AGREE,
  ASK,
  DEMAND,
  ACCUSE,
  CRITICIZE,
  PRAISE,
  SUPPORT,
  OPPOSE,
  REFUSE,
  BELIEVE,
  KNOW,
  DOUBT,
  WANT,
  INTEND,
  FIND,
  HEAR
}
