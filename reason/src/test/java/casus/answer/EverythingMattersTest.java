package casus.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import casus.model.Claim;
import casus.model.Condition;
import casus.model.Dossier;
import java.util.LinkedHashSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Whatever the founding case says moves an answer: its facts, claims, signs, levers, scenarios and
/// reasons.
final class EverythingMattersTest {
  private static final Pattern CLAIM_LINE =
      Pattern.compile(
          "(?m)^(?:claim|finding) +(\\S+) +[a-z0-9-]+ +\\d{4}-\\d{2}-\\d{2} +\"[^\"]+\".*$");

  @TestFactory
  Stream<DynamicNode> everyStatementOfTheFoundingCaseMatters() {
    return Effects.of(CaseFiles.dossier(CaseFiles.FOUNDING)).stream()
        .collect(Collectors.groupingBy(Effect::kind, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(kind ->
            dynamicContainer(
                kind.getKey(),
                kind.getValue().stream()
                    .map(effect ->
                        dynamicTest(
                            effect.id(),
                            () -> assertThat(effect.matters()).as(effect.words()).isTrue()))));
  }

  /// Without this the test above could not fail.
  @Test
  void whatMovesNothingIsFound() {
    var idle =
        Effects.of(CaseFiles.dossier("idle.md", CaseFiles.resource("idle.md"))).stream()
            .filter(effect -> !effect.matters())
            .map(effect -> effect.kind() + " " + effect.id());
    assertThat(idle)
        .containsExactlyInAnyOrder(
            "fact idle-fact",
            "fact idle-through-a-source",
            "claim C2",
            "claim C3",
            "sign idle-sign",
            "sign idle-repetition",
            "sign idle-seen",
            "lever idle-lever",
            "scenario idle-scenario",
            "reason idle-reason",
            "reason idle-in-base");
  }

  @Test
  void everyClaimOfTheFoundingCaseHasItsLineAndItsDay() {
    var written =
        CLAIM_LINE
            .matcher(CaseFiles.text(CaseFiles.FOUNDING))
            .results()
            .map(line -> line.group(1))
            .toList();
    var claims = founding().claims();
    assertThat(written).containsExactlyElementsOf(claims.stream().map(Claim::id).toList());
    assertThat(claims).hasSizeGreaterThanOrEqualTo(10);
    var sources = new LinkedHashSet<String>();
    claims.forEach(claim -> sources.add(claim.source()));
    assertThat(sources).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void theFoundingCaseHasSeveralPathwaysAndReadings() {
    var inquiry = Dossiers.open(founding());
    var act = casus.treaty.Acts.first(founding()).orElseThrow();
    var asked = new Condition.Could(act, null);
    var could = CouldAnswers.of(inquiry, asked, inquiry.overReadings(inquiry.evidence()));
    assertThat(could.pathways()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(inquiry.combinations()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(could.overall().pivotal()).isNotEmpty();
  }

  private static Dossier founding() {
    return CaseFiles.dossier(CaseFiles.FOUNDING);
  }
}
