package casus.ledger.formats;

import casus.ledger.Forecast;
import casus.ledger.ForecastSet;
import casus.ledger.Outcome;
import casus.ledger.PosedQuestion;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A set of forecasts as lines of JSON, as an imported set is kept: a line that says so, a line for
/// each question, then a line for each forecast.
public final class ForecastLines {
  private static final String KIND = "forecasts";
  private static final int VERSION = 1;
  private static final JsonFactory JSON = new JsonFactory();

  private ForecastLines() {}

  /// Whether a text begins as these lines do.
  static boolean isOne(SourceText source) {
    return source.lineText(1).startsWith("{\"casus\":\"" + KIND + "\"");
  }

  /// @param format what was imported, for a reader
  /// @param file its name
  public static void write(ForecastSet set, String format, String file, Writer to) {
    try (var out = JSON.createGenerator(ObjectWriteContext.empty(), to)) {
      out.writeStartObject();
      out.writeStringProperty("casus", KIND);
      out.writeNumberProperty("version", VERSION);
      out.writeStringProperty("format", format);
      out.writeStringProperty("file", file);
      out.writeEndObject();
      for (var question : set.questions().values()) write(question, out);
      for (var forecast : set.forecasts()) write(forecast, out);
      out.writeRaw('\n');
    }
  }

  private static void write(PosedQuestion question, JsonGenerator out) {
    out.writeRaw('\n');
    out.writeStartObject();
    out.writeStringProperty("question", question.id());
    out.writeStringProperty("title", question.title());
    out.writeName("outcomes").writeStartArray();
    question.outcomes().forEach(out::writeString);
    out.writeEndArray();
    if (question.ladder()) out.writeBooleanProperty("ladder", true);
    write("opens", question.opens(), out);
    write("closes", question.closes(), out);
    switch (question.outcome()) {
      case Outcome.Pending _ -> {}
      case Outcome.Happened(var index, var at) -> {
        out.writeStringProperty("happened", question.outcomes().get(index));
        write("at", at, out);
      }
      case Outcome.Void(var because) -> out.writeStringProperty("void", because);
    }
    out.writeEndObject();
  }

  private static void write(String name, @Nullable Instant at, JsonGenerator out) {
    if (at != null) out.writeStringProperty(name, at.toString());
  }

  private static void write(Forecast forecast, JsonGenerator out) {
    out.writeRaw('\n');
    out.writeStartObject();
    out.writeStringProperty("q", forecast.question());
    out.writeStringProperty("f", forecast.forecaster());
    out.writeStringProperty("t", forecast.at().toString());
    out.writeName("p").writeStartArray();
    for (var p : forecast.probabilities()) out.writeNumber(p);
    out.writeEndArray();
    out.writeEndObject();
  }

  /// Reads what [#write] wrote.
  public static Reading read(SourceText source) {
    var reader = new Lines();
    try (var in = JSON.createParser(ObjectReadContext.empty(), source.text())) {
      for (var token = in.nextToken(); token != null; token = in.nextToken()) {
        var at = (int) in.currentTokenLocation().getCharOffset();
        var fault =
            token == JsonToken.START_OBJECT ? reader.line(in) : "a line that is no JSON object";
        if (fault != null) return faulty(source, at, fault);
      }
    } catch (JacksonException wrong) {
      var location = wrong.getLocation();
      return faulty(
          source,
          location == null ? 0 : (int) Math.max(0, location.getCharOffset()),
          "a line that is no JSON: " + wrong.getOriginalMessage().lines().findFirst().orElse(""));
    }
    return new Reading.Read(
        new Imported(
            reader.format,
            new ForecastSet(reader.questions, reader.forecasts),
            List.of(),
            List.of()));
  }

  private static Reading faulty(SourceText source, int offset, String found) {
    var at = Math.min(offset, source.text().length());
    var line = source.line(at);
    var from = source.lineStart(line);
    return new Reading.Faulty(
        List.of(
            Problem.of(
                    Code.E709,
                    new Place(source, new Span(from, from + source.lineText(line).length())),
                    found)
                .expecting(
                    "the lines that `casus import forecasts` writes; import the file again")));
  }

  private static final class Lines {
    private final Map<String, PosedQuestion> questions = new LinkedHashMap<>();
    private final List<Forecast> forecasts = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private String format = "";

    /// Reads one object.
    ///
    /// @return what is wrong with it, or null
    @Nullable String line(JsonParser in) {
      var texts = new HashMap<String, String>();
      var outcomes = new ArrayList<String>();
      var probabilities = new double[8];
      var count = 0;
      var ladder = false;
      for (var name = in.nextName(); name != null; name = in.nextName()) {
        switch (in.nextToken()) {
          case VALUE_STRING -> texts.put(name, in.getString());
          case VALUE_TRUE -> ladder = true;
          case START_ARRAY -> {
            for (var t = in.nextToken(); t != JsonToken.END_ARRAY; t = in.nextToken())
              if (t == JsonToken.VALUE_STRING) outcomes.add(in.getString());
              else if (t.isNumeric()) {
                if (count == probabilities.length)
                  probabilities = java.util.Arrays.copyOf(probabilities, 2 * count);
                probabilities[count++] = in.getDoubleValue();
              } else return "a value that no such line has";
          }
          case VALUE_NUMBER_INT, VALUE_FALSE, VALUE_NULL -> {}
          default -> {
            return "a value that no such line has";
          }
        }
      }
      try {
        if (texts.containsKey("casus")) {
          format = texts.getOrDefault("format", "");
          return null;
        }
        var question = texts.get("question");
        if (question != null) return question(question, texts, outcomes, ladder);
        return forecast(texts, java.util.Arrays.copyOf(probabilities, count));
      } catch (DateTimeException wrong) {
        return "a time that cannot be read";
      }
    }

    private @Nullable String question(
        String id, Map<String, String> texts, List<String> outcomes, boolean ladder) {
      if (outcomes.size() < 2) return "a question with fewer than two outcomes";
      Outcome outcome = Outcome.Pending.PENDING;
      var happened = texts.get("happened");
      var at = instant(texts.get("at"));
      var isVoid = texts.get("void");
      if (isVoid != null) outcome = new Outcome.Void(isVoid);
      else if (happened != null) {
        if (at == null || !outcomes.contains(happened))
          return "an outcome that the question has not";
        outcome = new Outcome.Happened(outcomes.indexOf(happened), at);
      }
      questions.put(
          id,
          new PosedQuestion(
              id,
              texts.getOrDefault("title", id),
              outcomes,
              ladder,
              instant(texts.get("opens")),
              instant(texts.get("closes")),
              outcome));
      return null;
    }

    private @Nullable String forecast(Map<String, String> texts, double[] probabilities) {
      var question = questions.get(texts.getOrDefault("q", ""));
      var forecaster = texts.get("f");
      var at = texts.get("t");
      if (question == null) return "a forecast of no question in the lines above";
      if (forecaster == null || at == null) return "a forecast without forecaster or time";
      if (probabilities.length != question.outcomes().size())
        return "a forecast with too few or too many probabilities";
      var name = names.computeIfAbsent(forecaster, same -> same);
      var moment = Moments.of(at);
      if (moment == null) return "a time that cannot be read";
      forecasts.add(new Forecast(question.id(), name, moment.start(), probabilities));
      return null;
    }

    private static @Nullable Instant instant(@Nullable String written) {
      return written == null ? null : Instant.parse(written);
    }
  }
}
