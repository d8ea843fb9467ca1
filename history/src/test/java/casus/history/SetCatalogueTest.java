package casus.history;

import static org.assertj.core.api.Assertions.assertThat;

import casus.history.SetCatalogue.Recognised;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SetCatalogueTest {
  private static Stream<RecordSet> sets() {
    return SetCatalogue.known().sets().stream();
  }

  @TestFactory
  Stream<DynamicTest> everySetIsToldFromEveryOther() {
    return sets()
        .filter(set -> set.derivation() == null)
        .map(set ->
            DynamicTest.dynamicTest(
                set.name(),
                () -> {
                  var columns = set.fields().stream().map(Field::name).toList();
                  assertThat(SetCatalogue.known().recognise(columns))
                      .isEqualTo(new Recognised.As(set));
                  assertThat(SetCatalogue.known().recognise(set.recognisedBy()))
                      .isEqualTo(new Recognised.As(set));
                }));
  }

  @TestFactory
  Stream<DynamicTest> whatASetSpeaksOfIsThere() {
    return sets().map(set -> DynamicTest.dynamicTest(set.name(), () -> isWhole(set)));
  }

  private static void isWhole(RecordSet set) {
    var named = new HashSet<>(set.recognisedBy());
    named.addAll(set.key());
    named.addAll(set.label());
    set.clusters().forEach(cluster -> named.add(cluster.field()));
    if (set.time() != null) named.add(set.time());
    if (set.reference() != null) named.add(set.reference());
    if (set.outcome() != null) named.add(set.outcome());
    for (var name : named) assertThat(set.field(name)).as(name).isPresent();
    for (var field : set.fields()) assertThat(field.meaning()).as(field.name()).isNotBlank();
    assertThat(set.citation()).isNotBlank();
    assertThat(set.terms()).isNotBlank();
    assertThat(set.counted()).endsWith(".");
    var keys = set.fields().stream().map(Field::key).toList();
    assertThat(keys).doesNotHaveDuplicates();
    if (set.derivation() != null)
      assertThat(SetCatalogue.known().named(set.derivation().from())).isPresent();
  }

  @Test
  void statesHaveNumbersInBothSystems() {
    var states = States.known();
    assertThat(states.numbers(Field.CodeSystem.COW, "RUS")).containsExactly(365);
    assertThat(states.numbers(Field.CodeSystem.COW, "sun")).containsExactly(365);
    assertThat(states.numbers(Field.CodeSystem.COW, "DEU")).containsExactly(255, 260);
    assertThat(states.numbers(Field.CodeSystem.GW, "Belarus (Byelorussia)")).containsExactly(370);
    assertThat(states.numbers(Field.CodeSystem.COW, "ATLANTIS")).isEmpty();
    assertThat(states.name(Field.CodeSystem.COW, 370)).contains("Belarus");
  }
}
