package casus.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import casus.inference.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// [Defeat] against 1,393 theories of defeasible logic whose conclusions other engines agree on
/// (ambiguity blocking, team defeat): those that the proof conditions of the textbook give and at
/// least one of two reasoners confirms.
class DefeasibleTheoriesTest {
  private static final int THEORIES = 1393;
  private static final int LITERALS = 4665;

  @Test
  void conclusionsAreThoseOfOtherEngines() throws IOException {
    var file = SharedFolder.require("defeasible").resolve("theories.jsonl");
    var mapper = new JsonMapper();
    var leftOut = new TreeMap<String, Integer>();
    var wrong = new ArrayList<String>();
    var agreeing = 0;
    var literals = 0;
    for (var line : Files.readAllLines(file)) {
      var theory = DefeasibleTheory.of(mapper.readTree(line));
      var reason = inexpressible(theory);
      if (!reason.isEmpty()) {
        leftOut.merge(reason, 1, Integer::sum);
        continue;
      }
      var differences = differences(theory);
      if (differences.isEmpty()) agreeing++;
      else wrong.add(theory.name() + " on " + differences);
      literals += theory.literals().size();
    }
    System.out.printf(
        "defeasible theories: %d agree in every one of %d literals, %d differ, left out: %s%n",
        agreeing, literals, wrong.size(), leftOut);
    assertThat(wrong).isEmpty();
    assertThat(agreeing).isEqualTo(THEORIES);
    assertThat(literals).isEqualTo(LITERALS);
  }

  /// Why a theory cannot be put as formulas, or nothing: a literal that depends on itself has no
  /// formula, and norms that outrank each other in a circle are refused before they get here.
  private static String inexpressible(DefeasibleTheory theory) {
    if (theory.hasLoop()) return "a literal depends on itself";
    if (theory.hasCyclicSuperiority()) return "superiority runs in a circle";
    return "";
  }

  private static Set<String> differences(DefeasibleTheory theory) {
    var conclusions = theory.conclusions();
    var differences = new TreeSet<String>();
    for (var literal : theory.literals()) {
      var definite = holds(conclusions.definitely(literal));
      var defeasible = holds(conclusions.defeasibly(literal));
      if (definite != theory.definite().contains(literal)
          || defeasible != theory.provable().contains(literal)
          || defeasible == theory.refuted().contains(literal)) differences.add(literal);
    }
    return differences;
  }

  /// The value of a formula where every stated fact holds.
  private static boolean holds(Formula formula) {
    return switch (formula) {
      case Formula.Constant constant -> constant.value();
      case Formula.FactHolds _ -> true;
      case Formula.Not not -> !holds(not.formula());
      case Formula.And and -> and.parts().stream().allMatch(DefeasibleTheoriesTest::holds);
      case Formula.Or or -> or.parts().stream().anyMatch(DefeasibleTheoriesTest::holds);
      default -> throw new IllegalArgumentException(formula.toString());
    };
  }
}
