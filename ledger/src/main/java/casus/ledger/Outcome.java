package casus.ledger;

import java.time.Instant;

/// What became of a question that was forecast.
public sealed interface Outcome {
  /// Nobody has said how it came out.
  record Pending() implements Outcome {
    public static final Pending PENDING = new Pending();
  }

  /// One of the question's outcomes came about.
  ///
  /// @param index of the outcome in [PosedQuestion#outcomes()], from 0
  /// @param at from when this was known: a forecast made later is none
  record Happened(int index, Instant at) implements Outcome {}

  /// The question turned out to have no answer, and is scored for nobody.
  ///
  /// @param because why, for a reader
  @SuppressWarnings("AvoidCommonTypeNames") // always named with Outcome before it
  record Void(String because) implements Outcome {}
}
