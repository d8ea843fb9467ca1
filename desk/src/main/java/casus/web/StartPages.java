package casus.web;

import casus.desk.FoundingCase;
import casus.desk.Starter;
import casus.desk.Starting;
import casus.desk.Workspace;
import casus.view.screen.Frame;
import casus.view.screen.Screen;
import casus.view.screen.StartScreen;
import casus.view.screen.StartScreen.Answers;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a folder gets its first dossier, or one more.
final class StartPages {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");
  private static final int LONGEST = 300;
  private static final int MOST_OUTCOMES = 12;

  private final Workspace workspace;
  private final Frame frame;
  private final Clock clock;

  StartPages(Workspace workspace, Frame frame, Clock clock) {
    this.workspace = workspace;
    this.frame = frame;
    this.clock = clock;
  }

  void route(HttpRouting.Builder routing) {
    routing
        .get(
            StartScreen.NEW,
            (_, response) -> ask(response, Answers.none(LocalDate.now(clock).toString()), null))
        .post(StartScreen.NEW, this::begin)
        .post(StartScreen.FOUNDING, (_, response) -> found(response));
  }

  private void ask(ServerResponse response, Answers answers, @Nullable String trouble) {
    if (trouble != null) response.status(Status.BAD_REQUEST_400);
    Pages.html(response, StartScreen.ask(frame, answers, trouble));
  }

  private static void leadTo(ServerResponse response, String address) {
    response.status(Status.SEE_OTHER_303).header(HeaderNames.LOCATION, address).send();
  }

  /// What is there already is shown as it is.
  private void found(ServerResponse response) {
    try {
      if (FoundingCase.mayCopy(workspace.root())) FoundingCase.copy(workspace.root());
      leadTo(response, "/");
    } catch (IOException failure) {
      ask(
          response,
          Answers.none(LocalDate.now(clock).toString()),
          "The founding case could not be copied (" + failure.getMessage() + ").");
    }
  }

  private void begin(ServerRequest request, ServerResponse response) {
    var answers = answers(request.content().as(Parameters.class));
    var trouble = trouble(answers);
    if (trouble != null) {
      ask(response, answers, trouble);
      return;
    }
    var starter = starter(answers);
    try {
      Starting.write(workspace.root(), starter.name(), starter);
      leadTo(response, Screen.READ.of(starter.name()));
    } catch (IOException failure) {
      ask(response, answers, "It could not be written (" + failure.getMessage() + ").");
    }
  }

  private static Answers answers(Parameters form) {
    return new Answers(
        typed(form, "question"),
        form.first("outcomes").orElse("").strip(),
        typed(form, "who"),
        typed(form, "whom"),
        typed(form, "asOf"),
        typed(form, "deadline"),
        typed(form, "name"),
        typed(form, "seen"),
        typed(form, "strength"));
  }

  private static String typed(Parameters form, String name) {
    return form.first(name).orElse("").strip().replaceAll("\\s+", " ");
  }

  private static List<String> outcomes(Answers answers) {
    return answers.outcomes().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static @Nullable LocalDate date(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException wrong) {
      return null;
    }
  }

  private static String name(Answers answers) {
    return answers.name().isEmpty() ? Starter.named(answers.question()) : answers.name();
  }

  /// What is wrong with the answers, or null.
  private @Nullable String trouble(Answers answers) {
    for (var typed : List.of(answers.question(), answers.who(), answers.whom(), answers.seen()))
      if (typed.length() > LONGEST) return "An answer is longer than " + LONGEST + " characters.";
    if (answers.question().isEmpty()) return "The question is missing.";
    if (answers.who().isEmpty() || answers.whom().isEmpty())
      return "Say who would act, and on whom.";
    var outcomes = outcomes(answers);
    if (outcomes.size() < 2) return "There must be at least two outcomes, a line each.";
    if (outcomes.size() > MOST_OUTCOMES)
      return "There are " + outcomes.size() + " outcomes; " + MOST_OUTCOMES + " is the most.";
    var asOf = date(answers.asOf());
    var deadline = date(answers.deadline());
    if (asOf == null || deadline == null) return "A date is written as 2031-12-31.";
    if (!deadline.isAfter(asOf))
      return "The deadline must lie after the day the dossier speaks of.";
    if (!Starter.STRENGTHS.contains(answers.strength()))
      return "Say how much more likely you would see it.";
    var name = name(answers);
    if (!NAME.matcher(name).matches())
      return "The folder's name has lower-case letters, digits and hyphens only.";
    if (!Starting.isFree(workspace.root(), name))
      return "There is something named " + name + " already: choose another name for the folder.";
    return null;
  }

  private static Starter starter(Answers answers) {
    var asOf = date(answers.asOf());
    var deadline = date(answers.deadline());
    if (asOf == null || deadline == null) throw new IllegalArgumentException("no dates");
    return new Starter(
        name(answers),
        answers.question(),
        outcomes(answers),
        asOf,
        deadline,
        answers.who(),
        answers.whom(),
        answers.seen().isEmpty() ? null : new Starter.Seen(answers.seen(), answers.strength()));
  }
}
