package casus.view.screen;

import casus.answer.WhatIf.Changes;
import casus.text.Problem;
import casus.view.ExcerptText;
import casus.view.Page;
import casus.view.chart.Markup;
import casus.view.screen.Frame.Head;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was tried with sliders and switches, before it is written into the dossier: as a scenario,
/// or as other numbers. Forms, and no scripts.
public final class AmendScreen {
  /// Where a scenario is named.
  public static final String SCENARIO = "/scenario/";

  /// Where numbers are shown before they are written.
  public static final String WRITE = "/write/";

  private static final Page PAGE = Page.PLAIN.width(100);

  private AmendScreen() {}

  /// @param hash of the text that the change is based on
  /// @param done what changes, a sentence each
  /// @param left what cannot be written, a sentence each
  /// @param difference the two texts, as [Difference] shows them; empty where nothing can be
  ///   written
  public record Preview(String hash, List<String> done, List<String> left, String difference) {}

  /// The changes as an address carries them, without a question mark; empty where there are none.
  public static String query(Changes changes) {
    var query = new StringBuilder();
    changes
        .numbers()
        .forEach((id, value) ->
            put(
                query,
                ChangeScreen.NUMBER + id,
                Double.isFinite(value)
                    ? BigDecimal.valueOf(value).toPlainString()
                    : value.toString()));
    changes.facts().forEach((id, holds) -> put(query, ChangeScreen.FACT + id, holds.toString()));
    changes.readings().forEach((id, reading) -> put(query, ChangeScreen.READING + id, reading));
    return query.toString();
  }

  private static void put(StringBuilder query, String name, String value) {
    if (!query.isEmpty()) query.append('&');
    query.append(Screen.encoded(name)).append('=').append(Screen.encoded(value));
  }

  /// Asks for the name and the words of a scenario.
  ///
  /// @param supposed what it supposes, in words; empty where it cannot be one
  /// @param left what cannot be held by a scenario
  /// @param problems of the name typed, or none
  public static String scenario(
      Frame frame,
      String dossier,
      Changes changes,
      String hash,
      String name,
      String words,
      List<String> supposed,
      List<String> left,
      List<Problem> problems,
      @Nullable String trouble) {
    var out = new Markup();
    out.element("h1", "Save as a scenario").line();
    trouble(out, trouble, problems);
    if (!supposed.isEmpty()) {
      out.element("p", "The scenario supposes:");
      sentences(out, supposed);
    }
    left(out, left);
    if (!supposed.isEmpty()) {
      out.open(
          "form",
          "class",
          "ask",
          "method",
          "post",
          "action",
          action(frame, SCENARIO, dossier, changes));
      out.empty("input", "type", "hidden", "name", "base", "value", hash);
      var fields = new Fields(out);
      fields.required("words", "What happens, in a few words", "Minsk asks in writing", words);
      fields.name("name", "A short name (else it is made from the words)", "asked", name);
      out.open("p", "class", "tools").element("button", "Save the scenario");
      back(out, dossier, changes);
      out.close().close();
    } else back(out, dossier, changes);
    return page(frame, dossier, "Save as a scenario", out);
  }

  /// Shows what would be written.
  public static String write(
      Frame frame, String dossier, Changes changes, Preview preview, @Nullable String trouble) {
    var out = new Markup();
    out.element("h1", "Write the numbers to the file").line();
    trouble(out, trouble, List.of());
    if (!preview.done().isEmpty()) out.element("p", "What changes:");
    sentences(out, preview.done());
    left(out, preview.left());
    if (preview.done().isEmpty()) back(out, dossier, changes);
    else {
      out.trusted(preview.difference());
      out.open("form", "method", "post", "action", action(frame, WRITE, dossier, changes));
      out.empty("input", "type", "hidden", "name", "base", "value", preview.hash());
      out.open("p", "class", "tools").element("button", "Write to the file");
      back(out, dossier, changes);
      out.close().close();
    }
    return page(frame, dossier, "Write the numbers", out);
  }

  /// The text would have errors, so that nothing can be written.
  public static String faulty(
      Frame frame, String dossier, Changes changes, List<Problem> problems) {
    var out = new Markup();
    out.element("h1", "This cannot be written").line();
    trouble(out, null, problems);
    back(out, dossier, changes);
    return page(frame, dossier, "This cannot be written", out);
  }

  private static void trouble(Markup out, @Nullable String trouble, List<Problem> problems) {
    if (trouble != null) out.element("p", trouble, "class", "trouble", "role", "alert");
    if (!problems.isEmpty())
      out.element("pre", ExcerptText.of(problems, PAGE), "class", "problems", "tabindex", "0");
  }

  private static void left(Markup out, List<String> left) {
    if (left.isEmpty()) return;
    out.element("p", "What is not written:");
    sentences(out, left);
  }

  private static void sentences(Markup out, List<String> sentences) {
    if (sentences.isEmpty()) return;
    out.open("ul");
    sentences.forEach(one -> out.element("li", one));
    out.close().line();
  }

  private static String action(Frame frame, String path, String dossier, Changes changes) {
    return path + Screen.encoded(dossier) + "?csrf=" + frame.csrf() + "&" + query(changes);
  }

  private static void back(Markup out, String dossier, Changes changes) {
    out.element(
        "a",
        "Back to the sliders",
        "href",
        Screen.CHANGE.of(dossier) + "?" + query(changes),
        "class",
        "button");
  }

  private static String page(Frame frame, String dossier, String title, Markup out) {
    return frame.page(new Head(title, dossier, Screen.CHANGE), out.toString());
  }
}
