package casus.web;

import casus.answer.WhatIf;
import casus.answer.WhatIf.Changes;
import casus.desk.Amending;
import casus.desk.Amending.Amended;
import casus.desk.Assessed;
import casus.desk.Editing;
import casus.desk.Editing.Saved;
import casus.desk.Edition.Turning;
import casus.desk.OpenDossier;
import casus.text.Problem;
import casus.view.screen.AmendScreen;
import casus.view.screen.AmendScreen.Preview;
import casus.view.screen.Difference;
import casus.view.screen.Frame;
import casus.view.screen.Screen;
import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where what was tried with sliders and switches is written into the dossier.
final class AmendPages {
  private static final String MOVED =
      "Nothing was written: the file has been changed meanwhile. This is what would change in it"
          + " now.";

  private final Pages pages;
  private final Frame frame;

  AmendPages(Pages pages, Frame frame) {
    this.pages = pages;
    this.frame = frame;
  }

  void route(HttpRouting.Builder routing) {
    routing
        .get(
            AmendScreen.SCENARIO + "{+dossier}",
            (request, response) -> scenario(request, response, null))
        .post(AmendScreen.SCENARIO + "{+dossier}", this::saveScenario)
        .get(
            AmendScreen.WRITE + "{+dossier}", (request, response) -> write(request, response, null))
        .post(AmendScreen.WRITE + "{+dossier}", this::writeNumbers);
  }

  /// A dossier with what was tried on it.
  private record Tried(OpenDossier dossier, WhatIf whatIf, Changes changes) {}

  private @Nullable Tried tried(ServerRequest request, ServerResponse response) {
    var dossier = pages.dossier(request, response);
    if (dossier == null) return null;
    return switch (dossier.edition().turning(null, null)) {
      case Turning.NotReady(Assessed because) -> {
        Pages.html(response, pages.trouble(dossier, Screen.CHANGE, because));
        yield null;
      }
      case Turning.Ready(var whatIf) ->
          new Tried(dossier, whatIf, Query.changes(request.query(), whatIf));
    };
  }

  private void scenario(ServerRequest request, ServerResponse response, @Nullable String trouble) {
    var tried = tried(request, response);
    if (tried != null) ask(response, tried, "", "", List.of(), trouble);
  }

  private void ask(
      ServerResponse response,
      Tried tried,
      String name,
      String words,
      List<Problem> problems,
      @Nullable String trouble) {
    var amended = Amending.scenario(tried.dossier(), "", "what is supposed", tried.changes());
    var left =
        switch (amended) {
          case Amended.Ready ready -> ready.left();
          case Amended.Nothing(var because) -> because;
          case Amended.Faulty _ -> List.<String>of();
        };
    Pages.html(
        response,
        AmendScreen.scenario(
            frame,
            tried.dossier().name(),
            tried.changes(),
            tried.dossier().edition().hash(),
            name,
            words,
            supposed(tried),
            left,
            problems.isEmpty() && amended instanceof Amended.Faulty(var found) ? found : problems,
            trouble));
  }

  private static List<String> supposed(Tried tried) {
    var supposed = new ArrayList<String>();
    tried
        .changes()
        .facts()
        .forEach((id, holds) -> {
          var fact = tried.whatIf().dossier().fact(id);
          var words = fact == null || fact.text().isEmpty() ? id : fact.text();
          supposed.add((holds ? "It is so that " : "It is not so that ") + words + ".");
        });
    return supposed;
  }

  private void saveScenario(ServerRequest request, ServerResponse response) {
    var tried = tried(request, response);
    if (tried == null) return;
    var form = request.content().as(Parameters.class);
    var name = form.first("name").orElse("");
    var words = form.first("words").orElse("").strip();
    if (words.isEmpty()) {
      response.status(Status.BAD_REQUEST_400);
      ask(response, tried, name, words, List.of(), "The words are missing.");
      return;
    }
    switch (Amending.scenario(tried.dossier(), name, words, tried.changes())) {
      case Amended.Faulty(var problems) -> {
        response.status(Status.BAD_REQUEST_400);
        ask(response, tried, name, words, problems, "A scenario of this name cannot be written.");
      }
      case Amended.Nothing _ -> {
        response.status(Status.BAD_REQUEST_400);
        ask(response, tried, name, words, List.of(), null);
      }
      case Amended.Ready ready -> {
        var trouble = written(response, tried, ready, form);
        if (trouble != null) ask(response, tried, name, words, List.of(), trouble);
      }
    }
  }

  /// Writes what was shown, if the file is still the one that was shown, and leads to the place.
  ///
  /// @return why nothing was written, or null
  private static @Nullable String written(
      ServerResponse response, Tried tried, Amended.Ready ready, Parameters form) {
    if (!ready.hash().equals(form.first("base").orElse(""))) {
      response.status(Status.CONFLICT_409);
      return MOVED;
    }
    return switch (Editing.save(tried.dossier(), ready.after(), ready.hash())) {
      case Saved.Written _ -> {
        response
            .status(Status.SEE_OTHER_303)
            .header(
                HeaderNames.LOCATION,
                Screen.EDIT.of(tried.dossier().name()) + "?saved=1&line=" + firstLine(ready))
            .send();
        yield null;
      }
      case Saved.Conflict _ -> {
        response.status(Status.CONFLICT_409);
        yield MOVED;
      }
      case Saved.Failed(var because) -> {
        response.status(Status.INTERNAL_SERVER_ERROR_500);
        yield "Nothing was written: " + because + ".";
      }
    };
  }

  /// The first line that differs.
  private static int firstLine(Amended.Ready ready) {
    var before = ready.before();
    var after = ready.after();
    var line = 1;
    for (var i = 0; i < Math.min(before.length(), after.length()); i++) {
      if (before.charAt(i) != after.charAt(i)) break;
      if (before.charAt(i) == '\n') line++;
    }
    return line;
  }

  private void write(ServerRequest request, ServerResponse response, @Nullable String trouble) {
    var tried = tried(request, response);
    if (tried != null) show(response, tried, trouble);
  }

  private void show(ServerResponse response, Tried tried, @Nullable String trouble) {
    var name = tried.dossier().name();
    var page =
        switch (Amending.numbers(tried.dossier(), tried.changes())) {
          case Amended.Faulty(var problems) ->
              AmendScreen.faulty(frame, name, tried.changes(), problems);
          case Amended.Nothing(var left) ->
              AmendScreen.write(
                  frame,
                  name,
                  tried.changes(),
                  new Preview("", List.of(), left, ""),
                  trouble != null ? trouble : "There is nothing to write.");
          case Amended.Ready ready ->
              AmendScreen.write(
                  frame,
                  name,
                  tried.changes(),
                  new Preview(
                      ready.hash(),
                      ready.done(),
                      ready.left(),
                      Difference.of(ready.before(), ready.after(), "Now", "Then", false)),
                  trouble);
        };
    Pages.html(response, page);
  }

  private void writeNumbers(ServerRequest request, ServerResponse response) {
    var tried = tried(request, response);
    if (tried == null) return;
    var form = request.content().as(Parameters.class);
    var trouble =
        Amending.numbers(tried.dossier(), tried.changes()) instanceof Amended.Ready ready
            ? written(response, tried, ready, form)
            : "";
    if (trouble != null) show(response, tried, trouble.isEmpty() ? null : trouble);
  }
}
