package casus.view;

import casus.answer.Answer;
import casus.answer.Assessment.Refused;
import casus.answer.ClaimAnswer;
import casus.answer.OutcomeAnswer;
import casus.answer.SourceAnswer;
import casus.model.Dossier;
import casus.model.Judgement;
import casus.model.Quantity;
import casus.model.Question;
import casus.text.Problem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An answer as JSON, as `docs/json.md` and `docs/schema/assessment.schema.json` describe it: the
/// same answer gives the same bytes.
public final class AssessmentJson {
  /// Raised when a field changes its meaning or goes; new fields do not raise it.
  public static final int VERSION = 1;

  private AssessmentJson() {}

  /// The whole document, ending in a line feed.
  ///
  /// @param problems the dossier's warnings
  public static String of(Answer answer, List<Problem> problems) {
    return of(answer, problems, null);
  }

  /// The same of a dossier with an analyst's numbers.
  ///
  /// @param judgement what is otherwise than in the shared file; null where nothing is
  public static String of(Answer answer, List<Problem> problems, @Nullable Judgement judgement) {
    return JsonOut.document(out -> {
      head(out, answer);
      out.object("judgement", judgement, AssessmentJson::judgement);
      out.array("outcomes", answer.outcomes(), AssessmentJson::outcome)
          .object("could", answer.could(), CouldJson::could)
          .object("would", answer.would(), (o, would) -> WouldJson.would(o, answer, would));
      ChangeJson.change(out, answer);
      out.array("sources", answer.sources(), AssessmentJson::source)
          .array("claims", answer.claims(), AssessmentJson::claim)
          .array("numbers", Quantities.of(answer.dossier()), AssessmentJson::number)
          .array("problems", problems, AssessmentJson::problem);
    });
  }

  /// A document that only says why there is no answer.
  public static String of(Refused refused, List<Problem> problems) {
    return JsonOut.document(out ->
        out.count("version", VERSION)
            .object(
                "refused",
                refused,
                (o, r) ->
                    o.text("code", r.code()).text("because", r.because()).texts("names", r.names()))
            .array("problems", problems, AssessmentJson::problem));
  }

  /// A document of problems alone: of a dossier with errors.
  public static String of(List<Problem> problems) {
    return JsonOut.document(
        out -> out.count("version", VERSION).array("problems", problems, AssessmentJson::problem));
  }

  private static void head(JsonOut out, Answer answer) {
    out.count("version", VERSION)
        .object("dossier", answer.dossier(), AssessmentJson::dossier)
        .object("question", answer.question(), AssessmentJson::question)
        .text("asOf", answer.asOf().toString())
        .object("setting", answer.setting(), AssessmentJson::setting)
        .text("bottomLine", BottomLine.of(answer))
        .text("subject", answer.subjectOutcome().id());
  }

  private static void judgement(JsonOut out, Judgement judgement) {
    out.text("analyst", judgement.analyst())
        .array(
            "restated",
            judgement.restated(),
            (o, number) ->
                o.text("number", number.number())
                    .text("before", number.before())
                    .text("after", number.after())
                    .text("because", number.because())
                    .place("place", number.origin()));
  }

  private static void dossier(JsonOut out, Dossier dossier) {
    var leftOut = dossier.leftOut();
    out.text("id", dossier.id())
        .text("title", dossier.title())
        .text("writtenAsOf", dossier.writtenAsOf().toString())
        .text("yardstick", dossier.yardstick().id())
        .array(
            "scale",
            dossier.strengths(),
            (o, q) -> o.text("word", word(q)).number("factor", q.point()))
        .object(
            "leftOut",
            leftOut,
            (o, left) ->
                o.count("claims", left.claims())
                    .count("numbers", left.numbers())
                    .count("observations", left.observations())
                    .count("cases", left.cases())
                    .count("provisions", left.provisions()));
  }

  /// The word of the strength scale that a quantity stands for.
  static String word(Quantity strength) {
    return strength.id().replaceFirst("^strength ", "");
  }

  private static void question(JsonOut out, Question question) {
    out.text("id", question.id())
        .text("title", question.text())
        .text("from", question.from().toString())
        .text("to", question.to().toString())
        .text("resolveBy", question.resolveBy());
  }

  private static void setting(JsonOut out, Answer.Setting setting) {
    out.text("scenario", setting.scenario())
        .texts("suppositions", setting.suppositions())
        .texts("settings", setting.settings())
        .texts("readings", setting.readings())
        .count("draws", setting.draws())
        .count("seed", setting.seed());
  }

  private static void outcome(JsonOut out, OutcomeAnswer outcome) {
    out.text("id", outcome.id())
        .text("text", outcome.text())
        .probability("probability", outcome.probability())
        .probability("atLeast", outcome.atLeast())
        .interval("readings", outcome.readings())
        .interval("atLeastReadings", outcome.atLeastReadings())
        .interval("interval", outcome.interval())
        .interval("envelope", outcome.envelope())
        .flag("envelopeProven", outcome.envelope() != null && outcome.envelopeProven())
        .text("words", outcome.words())
        .text("atLeastWords", outcome.atLeastWords());
  }

  private static void source(JsonOut out, SourceAnswer source) {
    out.text("id", source.id())
        .text("title", source.title())
        .text("grade", source.grade())
        .probability("soundness", source.soundness())
        .probability("posterior", source.posterior())
        .text("via", source.via())
        .text("lean", source.lean())
        .texts("claims", source.claims())
        .probability("without", source.without());
  }

  private static void claim(JsonOut out, ClaimAnswer claim) {
    out.text("id", claim.id())
        .text("source", claim.source())
        .text("date", claim.date().toString())
        .text("text", claim.text())
        .texts("bearsOn", claim.bearsOn())
        .probability("without", claim.without())
        .text("quote", claim.quote())
        .place("passage", claim.passage())
        .place("origin", claim.origin());
  }

  private static void number(JsonOut out, Quantity quantity) {
    out.text("id", quantity.id())
        .text("label", quantity.label())
        .text("written", quantity.written())
        .text("unit", quantity.unit().name().toLowerCase(Locale.ROOT))
        .number("point", quantity.point())
        .number("low", quantity.low())
        .number("high", quantity.high())
        .place("origin", quantity.origin());
  }

  static void problem(JsonOut out, Problem problem) {
    var source = problem.place().source();
    var start = problem.place().span().start();
    out.text("code", problem.code().name())
        .text("severity", problem.isError() ? "error" : "warning")
        .text("file", source.name())
        .count("line", source.line(start))
        .count("column", source.column(start))
        .text("message", problem.found())
        .text("expected", problem.expected())
        .text("grammar", problem.grammar())
        .text("hint", problem.hint());
  }
}
