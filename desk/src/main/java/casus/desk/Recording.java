package casus.desk;

import casus.answer.OutcomeAnswer;
import casus.desk.LedgerFile.Appended;
import casus.desk.Opening.Opened;
import casus.ledger.Content.Basis;
import casus.ledger.Content.Kind;
import casus.ledger.Content.Range;
import casus.ledger.Content.RecordedForecast;
import casus.ledger.Entry;
import casus.ledger.ForecasterName;
import casus.ledger.Ledger;
import casus.ledger.OwnNumbers;
import casus.ledger.QuestionAsked;
import casus.ledger.QuestionAsked.Possible;
import casus.model.Question;
import casus.text.Problem;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts what is believed now on record.
public final class Recording {
  private Recording() {}

  /// What is to be recorded.
  ///
  /// @param by the forecaster, or null for the dossier's model
  /// @param question its name, or null for the first
  /// @param scenario under which it is asked, or null
  /// @param set a person's own numbers as typed; empty for the model's
  /// @param note or null
  /// @param at now
  /// @param version of casus
  public record Order(
      @Nullable String by,
      @Nullable String question,
      @Nullable String scenario,
      List<String> set,
      @Nullable String note,
      Instant at,
      String version) {}

  /// What came of it.
  public sealed interface Recorded {
    /// @param file the ledger as the user would write it
    /// @param filledIn whether own numbers were completed from the model's answer
    /// @param remarks what the user should know, sentences without full stops
    record Written(
        String file,
        Entry entry,
        RecordedForecast forecast,
        Ledger ledger,
        boolean filledIn,
        List<String> remarks)
        implements Recorded {}

    /// There is no answer to record.
    record NotAnswered(Assessed why) implements Recorded {}

    /// The ledger is not as it was written.
    record Broken(List<Problem> problems) implements Recorded {}

    /// The order is wrong.
    record Misused(String because) implements Recorded {}

    record Failed(String because) implements Recorded {}
  }

  public static Recorded record(Opened opened, Order order) {
    var by = order.by() == null ? ForecasterName.MODEL : order.by();
    var fault = ForecasterName.fault(by);
    if (fault != null) return new Recorded.Misused(fault);
    if (!order.set().isEmpty() && by.equals(ForecasterName.MODEL))
      return new Recorded.Misused(
          "--set gives a person's own numbers; say whose they are with --as NAME");
    var files = new FilesRead(opened.files());
    var read = new Opened(opened.file(), opened.source(), files);
    var assessed =
        Assessing.assess(
            read, Request.PLAIN.about(order.question(), null).scenario(order.scenario()));
    if (!(assessed instanceof Assessed.Answered(var answer, var _)))
      return new Recorded.NotAnswered(assessed);
    var model =
        answer.outcomes().stream().map(OutcomeAnswer::probability).map(Recording::unit).toList();
    var probabilities = model;
    var ranges =
        answer.outcomes().stream()
            .map(o -> new Range(unit(o.interval().low()), unit(o.interval().high())))
            .toList();
    var filledIn = false;
    if (!order.set().isEmpty()) {
      var outcomes = answer.outcomes().stream().map(OutcomeAnswer::id).toList();
      switch (OwnNumbers.read("--set", order.set(), outcomes, model)) {
        case OwnNumbers.Read.Wrong(var problems) -> {
          return new Recorded.NotAnswered(new Assessed.Misread(problems));
        }
        case OwnNumbers.Read.Incomplete(var open) ->
            throw new IllegalStateException("the model has an answer to " + open);
        case OwnNumbers.Read.Complete(var own, var filled) -> {
          probabilities = own;
          filledIn = filled;
          ranges = List.of();
        }
      }
    }
    var forecast =
        new RecordedForecast(
            order.at(),
            by,
            order.set().isEmpty() ? Kind.MODEL : Kind.OWN,
            answer.asOf(),
            asked(answer.question()),
            probabilities,
            ranges,
            order.set().isEmpty() ? null : String.join(", ", order.set()),
            order.scenario(),
            new Basis(
                answer.dossier().id(),
                Fingerprint.ofLines(opened.source().text()),
                null,
                files.hashes()),
            order.version(),
            order.note());
    return write(LedgerFile.beside(opened), forecast, filledIn);
  }

  /// What lies outside 0 to 1 by the rounding of sums alone is put right.
  private static double unit(double probability) {
    return Math.clamp(probability, 0, 1);
  }

  private static Recorded write(LedgerFile file, RecordedForecast forecast, boolean filledIn) {
    var remarks = new ArrayList<String>();
    var before = file.read().ledger();
    return switch (file.append(forecast)) {
      case Appended.Broken(var problems) -> new Recorded.Broken(problems);
      case Appended.Failed(var because) -> new Recorded.Failed(because);
      case Appended.Written(var entry, var ledger, var setAside) -> {
        remark(forecast, before, remarks);
        if (setAside != null)
          remarks.add(
              "a line that was never finished stood at the end of the ledger; it is in "
                  + setAside
                  + " now");
        try {
          if (MergeRule.ensure(file))
            remarks.add("wrote .gitattributes, so that git can merge ledgers; commit it with them");
        } catch (IOException failure) {
          remarks.add(
              "add the line `"
                  + LedgerFile.NAME
                  + " merge=union text eol=lf` to .gitattributes, so that git can merge ledgers; "
                  + "writing it failed ("
                  + failure.getMessage()
                  + ")");
        }
        yield new Recorded.Written(file.shown(), entry, forecast, ledger, filledIn, remarks);
      }
    };
  }

  private static void remark(RecordedForecast forecast, Ledger before, List<String> remarks) {
    var question = forecast.question();
    var day = forecast.at().atZone(ZoneOffset.UTC).toLocalDate();
    var resolution = before.resolution(question);
    if (resolution != null)
      remarks.add(
          question.id()
              + " has been resolved"
              + (resolution.outcome() == null ? " as void" : " as " + resolution.outcome())
              + " on "
              + resolution.on()
              + ": this forecast does not count");
    else if (day.isAfter(question.to()))
      remarks.add(
          "the deadline of "
              + question.id()
              + " was "
              + question.to()
              + ": this forecast does not count");
    if (before.entries().stream()
        .anyMatch(entry ->
            entry.content().question().id().equals(question.id())
                && !entry.content().question().isSameAs(question)))
      remarks.add(
          question.id()
              + " was asked with other outcomes or another deadline before: that is another question "
              + "from now on");
  }

  /// As the ledger keeps it.
  static QuestionAsked asked(Question question) {
    return new QuestionAsked(
        question.id(),
        question.text(),
        question.outcomes().stream().map(o -> new Possible(o.id(), o.text())).toList(),
        true,
        question.from(),
        question.to(),
        question.resolveBy());
  }
}
