package casus.view;

import casus.text.Problem;
import java.util.List;

/// What is wrong with a question that a program asked: problem details for HTTP (RFC 9457).
public final class ProblemJson {
  private ProblemJson() {}

  /// @param known what could have been meant instead, or what it is about
  public static String of(int status, String title, String detail, List<String> known) {
    return JsonOut.document(out ->
        out.text("title", title)
            .count("status", status)
            .text("detail", detail)
            .texts("known", known)
            .array("problems", List.<Problem>of(), AssessmentJson::problem));
  }

  /// Of a dossier with errors, or a supposition that cannot be read.
  public static String of(int status, List<Problem> problems) {
    var errors = problems.stream().filter(Problem::isError).count();
    return JsonOut.document(out ->
        out.text("title", "The dossier or the question has errors")
            .count("status", status)
            .text("detail", errors + (errors == 1 ? " error" : " errors"))
            .texts("known", List.of())
            .array("problems", problems, AssessmentJson::problem));
  }
}
