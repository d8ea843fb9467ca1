package casus.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The house is as ARCHITECTURE.md says, and each rule that says so can fail.
class HouseRulesTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("casus");
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

  @Test
  void theWholeHouseIsLookedAt() {
    for (var part :
        List.of(
            "text",
            "syntax",
            "model",
            "check",
            "inference",
            "treaty",
            "network",
            "answer",
            "ledger",
            "view",
            "desk",
            "cli",
            "web"))
      assertThat(HOUSE.stream().map(c -> c.getPackageName())).contains("casus." + part);
  }

  @TestFactory
  Stream<DynamicTest> theHouseKeepsItsRules() {
    return new HouseRules("casus")
        .all().entrySet().stream()
            .map(
                rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(HOUSE)));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleCanFail() {
    return new HouseRules("planted")
        .all().entrySet().stream()
            .map(rule ->
                DynamicTest.dynamicTest(
                    rule.getKey(),
                    () -> assertThat(rule.getValue().evaluate(PLANTED).hasViolation()).isTrue()));
  }
}
