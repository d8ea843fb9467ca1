package casus.check;

import casus.model.Quantity;
import casus.syntax.Amount;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Problem;
import java.util.HashSet;

/// The words for strengths: the dossier's own scale, else the usual four.
final class Strengths {
  private final Checking checking;

  Strengths(Checking checking) {
    this.checking = checking;
  }

  void resolve() {
    var scales = checking.declarations().of(Statement.Scale.class);
    scales.forEach(this::checkKind);
    for (var scale : scales)
      if (scale.syntax().kind().text().equals("strength")) {
        steps(scale);
        return;
      }
    usual("slight", 1.5);
    usual("moderate", 3);
    usual("strong", 8);
    usual("decisive", 20);
  }

  private void checkKind(Declared<Statement.Scale> scale) {
    var kind = scale.syntax().kind();
    if (kind.text().equals("strength") || kind.text().equals("grade")) return;
    checking
        .findings()
        .add(
            Problem.of(
                    Code.E201, scale.at(kind.span()), "there is no scale of `" + kind.text() + "`")
                .expecting("`scale strength` or `scale grade`"));
  }

  private void steps(Declared<Statement.Scale> scale) {
    var seen = new HashSet<String>();
    for (var step : scale.syntax().steps()) {
      var word = step.name().text();
      if (!seen.add(word)) {
        checking
            .findings()
            .add(Code.E202, scale.at(step.name().span()), "the scale has `" + word + "` twice");
        continue;
      }
      if (!(step.amount() instanceof Amount.Factor factor)) {
        checking
            .findings()
            .add(
                Problem.of(
                        Code.E301,
                        scale.at(step.amount().span()),
                        "the strength `" + word + "` is no factor")
                    .expecting("a factor such as x3"));
        continue;
      }
      var purpose = new Amounts.Purpose("strength " + word, label(word), scale);
      var strength = checking.amounts().factorOf(factor, purpose);
      if (strength != null) checking.amounts().knowStrength(word, strength);
    }
  }

  private void usual(String word, double factor) {
    checking
        .amounts()
        .knowStrength(
            word,
            new Quantity(
                "strength " + word,
                label(word),
                "x" + Amounts.number(factor),
                Quantity.Unit.FACTOR,
                factor,
                factor,
                factor,
                checking.start()));
  }

  private static String label(String word) {
    return "what `" + word + "` means";
  }
}
