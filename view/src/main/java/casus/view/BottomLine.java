package casus.view;

import casus.answer.Answer;
import casus.answer.Driver;
import casus.answer.Interval;
import casus.answer.OutcomeAnswer;
import casus.answer.Watch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer in two sentences that can be pasted into a mail: how likely, and what it turns on.
/// Plain English without codes; likelihood only, never confidence.
public final class BottomLine {
  private final Answer answer;

  private BottomLine(Answer answer) {
    this.answer = answer;
  }

  /// Both sentences.
  public static String of(Answer answer) {
    var line = new BottomLine(answer);
    return line.howLikely() + " " + line.whatItTurnsOn();
  }

  /// What the answer supposes beyond the dossier, as a sentence, or null where it supposes nothing.
  public static @Nullable String supposed(Answer answer) {
    var supposed = new BottomLine(answer).supposed();
    return supposed.isEmpty() ? null : "Every number supposes: " + list(supposed) + ".";
  }

  private String howLikely() {
    var subject = answer.subjectOutcome();
    var parts = new ArrayList<String>();
    parts.add(
        quoted(subject)
            + " by "
            + Numbers.date(answer.question().to())
            + " at "
            + Numbers.percent(subject.probability())
            + " ("
            + subject.words()
            + "; "
            + range(subject.interval())
            + ")");
    if (answer.subject() == 1) {
      above(subject, parts);
    } else if (answer.outcomes().size() > 1) {
      var first = answer.outcomes().get(1);
      parts.add("at least " + quoted(first) + " at " + orMore(first));
    }
    return opening() + " we put " + list(parts) + ".";
  }

  /// An interval without width is no precision, but the lack of any range to draw from.
  private static String range(Interval interval) {
    return interval.high() - interval.low() < 1e-9
        ? "no number in it has a range"
        : "90% range " + Numbers.spoken(interval);
  }

  /// From the first rung upwards: that or more, and the top.
  private void above(OutcomeAnswer subject, List<String> parts) {
    var top = answer.outcomes().getLast();
    if (top.id().equals(subject.id())) return;
    parts.add("that or more at " + orMore(subject));
    parts.add(quoted(top) + " at " + Numbers.percent(top.probability()) + " (" + top.words() + ")");
  }

  private static String orMore(OutcomeAnswer outcome) {
    return Numbers.percent(outcome.atLeast()) + " (" + outcome.atLeastWords() + ")";
  }

  private String opening() {
    var supposed = supposed();
    var date = "s of " + Numbers.date(answer.asOf());
    return supposed.isEmpty() ? "A" + date : "Supposing " + list(supposed) + ", a" + date;
  }

  /// What was supposed, in the dossier's words.
  private List<String> supposed() {
    var setting = answer.setting();
    var supposed = new ArrayList<String>();
    for (var scenario : answer.dossier().scenarios())
      if (scenario.id().equals(setting.scenario())) supposed.add(clause(scenario.text()));
    for (var condition : setting.suppositions()) supposed.add(inWords(condition));
    for (var set : setting.settings()) supposed.add(inWords(set));
    for (var reading : setting.readings()) supposed.add("the reading " + reading);
    return supposed;
  }

  /// "not hostile" or "hostile = false" in the words of the fact; other conditions as written.
  private String inWords(String condition) {
    var written = condition.strip();
    var negated = written.startsWith("not ") || written.endsWith("= false");
    var id = written.replaceFirst("^not ", "").replaceFirst("\\s*=\\s*(true|false)$", "").strip();
    var fact = answer.dossier().fact(id);
    if (fact == null) return written;
    return (negated ? "it is not so that " : "") + clause(fact.text());
  }

  private String whatItTurnsOn() {
    var parts = new ArrayList<String>();
    var driver = strongest();
    if (driver != null) {
      parts.add(
          "it turns most on whether "
              + clause(driver.text())
              + " ("
              + Numbers.percent(driver.ifTrue())
              + " if so, "
              + Numbers.percent(driver.ifFalse())
              + " if not)");
    } else if (!answer.swing().isEmpty()) {
      var swing = answer.swing().getFirst();
      parts.add(
          "it turns most on the "
              + clause(swing.label())
              + " ("
              + Numbers.spoken(Interval.of(swing.atLow(), swing.atHigh()))
              + ")");
    }
    var sign = sign();
    if (sign != null) {
      parts.add(
          "the sign to watch is “"
              + clause(sign.text())
              + "” ("
              + Numbers.percent(sign.ifSeen())
              + " if seen, "
              + Numbers.percent(sign.ifNotSeen())
              + " if not)");
    }
    if (parts.isEmpty()) return "Nothing that is still unknown would change it.";
    var sentence = String.join("; ", parts);
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
  }

  /// The unknown fact whose answer is expected to move the subject most.
  private @Nullable Driver strongest() {
    return answer.drivers().stream()
        .filter(d -> expectedMove(d) > 0)
        .max(Comparator.comparingDouble(this::expectedMove))
        .orElse(null);
  }

  /// In probability, on average over the fact being true or false; NaN where one is impossible.
  private double expectedMove(Driver driver) {
    var now = answer.subjectOutcome().probability();
    return driver.probability() * Math.abs(driver.ifTrue() - now)
        + (1 - driver.probability()) * Math.abs(driver.ifFalse() - now);
  }

  private @Nullable Watch sign() {
    return answer.watch().stream()
        .filter(w -> w.kind().equals("indicator") && w.bits() > 0)
        .max(Comparator.comparingDouble(Watch::bits))
        .orElse(null);
  }

  private static String quoted(OutcomeAnswer outcome) {
    var text = clause(outcome.text());
    return "“" + (text.isEmpty() ? outcome.id() : text) + "”";
  }

  /// A text without its full stop, to stand inside a sentence.
  private static String clause(String text) {
    return Columns.clean(text).strip().replaceFirst("[.;,]+$", "");
  }

  private static String list(List<String> parts) {
    return parts.size() == 1
        ? parts.getFirst()
        : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
  }
}
