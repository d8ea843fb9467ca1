package casus.view.screen;

import casus.view.chart.Markup;
import casus.view.screen.Frame.Head;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where there is no dossier yet: the worked one that comes with casus, or a new one from a few
/// questions. Forms, and no scripts.
public final class StartScreen {
  /// Where a new dossier is asked for.
  public static final String NEW = "/new";

  /// Where the founding case is asked for.
  public static final String FOUNDING = "/founding";

  private StartScreen() {}

  /// What the form holds, as typed.
  ///
  /// @param outcomes a line each
  /// @param strength a word of the usual scale
  public record Answers(
      String question,
      String outcomes,
      String who,
      String whom,
      String asOf,
      String deadline,
      String name,
      String seen,
      String strength) {

    /// Nothing yet.
    ///
    /// @param today as 2031-05-20
    public static Answers none(String today) {
      return new Answers("", "", "", "", today, "", "", "", "moderate");
    }
  }

  /// The factor that a word of the usual scale stands for, in words and by example.
  private record Likelihood(String word, String words, String example) {}

  private static final List<Likelihood> LIKELIHOODS =
      List.of(
          new Likelihood(
              "slight",
              "a little: one and a half times as likely",
              "units leave their barracks in the season of exercises"),
          new Likelihood(
              "moderate",
              "clearly: three times as likely",
              "fuel and ammunition are brought forward, which exercises need too, but less of it"),
          new Likelihood(
              "strong",
              "much: eight times as likely",
              "field hospitals open and leave is cancelled"),
          new Likelihood(
              "decisive",
              "hardly anything else would explain it: twenty times as likely",
              "engineers lay bridges at the border by night"));

  /// What the shelf shows where it is empty.
  static void offers(Markup out, Frame frame) {
    out.element("p", "There is no dossier in this folder yet.", "class", "lead").line();
    out.open("div", "class", "offers").line();
    out.open("section", "aria-labelledby", "founding");
    out.element("h2", "Look at a worked one", "id", "founding");
    out.element(
        "p",
        "Will Russia use force in Belarus? August 2020: the treaties, what was claimed in articles and"
            + " public records, the past cases. It is copied into this folder as belarus-2020, where"
            + " you can question every number and change it.");
    out.open("form", "method", "post", "action", FOUNDING + "?csrf=" + frame.csrf())
        .element("button", "Copy the founding case here")
        .close()
        .close()
        .line();
    out.open("section", "aria-labelledby", "new");
    out.element("h2", "Begin your own", "id", "new");
    out.element(
        "p",
        "A few questions make a first dossier that already gives an answer; you then replace its"
            + " numbers and texts.");
    out.open("p").element("a", "Begin a new dossier", "href", NEW, "class", "button").close();
    out.close().close().line();
  }

  /// The questions.
  ///
  /// @param trouble why the answers make no dossier, or null
  public static String ask(Frame frame, Answers answers, @Nullable String trouble) {
    var out = new Markup();
    out.element("h1", "A new dossier").line();
    if (trouble != null) out.element("p", trouble, "class", "trouble", "role", "alert");
    out.open("form", "class", "ask", "method", "post", "action", NEW + "?csrf=" + frame.csrf());
    var fields = new Fields(out);
    fields.required(
        "question",
        "What is the question, in one sentence?",
        "Will Valdria send troops to Meresk?",
        answers.question());
    fields.lines(
        "outcomes",
        "What may happen, from the least to the most? A line each.",
        4,
        "nothing, advisers, announced troops: a line each",
        answers.outcomes());
    fields.required("who", "Who would act? A country or a body.", "Valdria", answers.who());
    fields.required("whom", "On whom?", "Meresk", answers.whom());
    fields.date("asOf", "Of which day does the dossier speak?", answers.asOf());
    fields.date("deadline", "By when is the question settled?", answers.deadline());
    out.element("h2", "A first piece of evidence");
    out.element(
        "p",
        "You may leave this to later: then an example stands there to be replaced.",
        "class",
        "hint");
    fields.optional(
        "seen",
        "What have you seen or heard that says the means are in place?",
        "columns of trucks on the road to the border",
        answers.seen());
    out.open("fieldset");
    out.element(
        "legend", "If they were in place, how much more likely would you see this than if not?");
    for (var one : LIKELIHOODS) {
      out.open("label");
      if (one.word().equals(answers.strength()))
        out.empty("input", "type", "radio", "name", "strength", "value", one.word(), "checked", "");
      else out.empty("input", "type", "radio", "name", "strength", "value", one.word());
      out.text(one.words());
      out.element("span", "such as: " + one.example(), "class", "hint").close().line();
    }
    out.close();
    fields.optional(
        "name", "Name of its folder (else made from the question)", "valdria-2031", answers.name());
    out.open("p", "class", "tools")
        .element("button", "Begin")
        .element("a", "Back to the shelf", "href", "/", "class", "button")
        .close();
    out.close().line();
    return frame.page(new Head("A new dossier", null, null), out.toString());
  }
}
