package casus.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an entry of a ledger says.
public sealed interface Content {
  /// When it was written.
  Instant at();

  /// What it is about.
  QuestionAsked question();

  /// Where the numbers of a forecast come from.
  enum Kind {
    /// The dossier's network computed them.
    MODEL,
    /// Somebody holds them.
    OWN
  }

  /// What a forecast was computed from. Hashes are SHA-256 in hexadecimal, of the text in UTF-8
  /// with line feeds alone.
  ///
  /// @param name of the dossier
  /// @param text hash of its text
  /// @param judgement hash of the analyst's own judgements, or null where there are none
  /// @param uses path to hash, of the treaties and other files that it uses
  record Basis(String name, String text, @Nullable String judgement, Map<String, String> uses) {}

  /// An interval of probabilities, 90 %.
  record Range(double low, double high) {}

  /// Somebody, or the model, held this.
  ///
  /// @param by the forecaster's name
  /// @param asOf the day from which the dossier speaks
  /// @param probabilities one for each outcome, in the question's order, with the sum 1
  /// @param ranges of each probability, or empty where there are none
  /// @param said a person's own words, from which the probabilities were filled in; null for a
  ///   model
  /// @param scenario under which they hold, or null for none: such a forecast is not scored
  /// @param version of casus
  /// @param note in the forecaster's words, or null
  record RecordedForecast(
      Instant at,
      String by,
      Kind kind,
      LocalDate asOf,
      QuestionAsked question,
      List<Double> probabilities,
      List<Range> ranges,
      @Nullable String said,
      @Nullable String scenario,
      Basis basis,
      String version,
      @Nullable String note)
      implements Content {
    public RecordedForecast {
      probabilities = List.copyOf(probabilities);
      ranges = List.copyOf(ranges);
    }

    /// Of one of the question's outcomes.
    public double probability(String outcome) {
      return probabilities.get(question.outcomeIds().indexOf(outcome));
    }
  }

  /// The question has come out. A later resolution of the same question replaces an earlier one.
  ///
  /// @param outcome that came about, or null where the question is void
  /// @param because why it is void, or null where it is not
  /// @param on the day from which the outcome was known
  /// @param evidence what shows it, in words, or null
  /// @param address where that is, or null
  /// @param by who says so, or null
  record Resolution(
      Instant at,
      QuestionAsked question,
      @Nullable String outcome,
      @Nullable String because,
      LocalDate on,
      @Nullable String evidence,
      @Nullable String address,
      @Nullable String by,
      String version)
      implements Content {}
}
