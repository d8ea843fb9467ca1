package casus.desk;

import casus.inference.Evidence;
import casus.inference.Network;
import casus.inference.Variable;
import casus.text.Code;
import casus.text.NearestName;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Findings as text: `name = state` on each line, or `name = state | state` where more than one is
/// left possible. Empty lines and what follows a `#` at the margin say nothing.
final class FindingLines {
  private static final int MOST_LISTED = 8;

  private FindingLines() {}

  /// What came of reading.
  sealed interface Found {
    record Findings(Evidence evidence) implements Found {}

    record Wrong(List<Problem> problems) implements Found {}
  }

  static String write(Evidence evidence) {
    var text = new StringBuilder();
    for (var variable : evidence.variables()) {
      var likelihood = evidence.likelihood(variable);
      var left = new ArrayList<String>();
      for (var s = 0; s < likelihood.length; s++)
        if (likelihood[s] > 0) left.add(variable.states().get(s));
      text.append(variable.name()).append(" = ").append(String.join(" | ", left)).append('\n');
    }
    return text.toString();
  }

  /// Reads lines of a file.
  static Found lines(SourceText source, Network network) {
    var reader = new Reader(source, network);
    for (var line = 1; line <= source.lineCount(); line++) {
      var start = source.lineStart(line);
      var text = source.lineText(line);
      if (!text.isBlank() && !text.startsWith("#")) reader.finding(start, start + text.length());
    }
    return reader.found();
  }

  /// Reads findings of a command, separated by commas.
  static Found commas(SourceText source, Network network) {
    var reader = new Reader(source, network);
    var start = 0;
    while (start <= source.text().length()) {
      var comma = source.text().indexOf(',', start);
      var end = comma < 0 ? source.text().length() : comma;
      if (!source.text().substring(start, end).isBlank()) reader.finding(start, end);
      start = end + 1;
    }
    return reader.found();
  }

  /// The variable of this name, or null; hidden ones have no name.
  static @Nullable Variable variable(Network network, String name) {
    for (var variable : network.variables())
      if (variable.name().equals(name) && !network.isHidden(variable)) return variable;
    return null;
  }

  static List<String> names(Network network) {
    return network.variables().stream()
        .filter(variable -> !network.isHidden(variable))
        .map(Variable::name)
        .toList();
  }

  /// What could stand there, where that is short enough to say.
  static @Nullable String listed(List<String> known) {
    return known.size() > MOST_LISTED ? null : "one of " + String.join(", ", known);
  }

  private static final class Reader {
    private final SourceText source;
    private final Network network;
    private final HashSet<Integer> seen = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private Evidence evidence = Evidence.none();

    Reader(SourceText source, Network network) {
      this.source = source;
      this.network = network;
    }

    Found found() {
      return problems.isEmpty() ? new Found.Findings(evidence) : new Found.Wrong(problems);
    }

    /// A name may hold a `=` itself: the first that leaves a known name counts.
    void finding(int start, int end) {
      var text = source.text();
      var equals = text.indexOf('=', start);
      if (equals < 0 || equals >= end) {
        wrong(Code.E102, trimmed(start, end), "a finding without `=`", "name = state", null);
        return;
      }
      for (var at = equals; at >= 0 && at < end; at = text.indexOf('=', at + 1)) {
        if (variable(network, text.substring(start, at).strip()) != null) equals = at;
      }
      var name = trimmed(start, equals);
      var variable = variable(network, source.slice(name));
      if (variable == null) {
        unknown(name, "the network has no variable", names(network));
        return;
      }
      if (!seen.add(variable.index())) {
        wrong(
            Code.E202,
            name,
            "a second finding on " + variable.name(),
            "one finding for each variable",
            null);
        return;
      }
      states(variable, equals + 1, end);
    }

    private void states(Variable variable, int start, int end) {
      var whole = trimmed(start, end);
      var likelihood = new double[variable.size()];
      var index = variable.states().indexOf(source.slice(whole));
      if (index >= 0) {
        evidence = evidence.with(variable, index);
        return;
      }
      var from = start;
      var sound = true;
      while (from <= end) {
        var bar = source.text().indexOf('|', from);
        var to = bar < 0 || bar > end ? end : bar;
        var state = trimmed(from, to);
        var one = variable.states().indexOf(source.slice(state));
        if (one >= 0) {
          likelihood[one] = 1;
        } else {
          unknown(state, variable.name() + " has no state", variable.states());
          sound = false;
        }
        from = to + 1;
      }
      if (sound) evidence = evidence.withLikelihood(variable, likelihood);
    }

    private void unknown(Span span, String what, List<String> known) {
      var typed = source.slice(span);
      wrong(
          Code.E201, span, what + " `" + typed + "`", listed(known), NearestName.of(typed, known));
    }

    private void wrong(
        Code code, Span span, String found, @Nullable String expected, @Nullable String hint) {
      problems.add(new Problem(code, new Place(source, span), found, expected, null, hint));
    }

    private Span trimmed(int start, int end) {
      var from = start;
      var to = end;
      while (from < to && Character.isWhitespace(source.text().charAt(from))) from++;
      while (to > from && Character.isWhitespace(source.text().charAt(to - 1))) to--;
      return new Span(from, to);
    }
  }
}
