package casus.check;

import casus.model.Yardstick;
import casus.text.Code;
import casus.text.Place;
import casus.text.SourceText;
import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// W109: a sentence of the prose that speaks of likelihood and of confidence, which readers then
/// take for one (ICD 203 forbids it).
final class LintConfidence implements Lint {
  private static final Pattern CONFIDENCE =
      Pattern.compile("\\bconfiden(ce|t)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern END = Pattern.compile("[.!?][\"'\u201D\u2019)*_]*(?=\\s|$)");

  @Override
  public void over(Review review) {
    var likelihood = likelihood(review.dossier().yardstick());
    var source = review.checking().main().source();
    for (var paragraph : paragraphs(source)) {
      var text = source.slice(paragraph);
      if (!CONFIDENCE.matcher(text).find()) continue;
      var start = 0;
      var ends = END.matcher(text);
      while (start < text.length()) {
        var end = ends.find(start) ? ends.end() : text.length();
        sentence(review, source, text.substring(start, end), paragraph.start() + start, likelihood);
        start = end;
      }
    }
  }

  private static void sentence(
      Review review, SourceText source, String sentence, int offset, Pattern likelihood) {
    var confidence = CONFIDENCE.matcher(sentence);
    var likely = likelihood.matcher(sentence);
    if (!confidence.find() || !likely.find()) return;
    var span = new Span(offset + confidence.start(), offset + confidence.end());
    review.lint(
        Code.W109,
        new Place(source, span),
        "one sentence speaks of likelihood (\"" + likely.group().strip() + "\") and of confidence",
        "two sentences: how likely it is, and how sure we are of that");
  }

  /// The words of the yardstick, the longest first, and computed words.
  private static Pattern likelihood(Yardstick yardstick) {
    var words = new ArrayList<String>();
    for (var band : yardstick.bands())
      words.add(Pattern.quote(band.words().toLowerCase(Locale.ROOT)));
    words.sort((one, other) -> other.length() - one.length());
    return Pattern.compile(
        "\\b(" + String.join("|", words) + ")\\b|in words *}}", Pattern.CASE_INSENSITIVE);
  }

  /// Runs of lines outside fences, without headings.
  private static List<Span> paragraphs(SourceText source) {
    var paragraphs = new ArrayList<Span>();
    var start = -1;
    var fence = "";
    for (var line = 1; line <= source.lineCount(); line++) {
      var text = source.lineText(line).strip();
      var marks = text.startsWith("```") ? "```" : text.startsWith("~~~") ? "~~~" : "";
      var prose = fence.isEmpty() && marks.isEmpty() && !text.isEmpty() && !text.startsWith("#");
      if (prose && start < 0) start = source.lineStart(line);
      if (!prose && start >= 0) {
        paragraphs.add(new Span(start, source.lineStart(line)));
        start = -1;
      }
      if (!marks.isEmpty() && fence.isEmpty()) fence = marks;
      else if (!marks.isEmpty() && marks.equals(fence)) fence = "";
    }
    if (start >= 0) paragraphs.add(new Span(start, source.text().length()));
    return paragraphs;
  }
}
