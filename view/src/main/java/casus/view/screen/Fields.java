package casus.view.screen;

import casus.view.chart.Markup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The fields of a form: each with its label above it, and an example in it while it is empty.
record Fields(Markup out) {
  private static final int LONGEST = 300;

  /// A line of text that has to be filled in.
  void required(String name, String label, String example, String value) {
    line(
        "text",
        name,
        label,
        value,
        "placeholder",
        example,
        "maxlength",
        "" + LONGEST,
        "required",
        "");
  }

  /// A line of text that may stay empty.
  void optional(String name, String label, String example, String value) {
    line("text", name, label, value, "placeholder", example, "maxlength", "" + LONGEST);
  }

  /// A name as the language has them, which may stay empty.
  void name(String name, String label, String example, String value) {
    line(
        "text",
        name,
        label,
        value,
        "placeholder",
        example,
        "maxlength",
        "60",
        "pattern",
        "[a-z][a-z0-9\\-]*",
        "title",
        "lower-case letters, digits and hyphens");
  }

  void date(String name, String label, String value) {
    line("date", name, label, value, "required", "");
  }

  private void line(String type, String name, String label, String value, String... more) {
    out.open("p").element("label", label, "for", name);
    var attributes =
        new ArrayList<>(List.of("type", type, "id", name, "name", name, "value", value));
    Collections.addAll(attributes, more);
    out.empty("input", attributes.toArray(String[]::new));
    out.close().line();
  }

  /// Several lines of text that have to be filled in.
  void lines(String name, String label, int rows, String example, String value) {
    out.open("p").element("label", label, "for", name);
    out.open(
            "textarea",
            "id",
            name,
            "name",
            name,
            "rows",
            "" + rows,
            "required",
            "",
            "placeholder",
            example)
        // A browser leaves out a line end that comes first.
        .line()
        .lines(value)
        .close();
    out.close().line();
  }
}
