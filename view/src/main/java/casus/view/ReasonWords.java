package casus.view;

import casus.answer.Answer;
import casus.answer.WouldAnswer;
import casus.answer.WouldAnswer.BaseAnswer;
import casus.answer.WouldAnswer.ClassAnswer;
import casus.answer.WouldAnswer.ReasonAnswer;
import casus.model.Yardstick;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What screen and report call the base rate and the reasons.
public final class ReasonWords {
  private ReasonWords() {}

  /// The base rate of an outcome with its range and the classes of past cases it comes from.
  public static String base(BaseAnswer base) {
    var text =
        "base rate of "
            + base.outcome()
            + " "
            + Numbers.percent(base.probability())
            + (base.range().width() > 0 ? " (" + Numbers.range(base.range()) + ")" : "");
    if (base.classes().isEmpty()) return text;
    var classes =
        base.classes().stream()
            .map(c ->
                c.successes()
                    + " of "
                    + c.cases()
                    + " “"
                    + c.text()
                    + "”"
                    + worth(c)
                    + (base.classes().size() == 1 ? "" : ", weight " + weight(c.weight())))
            .collect(Collectors.joining("; "));
    return text + (base.fromClass() ? ": " : ", as written; cases: ") + classes;
  }

  /// What moves the base rate before any reason counts.
  public static String observed(Answer answer) {
    var setting = answer.setting();
    return setting.scenario() == null && setting.suppositions().isEmpty()
        ? "what has been seen so far"
        : "what has been seen, and what is supposed";
  }

  /// Whether what was observed moves the base rate by as much as can be shown.
  public static boolean observedShows(WouldAnswer would) {
    return !Numbers.factor(Math.exp(would.observed())).matches("[×÷]1");
  }

  /// The inside view, and how far the reasons and gates took it from the outside view.
  ///
  /// @param fully whether to say what the figure with the gate open is good for
  public static String inside(BaseAnswer base, Yardstick words, boolean fully) {
    var from = words.words(base.probability());
    var to = words.words(base.inside());
    return "inside view "
        + Numbers.percent(base.inside())
        + ": "
        + (from.equals(to) ? "still " + to : "from " + from + " to " + to)
        + odds(base)
        + (Double.isNaN(base.gateOpen())
            ? ""
            : "; with the gate open "
                + Numbers.percent(base.gateOpen())
                + (fully ? ", to compare with a class whose cases all met it" : ""));
  }

  private static String odds(BaseAnswer base) {
    var factor = Numbers.factor(base.odds());
    return Double.isNaN(base.odds()) || factor.equals("×1") ? "" : ", odds " + factor;
  }

  /// What a counted class is about, which need not be what the question asks; null for a listed
  /// one.
  public static @Nullable String about(BaseAnswer base, ClassAnswer known) {
    return known.unit() == null
        ? null
        : "a case of “"
            + known.text()
            + "” is "
            + known.unit()
            + (known.counts() == null ? "" : "; " + base.outcome() + " is there " + known.counts())
            + ": compare that with what is asked here";
  }

  /// ", worth 9.1 that share no responder": where cases hang together.
  public static String worth(ClassAnswer known) {
    return known.sharing() == null
        ? ""
        : String.format(
            Locale.ROOT, ", worth %.1f that share no %s", known.worth(), known.sharing());
  }

  /// The weight of a class of past cases: "1", "0.5".
  public static String weight(double weight) {
    return weight == Math.rint(weight) ? Long.toString((long) weight) : Double.toString(weight);
  }

  /// The strongest first, those already in the base rate last.
  public static List<ReasonAnswer> strongestFirst(WouldAnswer would) {
    return would.reasons().stream()
        .sorted(
            Comparator.comparing(ReasonAnswer::inBase)
                .thenComparing(
                    Comparator.comparingDouble((ReasonAnswer r) -> Math.abs(r.share())).reversed()))
        .toList();
  }

  /// "strong ÷8", or the factor alone where no word was written.
  public static String strength(ReasonAnswer reason) {
    var factor = Numbers.factor(reason.factor());
    var word = reason.strength();
    return word.isEmpty() || !Character.isLetter(word.charAt(0)) || word.startsWith("x")
        ? factor
        : word + " " + factor;
  }

  /// What the words of the strength scale mean: "slight ×1.5, moderate ×3".
  public static String scale(Answer answer) {
    return answer.dossier().strengths().stream()
        .map(q -> AssessmentJson.word(q) + " " + Numbers.factor(q.point()))
        .collect(Collectors.joining(", "));
  }
}
