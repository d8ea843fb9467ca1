package casus.check;

import casus.model.Question;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked: outcomes, period, resolution.
final class Questions {
  private final Checking checking;

  Questions(Checking checking) {
    this.checking = checking;
  }

  List<Question> resolve() {
    var questions = new ArrayList<Question>();
    for (var declared : checking.declarations().of(Statement.Question.class)) {
      var question = question(declared);
      if (question != null) questions.add(question);
    }
    return List.copyOf(questions);
  }

  private @Nullable Question question(Declared<Statement.Question> declared) {
    var written = declared.syntax();
    var place = declared.at(written.span());
    var id = written.name().text();
    if (written.outcomes().size() < 2)
      checking
          .findings()
          .add(
              Problem.of(Code.E501, place, "the question `" + id + "` has fewer than two outcomes")
                  .expecting("at least two, in ascending order, the status quo first")
                  .grammar("outcomes, and below it NAME TEXT for each"));
    var from = written.from();
    var to = written.to();
    if (from == null || to == null) {
      checking
          .findings()
          .add(
              Problem.of(Code.E501, place, "the question `" + id + "` has no period")
                  .expecting("`from DATE to DATE`: an answer needs a deadline"));
      return null;
    }
    checking.dates().period(from, to, "the period of `" + id + "`", declared.at(to.span()));
    var outcomes = new ArrayList<Question.Outcome>();
    for (var outcome : written.outcomes())
      outcomes.add(
          new Question.Outcome(
              outcome.name().text(),
              outcome.text() == null ? outcome.name().text() : outcome.text().text()));
    return new Question(
        id,
        written.text().text(),
        from.day(),
        to.day(),
        written.highestReached(),
        List.copyOf(outcomes),
        written.resolveBy() == null ? null : written.resolveBy().text(),
        declared.origin(written.span()));
  }
}
