package casus.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Questions with the forecasts made of them: all that scores and pools are computed from, wherever
/// it comes from (a dossier's ledger, an import, the index of a desk).
///
/// @param questions by id, in the order of the source
/// @param forecasts in the order of the source; each is about one of the questions
public record ForecastSet(Map<String, PosedQuestion> questions, List<Forecast> forecasts) {
  public ForecastSet {
    forecasts = List.copyOf(forecasts);
    for (var forecast : forecasts)
      if (!questions.containsKey(forecast.question()))
        throw new IllegalArgumentException("no question " + forecast.question());
  }

  public static ForecastSet of(List<PosedQuestion> questions, List<Forecast> forecasts) {
    var byId = new LinkedHashMap<String, PosedQuestion>();
    for (var question : questions) byId.put(question.id(), question);
    return new ForecastSet(byId, forecasts);
  }

  /// The question that a forecast of this set is about.
  public PosedQuestion about(Forecast forecast) {
    var question = questions.get(forecast.question());
    if (question == null) throw new IllegalArgumentException("no question " + forecast.question());
    return question;
  }
}
