package casus.view;

import java.util.List;

/// How stored sources and quotations stand, as JSON, as `docs/json.md` and
/// `docs/schema/sources.schema.json` describe it.
public final class SourceCheckJson {
  /// Raised when a field changes its meaning or goes; new fields do not raise it.
  public static final int VERSION = 1;

  private SourceCheckJson() {}

  /// One file or quotation.
  ///
  /// @param state "intact", "moved"
  /// @param wrong whether the analyst must look
  /// @param subject a file of the dossier, or the claim that quotes
  /// @param says what is to be said beside the state, or empty
  public record Remark(String state, boolean wrong, String subject, String says) {}

  /// The whole document, ending in a line feed.
  public static String of(List<Remark> files, List<Remark> quotations) {
    return JsonOut.document(out ->
        out.count("version", VERSION)
            .array("files", files, SourceCheckJson::remark)
            .array("quotations", quotations, SourceCheckJson::remark));
  }

  private static void remark(JsonOut out, Remark remark) {
    out.text("state", remark.state())
        .flag("wrong", remark.wrong())
        .text("subject", remark.subject())
        .text("says", remark.says());
  }
}
