package casus.view;

import casus.text.Problem;
import casus.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the editor in the browser is told, as JSON. Only the page that comes with it reads this; it
/// is no format to build upon.
public final class EditorJson {
  private EditorJson() {}

  /// A name that can be completed.
  public record Completion(String name, String kind, String words) {}

  /// A state of the file on disk.
  ///
  /// @param text null where the page has it
  public static String now(String hash, @Nullable String text) {
    return JsonOut.document(out -> out.text("hash", hash).text("text", text));
  }

  /// @param because why it cannot be read or written
  public static String failed(String because) {
    return JsonOut.document(out -> out.text("failed", because));
  }

  public static String saved(String hash) {
    return JsonOut.document(out -> out.text("hash", hash).flag("saved", true));
  }

  /// The file has changed since.
  ///
  /// @param hash of the file as it is now
  /// @param difference the two texts side by side, as HTML
  public static String conflict(String hash, String theirs, String difference) {
    return JsonOut.document(out ->
        out.text("hash", hash)
            .flag("saved", false)
            .text("text", theirs)
            .text("difference", difference));
  }

  /// The words of the language.
  ///
  /// @param statements what a line may start with, each with its grammar
  public static String language(Map<String, String> statements, List<String> words) {
    return JsonOut.document(out -> out.texts("statements", statements).texts("words", words));
  }

  /// What has been found in a text.
  ///
  /// @param source the text
  /// @param problems those of it and of the files it uses
  /// @param claims each claim's name with its card, as HTML
  public static String checked(
      SourceText source,
      List<Problem> problems,
      List<Completion> names,
      Map<String, String> claims) {
    var places = new LinkedHashMap<Problem, int[]>();
    for (var problem : problems) places.put(problem, place(source, problem));
    return JsonOut.document(out ->
        out.array(
                "problems",
                new ArrayList<>(places.entrySet()),
                (o, found) -> {
                  AssessmentJson.problem(o, found.getKey());
                  o.count("from", found.getValue()[0])
                      .count("to", found.getValue()[1])
                      .text("nearest", nearest(source, found.getKey(), names));
                })
            .array(
                "names",
                names,
                (o, one) ->
                    o.text("name", one.name()).text("kind", one.kind()).text("words", one.words()))
            .texts("claims", claims));
  }

  /// Where a problem is underlined in the text, in UTF-16 units; the first line for those of other
  /// files.
  private static int[] place(SourceText source, Problem problem) {
    var length = source.text().length();
    if (!isOwn(source, problem)) return new int[] {0, 0};
    var span = problem.place().span();
    var start = Math.min(span.start(), length);
    return new int[] {start, Math.clamp(span.end(), start, length)};
  }

  private static boolean isOwn(SourceText source, Problem problem) {
    return problem.place().source().name().equals(source.name());
  }

  /// The known name that was probably meant, where the hint is one: it can take the place of what
  /// is underlined.
  private static @Nullable String nearest(
      SourceText source, Problem problem, List<Completion> names) {
    var hint = problem.hint();
    if (hint == null || !isOwn(source, problem) || !hint.matches("[\\w.()/-]+")) return null;
    var word = problem.expected() == null ? "" : problem.expected();
    return word.contains(hint) || names.stream().anyMatch(one -> one.name().equals(hint))
        ? hint
        : null;
  }
}
