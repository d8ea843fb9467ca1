package casus.desk;

import casus.answer.Assessor;
import casus.answer.CouldAnswer.StatusAnswer;
import casus.check.Checked;
import casus.desk.Opening.Opened;
import casus.desk.Phrases.Phrase;
import casus.model.Dossier;
import casus.model.Expectation;
import casus.syntax.Condition;
import casus.syntax.Document.ProseReference.Citation;
import casus.syntax.Document.ProseReference.Value;
import casus.syntax.Document.Query;
import casus.syntax.Parser;
import casus.syntax.Statement;
import casus.text.Problem;
import casus.text.SourceText;
import casus.view.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The dossier with the numbers in its prose filled in.
public final class Rendering {
  private Rendering() {}

  /// @param markdown null where errors leave nothing to compute
  public record Rendered(@Nullable String markdown, List<Problem> problems) {}

  /// A probability is printed as a range where readings disagree; an act as its status with the
  /// probability that it is lawful; a finding as its number. What cannot be computed stays as
  /// written.
  public static Rendered render(Opened opened, @Nullable LocalDate asOf) {
    return render(opened, asOf, Style.PLAIN);
  }

  /// How what was filled in is written.
  interface Style {
    Style PLAIN =
        new Style() {
          @Override
          public String number(Query query, String words) {
            return words;
          }

          @Override
          public @Nullable String citation(String claim) {
            return null;
          }
        };

    String number(Query query, String words);

    /// @return null where it stays as written
    @Nullable String citation(String claim);
  }

  static Rendered render(Opened opened, @Nullable LocalDate asOf, Style style) {
    var source = opened.source();
    var document = Parser.parse(source);
    var claims = new HashSet<String>();
    for (var statement : document.statements())
      if (statement instanceof Statement.Claim claim) claims.add(claim.name().text());
    var values =
        document.prose().stream().filter(Value.class::isInstance).map(Value.class::cast).toList();
    var read =
        Phrases.read(
            opened, asOf, values.stream().map(value -> phrase(source, value, claims)).toList());
    Checked checked = read.checked();
    var dossier = checked.dossier();
    if (checked.hasErrors() || dossier == null) return new Rendered(null, checked.problems());
    var computed = new Values(dossier, Assessor.of(dossier));
    var markdown = new StringBuilder();
    var done = 0;
    var next = 0;
    for (var reference : document.prose()) {
      var words =
          switch (reference) {
            case Value value -> {
              var number = computed.words(value.query(), read.read().get(next++));
              yield number == null ? null : style.number(value.query(), number);
            }
            case Citation citation -> style.citation(citation.claim().text());
          };
      if (words == null) continue;
      markdown.append(source.text(), done, reference.span().start()).append(words);
      done = reference.span().end();
    }
    return new Rendered(
        markdown.append(source.text().substring(done)).toString(), checked.problems());
  }

  /// Whether writing there would replace the dossier by its own rendering.
  public static boolean overwrites(Opened opened, Path file) throws IOException {
    return Files.exists(file) && Files.isSameFile(file, opened.file());
  }

  public static void write(Path file, String markdown) throws IOException {
    StoredText.write(file, markdown);
  }

  private static Phrase phrase(SourceText source, Value value, Set<String> claims) {
    return switch (value.query()) {
      case Query.Probability(Condition event, var _) ->
          Phrase.probability("prose", source.slice(event.span()));
      case Query.Could(var could) -> Phrase.status("prose", source.slice(could.span()));
      case Query.Named(var atom) ->
          claims.contains(atom.text()) ? Phrase.NONE : Phrase.probability("prose", atom.text());
    };
  }

  private record Values(Dossier dossier, Assessor assessor) {
    @Nullable String words(Query query, @Nullable Expectation read) {
      if (query instanceof Query.Named(var atom)) {
        var claim = dossier.claim(atom.text());
        if (claim != null) return claim.finding() == null ? null : claim.finding().written();
      }
      return switch (read) {
        case Expectation.Between between ->
            probability(
                assessor.probability(between.event()),
                query instanceof Query.Probability(var _, var inWords) && inWords);
        case Expectation.StatusIs status -> status(assessor.status(status.could()));
        case null, default -> null;
      };
    }

    private @Nullable String probability(Assessor.Estimate estimate, boolean inWords) {
      if (Double.isNaN(estimate.point())) return null;
      var readings = estimate.readings();
      if (!inWords) {
        var low = Numbers.percent(readings.low());
        var high = Numbers.percent(readings.high());
        return low.equals(high) ? Numbers.percent(estimate.point()) : Numbers.spoken(readings);
      }
      var low = dossier.yardstick().words(readings.low());
      var high = dossier.yardstick().words(readings.high());
      return low.equals(high) ? low : low + " to " + high;
    }

    private @Nullable String status(@Nullable StatusAnswer status) {
      if (status == null) return null;
      var word = status.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      var lawful = status.lawfulOverReadings();
      var low = Numbers.percent(lawful.low());
      var high = Numbers.percent(lawful.high());
      return word
          + (status.dependsOnReading()
              ? " (depends on the reading; lawful with "
              : " (lawful with ")
          + (low.equals(high) ? low : Numbers.spoken(lawful))
          + (status.restsOnMemory() ? "; unverified provision)" : ")");
    }
  }
}
