package casus.pool;

import casus.ledger.ForecastSet;
import casus.ledger.PosedQuestion;
import casus.text.Code;
import casus.text.NearestName;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a file of links: one to a line, as `by-june implies by-december`.
public final class LinksReader {
  /// The form of a line.
  public static final String GRAMMAR =
      "QUESTION [= OUTCOME [or OUTCOME]…] implies|excludes|complements|equals QUESTION [= …] …";

  private static final Pattern PIECE = Pattern.compile("\"[^\"]*\"?|=|[^\\s=\"]+");

  private final SourceText source;
  private final Map<String, PosedQuestion> questions;
  private final List<Link> links = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private LinksReader(SourceText source, ForecastSet set) {
    this.source = source;
    this.questions = set.questions();
  }

  /// What was read.
  ///
  /// @param problems empty where the links can be used
  public record Read(Links links, List<Problem> problems) {}

  /// Reads links between the questions of a set.
  public static Read of(SourceText source, ForecastSet set) {
    var reader = new LinksReader(source, set);
    for (var line = 1; line <= source.lineCount(); line++) reader.line(line);
    var links = reader.problems.isEmpty() ? reader.grouped() : Links.NONE;
    return new Read(links, List.copyOf(reader.problems));
  }

  private record Piece(String text, boolean quoted, Span span) {}

  private void line(int number) {
    var text = source.lineText(number);
    if (text.isBlank() || text.strip().startsWith("#")) return;
    var pieces = new ArrayList<Piece>();
    var found = PIECE.matcher(text);
    while (found.find()) {
      var start = source.lineStart(number) + found.start();
      var span = new Span(start, start + found.group().length());
      var quoted = found.group().startsWith("\"");
      if (quoted && (found.group().length() == 1 || !found.group().endsWith("\""))) {
        problems.add(
            Problem.of(Code.E103, new Place(source, span), "a text without its closing quote"));
        return;
      }
      pieces.add(new Piece(found.group().replace("\"", ""), quoted, span));
    }
    new Line(pieces).read();
  }

  /// The pieces of one line, read from the left.
  private final class Line {
    private final List<Piece> pieces;
    private int next;

    Line(List<Piece> pieces) {
      this.pieces = pieces;
    }

    void read() {
      var left = event();
      var joined = false;
      while (left != null) {
        var kind = kind();
        if (kind == null) {
          if (next < pieces.size())
            wrong(pieces.get(next), "`implies`, `excludes`, `complements` or `equals`");
          else if (!joined) wrong(pieces.getLast(), "what it has to do with another question");
          return;
        }
        next++;
        if (next == pieces.size()) {
          wrong(pieces.getLast(), "a question after it");
          return;
        }
        var right = event();
        if (right != null) links.add(new Link(left, kind, right));
        joined = true;
        left = right;
      }
    }

    private Link.@Nullable Kind kind() {
      if (next == pieces.size() || pieces.get(next).quoted()) return null;
      var word = pieces.get(next).text().toUpperCase(Locale.ROOT);
      return Stream.of(Link.Kind.values())
          .filter(kind -> kind.name().equals(word))
          .findFirst()
          .orElse(null);
    }

    private Link.@Nullable Event event() {
      var piece = pieces.get(next++);
      var question = questions.get(piece.text());
      if (question == null) {
        var near = NearestName.of(piece.text(), questions.keySet());
        problems.add(
            Problem.of(
                    Code.E201,
                    new Place(source, piece.span()),
                    "there is no question `" + piece.text() + "`")
                .expecting("a question of this set")
                .hint(near == null ? null : "`" + near + "`"));
        return null;
      }
      if (next < pieces.size() && is(pieces.get(next), "=")) {
        next++;
        return outcomes(question);
      }
      var yes = question.outcomes().indexOf("yes");
      if (yes < 0) {
        problems.add(
            Problem.of(
                    Code.E102,
                    new Place(source, piece.span()),
                    "`" + question.id() + "` is no question of yes and no")
                .expecting("which outcome: " + listed(question))
                .grammar(GRAMMAR));
        return null;
      }
      return new Link.Event(question.id(), List.of(yes));
    }

    private Link.@Nullable Event outcomes(PosedQuestion question) {
      var chosen = new ArrayList<Integer>();
      do {
        if (next == pieces.size()) {
          wrong(pieces.getLast(), "an outcome of `" + question.id() + "` after it");
          return null;
        }
        var piece = pieces.get(next++);
        var outcome = question.outcomes().indexOf(piece.text());
        if (outcome < 0) {
          var near = NearestName.of(piece.text(), question.outcomes());
          problems.add(
              Problem.of(
                      Code.E201,
                      new Place(source, piece.span()),
                      "`" + question.id() + "` has no outcome `" + piece.text() + "`")
                  .expecting(listed(question))
                  .hint(near == null ? null : "`" + near + "`"));
          return null;
        }
        chosen.add(outcome);
      } while (next < pieces.size() && is(pieces.get(next), "or") && next++ >= 0);
      return new Link.Event(question.id(), chosen);
    }

    private static boolean is(Piece piece, String sign) {
      return !piece.quoted() && piece.text().equals(sign);
    }

    private void wrong(Piece at, String expected) {
      problems.add(
          Problem.of(Code.E102, new Place(source, at.span()), "found `" + at.text() + "`")
              .expecting(expected)
              .grammar(GRAMMAR));
    }
  }

  private static String listed(PosedQuestion question) {
    return "`" + String.join("`, `", question.outcomes()) + "`";
  }

  private Links grouped() {
    var groups = new LinkedHashMap<String, Worlds>();
    for (var questionsOf : Links.joined(links, questions)) {
      var ids = questionsOf.stream().map(PosedQuestion::id).toList();
      var worlds =
          Worlds.of(
              questionsOf,
              links.stream().filter(link -> ids.contains(link.left().question())).toList());
      if (worlds == null)
        problems.add(
            whole(
                Code.E801,
                "the %d questions linked with `%s` can come out in more than %,d ways"
                    .formatted(ids.size(), ids.getFirst(), Worlds.MOST)));
      else if (worlds.count() == 0)
        problems.add(
            whole(
                Code.E802,
                "the links of `%s` and %d other questions leave no way to come out"
                    .formatted(ids.getFirst(), ids.size() - 1)));
      else ids.forEach(id -> groups.put(id, worlds));
    }
    return new Links(groups);
  }

  private Problem whole(Code code, String found) {
    return Problem.of(code, new Place(source, new Span(0, source.lineText(1).length())), found);
  }
}
