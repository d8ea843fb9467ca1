package casus.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A command and its exact output, as a `casus-run` fence of a Markdown file holds them:
///
/// ````markdown
/// ```casus-run
/// $ casus check cases/belarus-2020
/// no problems
/// ```
/// ````
///
/// A last line `[exit 1]` gives the exit code where it is not 0. What is typed comes before the
/// command as a shell takes it: `$ printf 'a\nq\n' | casus review my-case`. A fence marked
/// `casus-run on 2021-01-04` is run on that day.
///
/// @param start offset of the fence in the file
/// @param end offset after its closing line
/// @param on the day, or null for the usual one
/// @param typed what is typed
/// @param command the words of the command after `casus`
record RunFence(
    int start,
    int end,
    String fence,
    String line,
    @Nullable LocalDate on,
    String typed,
    List<String> command,
    String output) {
  private static final Pattern TYPED =
      Pattern.compile("\\$ (?:printf '([^']*)' \\| )?casus(?= |$)(.*)");

  private static final Pattern FENCE =
      Pattern.compile("(?ms)^(`{3,})casus-run(?: on ([\\d-]+))? *\\R(.*?)^\\1 *$");
  private static final Pattern WORD =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|(\\S+)");

  static List<RunFence> in(String text) {
    var found = new ArrayList<RunFence>();
    Matcher fences = FENCE.matcher(text);
    while (fences.find()) {
      var body = fences.group(3);
      var line = body.lines().findFirst().orElse("");
      var typed = TYPED.matcher(line);
      if (!typed.matches())
        throw new IllegalArgumentException("a casus-run fence begins with `$ casus`, not: " + line);
      var output = body.substring(Math.min(body.length(), line.length() + 1));
      found.add(
          new RunFence(
              fences.start(),
              fences.end(),
              fences.group(1),
              line,
              fences.group(2) == null ? null : LocalDate.parse(fences.group(2)),
              typed.group(1) == null ? "" : typed.group(1).replace("\\n", "\n"),
              words(typed.group(2)),
              output));
    }
    return found;
  }

  private static List<String> words(String line) {
    var words = new ArrayList<String>();
    var matcher = WORD.matcher(line);
    while (matcher.find()) {
      if (matcher.group(1) != null) words.add(matcher.group(1).replaceAll("\\\\(.)", "$1"));
      else words.add(matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
    }
    return List.copyOf(words);
  }

  /// The fence with another output.
  String with(String actual) {
    var longest =
        Pattern.compile("(?m)^`{3,}")
            .matcher(actual)
            .results()
            .mapToInt(r -> r.group().length())
            .max()
            .orElse(2);
    var ticks = "`".repeat(Math.max(3, longest + 1));
    return ticks
        + "casus-run"
        + (on == null ? "" : " on " + on)
        + "\n"
        + line
        + "\n"
        + actual
        + ticks;
  }
}
