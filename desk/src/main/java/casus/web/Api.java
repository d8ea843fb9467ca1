package casus.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import casus.answer.WhatIf.Picture;
import casus.desk.Advising;
import casus.desk.Advising.Advised;
import casus.desk.Assessed;
import casus.desk.Edition.Turning;
import casus.desk.LawInForce;
import casus.desk.LookingBack.Looked;
import casus.desk.OpenDossier;
import casus.desk.Opening;
import casus.desk.Request;
import casus.desk.SourceChecking;
import casus.desk.Workspace;
import casus.history.ReferenceClass;
import casus.text.NearestName;
import casus.text.Problem;
import casus.treaty.Provisions;
import casus.view.HistoryJson;
import casus.view.LegalJson;
import casus.view.ProblemJson;
import casus.view.TreatyJson;
import casus.view.WhatIfJson;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the commands print with `--json`, for programs: `docs/schema/openapi.json` describes it,
/// and is served with it. What is asked wrongly is answered with `application/problem+json` (RFC
/// 9457).
final class Api {
  private static final int MOST_DRAWS = 100_000;

  private static final Pattern DESCRIPTION =
      Pattern.compile("openapi\\.json|[a-z-]+\\.schema\\.json");
  private static final Set<String> BARE = Set.of("n.", "f.", "r.");

  private final Workspace workspace;
  private final Clock clock;

  Api(Workspace workspace, Clock clock) {
    this.workspace = workspace;
    this.clock = clock;
  }

  void route(HttpRouting.Builder routing) {
    routing
        .get("/api/dossiers", (request, response) -> answer(request, response, this::dossiers))
        .get("/api/assess", (request, response) -> answer(request, response, this::assess))
        .get("/api/what-if", (request, response) -> answer(request, response, this::whatIf))
        .get("/api/could", (request, response) -> answer(request, response, this::could))
        .get("/api/sources", (request, response) -> answer(request, response, this::sources))
        .get("/api/history", (request, response) -> answer(request, response, this::history))
        .get("/api/treaties", (request, response) -> answer(request, response, this::treaties))
        .get("/api/{file}", Api::description);
  }

  /// An answer, or what is wrong with the question.
  private sealed interface Reply {
    record Found(byte[] json) implements Reply {
      Found(String json) {
        this(json.getBytes(UTF_8));
      }
    }

    /// @param known what could have been meant, or none
    record Wrong(Status status, String title, String detail, List<String> known) implements Reply {}

    /// The dossier has errors, or what was asked of it cannot be read.
    record Faulty(List<Problem> problems) implements Reply {}
  }

  private interface Question {
    Reply ask(Asked asked) throws Misasked;
  }

  private static void answer(ServerRequest request, ServerResponse response, Question question) {
    Reply reply;
    try {
      reply = question.ask(new Asked(request.query()));
    } catch (Misasked wrong) {
      reply = wrong.reply();
    }
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    switch (reply) {
      case Reply.Found(var json) -> json(response, "application/json", json);
      case Reply.Wrong(var status, var title, var detail, var known) -> {
        response.status(status);
        json(
            response,
            "application/problem+json",
            ProblemJson.of(status.code(), title, detail, known).getBytes(UTF_8));
      }
      case Reply.Faulty(var problems) -> {
        response.status(Status.UNPROCESSABLE_CONTENT_422);
        json(
            response,
            "application/problem+json",
            ProblemJson.of(Status.UNPROCESSABLE_CONTENT_422.code(), problems).getBytes(UTF_8));
      }
    }
  }

  private static void json(ServerResponse response, String type, byte[] json) {
    response.header(HeaderNames.CONTENT_TYPE, type).send(json);
  }

  /// The description, and the schemas that it refers to.
  private static void description(ServerRequest request, ServerResponse response) {
    var name = request.path().pathParameters().get("file");
    if (!DESCRIPTION.matcher(name).matches()) {
      response.next();
      return;
    }
    try (var in = Api.class.getResourceAsStream("/casus/view/" + name)) {
      if (in == null) response.next();
      else json(response, "application/json", in.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// What a program asked for that is not to be had; raised while a question is read.
  private static final class Misasked extends Exception {
    private final transient Reply reply;

    Misasked(String detail) {
      this(new Reply.Wrong(Status.BAD_REQUEST_400, "Misasked", detail, List.of()));
    }

    Misasked(Reply reply) {
      super("misasked", null, false, false);
      this.reply = reply;
    }

    Reply reply() {
      return Objects.requireNonNull(reply);
    }
  }

  /// The parameters of a question.
  private record Asked(Parameters query) {
    void only(String... names) throws Misasked {
      var known = Set.of(names);
      for (var name : query.names()) {
        var start = name.substring(0, Math.min(2, name.length()));
        if (known.contains(name) || (BARE.contains(start) && known.contains(start))) continue;
        var plain = known.stream().filter(n -> !BARE.contains(n)).sorted().toList();
        throw new Misasked(
            new Reply.Wrong(
                Status.BAD_REQUEST_400, "Misasked", "there is no parameter " + name, plain));
      }
    }

    @Nullable String one(String name) {
      return query.first(name).orElse(null);
    }

    List<String> several(String name) {
      return query.all(name, List::of);
    }

    @Nullable LocalDate date(String name) throws Misasked {
      var typed = one(name);
      if (typed == null) return null;
      try {
        return LocalDate.parse(typed);
      } catch (DateTimeParseException wrong) {
        throw new Misasked(name + "=" + typed + " is not a date such as 2020-08-17");
      }
    }

    long number(String name, long otherwise, long least, long most) throws Misasked {
      var typed = one(name);
      if (typed == null) return otherwise;
      try {
        var value = Long.parseLong(typed);
        if (value >= least && value <= most) return value;
      } catch (NumberFormatException wrong) {
        // said below
      }
      throw new Misasked(name + " takes a number from " + least + " to " + most);
    }

    double probability(String name) throws Misasked {
      var typed = one(name);
      if (typed == null) return Double.NaN;
      try {
        var value = Double.parseDouble(typed);
        if (value > 0 && value < 1) return value;
      } catch (NumberFormatException wrong) {
        // said below
      }
      throw new Misasked(name + " takes a probability over 0 and under 1");
    }
  }

  private OpenDossier dossier(Asked asked) throws Misasked {
    var name = asked.one("dossier");
    // To list the names every file is opened: only where one is not known.
    if (name == null) {
      var names = workspace.names();
      if (names.size() != 1)
        throw new Misasked(
            new Reply.Wrong(Status.BAD_REQUEST_400, "Misasked", "dossier is missing", names));
      name = names.getFirst();
    }
    var found = workspace.dossier(name);
    if (found == null)
      throw new Misasked(
          new Reply.Wrong(
              Status.NOT_FOUND_404, "Not found", "there is no dossier " + name, workspace.names()));
    return found;
  }

  private Reply dossiers(Asked asked) throws Misasked {
    asked.only();
    return new Reply.Found(WhatIfJson.dossiers(workspace.names()));
  }

  private static final String[] SUPPOSITIONS = {
    "dossier", "asOf", "scenario", "suppose", "set", "reading"
  };

  private static Request request(Asked asked) throws Misasked {
    return new Request(
        asked.date("asOf"),
        asked.one("question"),
        asked.one("outcome"),
        asked.one("scenario"),
        asked.several("suppose"),
        asked.several("set"),
        asked.several("reading"),
        (int) asked.number("draws", Request.PLAIN.draws(), 1, MOST_DRAWS),
        asked.number("seed", Request.PLAIN.seed(), Long.MIN_VALUE, Long.MAX_VALUE),
        asked.probability("threshold"),
        !"false".equals(asked.one("full")));
  }

  private static String[] with(String[] some, String... more) {
    var all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private Reply assess(Asked asked) throws Misasked {
    asked.only(with(SUPPOSITIONS, "question", "outcome", "draws", "seed", "threshold", "full"));
    var edition = dossier(asked).edition();
    var request = request(asked);
    var json = edition.json(request);
    return json != null ? new Reply.Found(json) : unanswered(edition.assessed(request));
  }

  private static Reply unanswered(Assessed because) {
    return switch (because) {
      case Assessed.Answered _ -> throw new IllegalStateException("an answer is sent");
      case Assessed.Faulty(var problems) -> new Reply.Faulty(problems);
      case Assessed.Misread(var problems) -> new Reply.Faulty(problems);
      case Assessed.Unknown unknown -> unknown(unknown);
      case Assessed.Refused(var problem, var names) -> refused(problem, names);
    };
  }

  private static Reply unknown(Assessed.Unknown unknown) {
    return new Reply.Wrong(
        Status.NOT_FOUND_404,
        "Not found",
        "there is no "
            + unknown.kind()
            + " "
            + unknown.typed()
            + (unknown.nearest() == null ? "" : "; did you mean " + unknown.nearest() + "?"),
        unknown.known());
  }

  private static Reply refused(Problem problem, List<String> names) {
    return new Reply.Wrong(
        Status.UNPROCESSABLE_CONTENT_422, "No answer: " + problem.code(), problem.found(), names);
  }

  private Reply whatIf(Asked asked) throws Misasked {
    asked.only("dossier", "question", "outcome", "n.", "f.", "r.");
    var turning = dossier(asked).edition().turning(asked.one("question"), asked.one("outcome"));
    return switch (turning) {
      case Turning.NotReady(var because) -> unanswered(because);
      case Turning.Ready(var whatIf) -> {
        var changes = Query.changes(asked.query(), whatIf);
        yield switch (whatIf.under(changes)) {
          case Picture.Drawn drawn -> new Reply.Found(WhatIfJson.of(whatIf, changes, drawn));
          case Picture.Contradiction(var between) ->
              new Reply.Wrong(
                  Status.UNPROCESSABLE_CONTENT_422,
                  "No answer: E802",
                  "This cannot all be so.",
                  between);
          case Picture.Misplaced(var because, var _, var known) ->
              new Reply.Wrong(Status.BAD_REQUEST_400, "Misasked", because, known);
        };
      }
    };
  }

  private Reply could(Asked asked) throws Misasked {
    asked.only(with(SUPPOSITIONS, "act"));
    return switch (dossier(asked).edition().opening()) {
      case Opening.NotOpened(var problem) -> new Reply.Faulty(List.of(problem));
      case Opening.Opened opened ->
          switch (Advising.advise(opened, asked.one("act"), request(asked))) {
            case Advised.Answered(var answer) -> new Reply.Found(LegalJson.of(answer));
            case Advised.Faulty(var problems) -> new Reply.Faulty(problems);
            case Advised.Misread(var problems) -> new Reply.Faulty(problems);
            case Advised.Unknown(var unknown) -> unknown(unknown);
            case Advised.NoAct(var actors) ->
                new Reply.Wrong(
                    Status.BAD_REQUEST_400,
                    "Misasked",
                    "the dossier asks about no act; name one with act=, as in RUS use-force BLR",
                    actors);
            case Advised.Refused(var problem, var names) -> refused(problem, names);
          };
    };
  }

  private Reply sources(Asked asked) throws Misasked {
    asked.only("dossier");
    return switch (dossier(asked).edition().opening()) {
      case Opening.NotOpened(var problem) -> new Reply.Faulty(List.of(problem));
      case Opening.Opened opened -> {
        var checked = SourceChecking.check(opened);
        yield checked.problems().isEmpty()
            ? new Reply.Found(checked.json())
            : new Reply.Faulty(checked.problems());
      }
    };
  }

  private Reply history(Asked asked) throws Misasked {
    asked.only("set", "filter", "success", "withUnverified");
    var set = asked.one("set");
    var history = workspace.history();
    if (set == null) return new Reply.Found(HistoryJson.of(history.stored()));
    var success = asked.one("success");
    if (success == null) throw new Misasked("success is missing: what counts in the records");
    var filter = asked.one("filter");
    var counted =
        history.count(
            new ReferenceClass(
                set,
                filter == null ? "" : filter,
                success,
                "true".equals(asked.one("withUnverified"))),
            Integer.MAX_VALUE);
    return switch (counted) {
      case Looked.Seen(var view, var stored) -> new Reply.Found(HistoryJson.of(view, stored));
      case Looked.Misread(var problems) -> new Reply.Faulty(problems);
      case Looked.Nowhere _ ->
          new Reply.Wrong(
              Status.NOT_FOUND_404,
              "Not found",
              "there are no records of a set " + set,
              history.stored().stream().map(stored -> stored.set().name()).toList());
    };
  }

  private Reply treaties(Asked asked) throws Misasked {
    asked.only("name", "between", "at");
    var at = asked.date("at");
    var law = LawInForce.on(at == null ? LocalDate.now(clock) : at);
    var between = asked.several("between");
    var names = asked.several("name");
    if (!between.isEmpty() && !names.isEmpty())
      throw new Misasked("name instruments, or two states, not both");
    if (!between.isEmpty()) {
      if (between.size() != 2) throw new Misasked("between takes two states, each once");
      var codes = between.stream().map(code -> code.toUpperCase(Locale.ROOT)).toList();
      for (var code : codes)
        if (!law.bound().contains(code)) {
          var near = NearestName.of(code, law.bound());
          throw new Misasked(
              new Reply.Wrong(
                  Status.NOT_FOUND_404,
                  "Not found",
                  "nothing in the library binds " + code + " by name",
                  near == null ? List.of() : List.of(near)));
        }
      return new Reply.Found(
          TreatyJson.of(law.binding(codes.getFirst(), codes.getLast()), law.at()));
    }
    if (names.isEmpty()) return new Reply.Found(TreatyJson.of(law.provisions(), law.at()));
    var found = new ArrayList<Provisions>();
    for (var name : names) {
      var these = law.named(name);
      if (these.isEmpty())
        throw new Misasked(
            new Reply.Wrong(
                Status.NOT_FOUND_404,
                "Not found",
                "the library has no " + name,
                law.nearest(name).stream().toList()));
      found.addAll(these);
    }
    return new Reply.Found(TreatyJson.of(found, law.at()));
  }
}
