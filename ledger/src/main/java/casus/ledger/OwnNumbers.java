package casus.ledger;

import casus.text.Code;
import casus.text.NearestName;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A person's own numbers, as said: `open 3%`, `none 90%, covert.. 5%`. What is not said is filled
/// in from the model's answer: within each range that was said, and within the whole, what is left
/// is spread over the rest in proportion to what the model gives it.
public final class OwnNumbers {
  private static final double ROUNDING = 1e-9;

  /// Outcomes, then an amount: `open 3%`, `open=0.03`, `covert.. 5%`, `..covert 95%`, `>= covert
  /// 5%`.
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*(>=\\s*)?([^\\s=<>,]+?)\\s*(?:=|\\s)\\s*(\\d+(?:\\.\\d+)?|\\.\\d+)\\s*(%?)\\s*");

  private OwnNumbers() {}

  /// What came of reading.
  public sealed interface Read {
    /// @param probabilities one for each outcome, with the sum 1
    /// @param filledIn whether some of them come from the model
    record Complete(List<Double> probabilities, boolean filledIn) implements Read {}

    /// The words leave something open, and there is no model to fill it in.
    ///
    /// @param open ids of the outcomes
    record Incomplete(List<String> open) implements Read {}

    record Wrong(List<Problem> problems) implements Read {}
  }

  /// @param first index of the first outcome
  /// @param last index of the last, included
  private record Statement(int first, int last, double probability, Place place) {
    boolean holds(Statement other) {
      return first <= other.first && other.last <= last;
    }

    boolean meets(Statement other) {
      return first <= other.last && other.first <= last;
    }

    int size() {
      return last - first + 1;
    }
  }

  /// @param where what the words are called in messages: "--set"
  /// @param model the model's probabilities, or null where it has none
  public static Read read(
      String where, List<String> words, List<String> outcomes, @Nullable List<Double> model) {
    var problems = new ArrayList<Problem>();
    var said = new ArrayList<Statement>();
    for (var some : words) {
      var source = new SourceText(where, some);
      for (var start = 0; start <= some.length(); ) {
        var comma = some.indexOf(',', start);
        var end = comma < 0 ? some.length() : comma;
        var statement = statement(source, new Span(start, end), outcomes, problems);
        if (statement != null) said.add(statement);
        start = end + 1;
      }
    }
    if (problems.isEmpty()) fit(said, outcomes, problems);
    if (!problems.isEmpty()) return new Read.Wrong(problems);
    return fill(said, outcomes, model);
  }

  private static @Nullable Statement statement(
      SourceText source, Span span, List<String> outcomes, List<Problem> problems) {
    var words = source.slice(span);
    var parts = FORM.matcher(words);
    if (!parts.matches()) {
      problems.add(
          Problem.of(
                  Code.E102,
                  new Place(source, trimmed(source, span)),
                  words.isBlank() ? "nothing is said" : "`" + words.strip() + "` cannot be read")
              .expecting(
                  "an outcome and a probability, such as `"
                      + outcomes.getLast()
                      + " 3%`, or a range, such as `"
                      + outcomes.get(outcomes.size() / 2)
                      + ".. 5%`; several separated by commas"));
      return null;
    }
    var place =
        new Place(source, new Span(span.start() + parts.start(2), span.start() + parts.end(2)));
    var range = parts.group(2);
    var dots = range.indexOf("..");
    var first = dots < 0 ? range : range.substring(0, dots);
    var last = dots < 0 ? range : range.substring(dots + 2);
    if (parts.group(1) != null) last = "";
    var from = first.isEmpty() ? 0 : index(first, outcomes, place, problems);
    var to = last.isEmpty() ? outcomes.size() - 1 : index(last, outcomes, place, problems);
    var number = Double.parseDouble(parts.group(3));
    var probability = parts.group(4).isEmpty() ? number : number / 100;
    if (probability > 1) {
      var amount = new Span(span.start() + parts.start(3), span.start() + parts.end(4));
      problems.add(
          Problem.of(
                  Code.E302,
                  new Place(source, amount),
                  "`" + source.slice(amount) + "` is no probability")
              .expecting("0 to 100 %, or 0 to 1")
              .hint(parts.group(4).isEmpty() && number <= 100 ? parts.group(3) + "%" : null));
    }
    if (from < 0 || to < 0) return null;
    if (from > to) {
      problems.add(
          Problem.of(
                  Code.E303, place, "`" + last + "` stands before `" + first + "` in the question")
              .expecting("the outcomes in their order: " + String.join(", ", outcomes)));
      return null;
    }
    return new Statement(from, to, probability, place);
  }

  private static Span trimmed(SourceText source, Span span) {
    var start = span.start();
    var end = span.end();
    while (start < end && source.text().charAt(start) == ' ') start++;
    while (end > start && source.text().charAt(end - 1) == ' ') end--;
    return new Span(start, end);
  }

  private static int index(
      String typed, List<String> outcomes, Place place, List<Problem> problems) {
    var index = outcomes.indexOf(typed);
    if (index >= 0) return index;
    var nearest = NearestName.of(typed, outcomes);
    if (problems.stream().noneMatch(problem -> problem.place().equals(place)))
      problems.add(
          Problem.of(Code.E201, place, "the question has no outcome `" + typed + "`")
              .expecting("one of " + String.join(", ", outcomes))
              .hint(nearest));
    return -1;
  }

  /// Whether all that was said can be true at once.
  private static void fit(List<Statement> said, List<String> outcomes, List<Problem> problems) {
    for (var i = 0; i < said.size(); i++)
      for (var j = 0; j < i; j++) {
        var one = said.get(i);
        var other = said.get(j);
        if (one.first() == other.first() && one.last() == other.last())
          problems.add(
              Problem.of(Code.E202, one.place(), "this was said before").expecting("each once"));
        else if (one.meets(other) && !one.holds(other) && !other.holds(one))
          problems.add(
              Problem.of(Code.E305, one.place(), "two ranges overlap, and neither holds the other")
                  .expecting("ranges apart from each other, or one within the other"));
      }
    if (!problems.isEmpty()) return;
    for (var one : said) fits(one, said, problems);
    var whole = new Statement(0, outcomes.size() - 1, 1, said.getLast().place());
    if (said.stream().noneMatch(one -> one.size() == outcomes.size())) fits(whole, said, problems);
    else
      for (var one : said)
        if (one.size() == outcomes.size() && Math.abs(one.probability() - 1) > ROUNDING)
          problems.add(Problem.of(Code.E305, one.place(), "all outcomes together have 100 %"));
  }

  private static void fits(Statement one, List<Statement> said, List<Problem> problems) {
    var parts = parts(one, said);
    if (parts.isEmpty()) return;
    var sum = parts.stream().mapToDouble(Statement::probability).sum();
    var covered = parts.stream().mapToInt(Statement::size).sum() == one.size();
    if (sum > one.probability() + ROUNDING || (covered && sum < one.probability() - ROUNDING))
      problems.add(
          Problem.of(
                  Code.E305,
                  one.place(),
                  "what was said adds up to "
                      + percent(sum)
                      + (covered && sum < one.probability() ? ", and leaves nothing open" : ""))
              .expecting((covered ? "" : "at most ") + percent(one.probability())));
  }

  private static String percent(double probability) {
    return new java.math.BigDecimal(100 * probability)
            .setScale(6, java.math.RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  /// The largest of what was said that lie within a range.
  private static List<Statement> parts(Statement whole, List<Statement> said) {
    var within = said.stream().filter(one -> !one.equals(whole) && whole.holds(one)).toList();
    return within.stream()
        .filter(one -> within.stream().noneMatch(other -> !other.equals(one) && other.holds(one)))
        .toList();
  }

  private static Read fill(
      List<Statement> said, List<String> outcomes, @Nullable List<Double> model) {
    var all = new ArrayList<>(said);
    if (said.stream().noneMatch(one -> one.size() == outcomes.size()))
      all.add(new Statement(0, outcomes.size() - 1, 1, said.getLast().place()));
    all.sort(Comparator.comparingInt(Statement::size).reversed());
    var probabilities = new double[outcomes.size()];
    var open = new ArrayList<String>();
    var filledIn = false;
    for (var one : all) {
      var parts = parts(one, all);
      var rest = new ArrayList<Integer>();
      for (var i = one.first(); i <= one.last(); i++) {
        var outcome = i;
        if (parts.stream().noneMatch(p -> p.first() <= outcome && outcome <= p.last())) rest.add(i);
      }
      var left =
          Math.max(0, one.probability() - parts.stream().mapToDouble(Statement::probability).sum());
      if (left < ROUNDING) left = 0;
      if (rest.size() > 1 && left > 0) {
        if (model == null) rest.forEach(i -> open.add(outcomes.get(i)));
        filledIn = true;
      }
      var weights = 0.0;
      for (var i : rest) weights += model == null ? 1 : model.get(i);
      for (var i : rest)
        probabilities[i] =
            weights > 0 && model != null ? left * model.get(i) / weights : left / rest.size();
    }
    if (!open.isEmpty())
      return new Read.Incomplete(outcomes.stream().filter(open::contains).toList());
    var boxed = new ArrayList<Double>();
    for (var probability : probabilities) boxed.add(probability);
    return new Read.Complete(boxed, filledIn);
  }
}
