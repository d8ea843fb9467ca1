package casus.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.model.BaseRate;
import casus.model.Claim;
import casus.model.Dossier;
import casus.model.Term;
import casus.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The example the language was designed on, with two treaties in outline.
class FoundingExampleTest {
  static final MemoryFiles FILES =
      new MemoryFiles(
          Map.of(
              "treaties/un-charter",
              """
              ```casus
              treaty un-charter "Charter of the United Nations" in force 1945-10-24 cite "1 UNTS XVI"
                term consent(S) "consent of the state"
                  reading strict "of a lawful government"  means request(S) and lawful(S)
                  reading broad  "of whoever holds office" means request(S)
                article 2.4 "no force"  any state must not use-force(S)
                  unless consent(S)
                  unless article 51 when attack(S) and request(S)
                obligations prevail over all other instruments
              ```
              """,
              "treaties/cst",
              """
              ```casus
              treaty cst "Collective Security Treaty" signed 1992-05-15 in force 1994-04-20
                parties RUS, KAZ, BLR from 1994-04-20, UZB from 1994-04-20 to 1999-04-02
                action use-force includes deploy, assist
                term aggression(P)
                  reading strict "by a state"                means attack(P)
                  reading broad  "also groups from abroad"   means attack(P) or foreign(P)
                article 2.2  when crisis(P)  all parties must consult
                article 4  when aggression(P)  each party must assist(P) with force
                  needs request(P)
                  then notify UNSC
                article 6  with 4  parties may deploy(P)
                  needs decision by council rule consensus
              ```
              """,
              "sources/meduza.md",
              "He spoke of ‘armies on our border’ again.",
              "sources/112-international.md",
              "Of those asked, fewer than\nseven in a hundred want to join."));

  private static Checked check() {
    return Checker.check(
        new SourceText("founding.md", SmallDossier.resource("founding.md")), FILES, null);
  }

  private static Dossier dossier() {
    return Objects.requireNonNull(check().dossier());
  }

  @Test
  void whatIsWorthAWarning() {
    assertThat(
            check().problems().stream()
                .map(p -> p.code() + " " + p.place().source().slice(p.place().span())))
        .containsExactly(
            "W113 treaties/cst",
            "W112 LTU",
            "W104 meduza",
            "W104 academy",
            "W104 vilnius",
            "W111 2020-08",
            "W101 request(BLR)",
            "W101 lawful(BLR)",
            "W112 crisis(BLR)",
            "W101 provoked",
            "W101 + \"an ally and its air-defence belt would be lost\"     moderate",
            "W101 - \"sanctions\" as sanctions    moderate");
  }

  @Test
  void claims() {
    assertThat(dossier().claims())
        .extracting(Claim::leaning)
        .containsExactly(
            List.of(new Claim.Link("o112", null)),
            List.of(new Claim.Link("minsk", null)),
            List.of());
    assertThat(dossier().claims().stream().map(c -> c.quote() == null ? null : c.quote().passage()))
        .extracting(String::valueOf)
        .containsExactly("sources/112-international.md:1:17", "sources/meduza.md:1:14", "null");
  }

  @Test
  void baseRate() {
    var rates = dossier().baseRates().getFirst().rates();
    assertThat(rates).extracting(BaseRate.Rate::ofTheRest).containsExactly(true, false);
    assertThat(rates.get(1).probability().point()).isCloseTo(.186819, within(1e-6));
  }

  @Test
  void law() {
    var law = dossier().law();
    assertThat(law.terms())
        .extracting(Term::id)
        .containsExactly("un-charter.consent", "cst.aggression");
    assertThat(law.instruments().get(1).parties()).containsExactly("RUS", "KAZ", "BLR");
    assertThat(law.councils().getFirst().id()).isEqualTo("cst.6 council");
    assertThat(law.instruments().getFirst().articles().getFirst().exceptions())
        .extracting(u -> u.id() + " " + u.label())
        .containsExactly(
            "un-charter.2.4/consent consent(S)", "un-charter.2.4/article-51 article 51");
  }
}
