package casus.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import casus.text.ProblemText;
import casus.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
  private static Document parse(String text) {
    return Parser.parse(new SourceText("dossier.md", text));
  }

  private static Statement only(String line) {
    var document = parse("```casus\n" + line + "\n```\n");
    assertThat(ProblemText.of(document.problems(), false)).isEmpty();
    return document.statements().getFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {Examples.FOUNDING, Examples.TREATY, Examples.FURTHER})
  void theExamplesOfTheLanguageHaveNoProblems(String example) {
    assertThat(ProblemText.of(parse(example).problems(), false)).isEmpty();
  }

  @Test
  void theFoundingDossier() {
    assertThat(Tree.of(parse(Examples.FOUNDING)))
        .isEqualTo(
            """
            Will Russia use force in Belarus?
            DossierHead(belarus-2020, -, 2020-08-17, icd203, admiralty)
            Use([treaties/un-charter])
            Use([treaties/cst])
            Use([treaties/csto-charter])
            Use([treaties/union-state])
            Scale(strength, [Step(slight, Factor(1.5, -)), Step(moderate, Factor(3.0, -)), Step(strong, Factor(8.0, -)), Step(decisive, Factor(20.0, -))])
            Question(troops, "Will Russian state forces be used inside Belarus to keep the government in power?", 2020-08-17, 2020-12-31, false, [Outcome(none, "no Russian forces used"), Outcome(covert, "advisers, media crews, unmarked or police personnel"), Outcome(open, "announced deployment of army, national guard or CSTO units")], "a statement of either government, or two independent sources graded B or better")
            Actor(RUS, "Russia", -)
            Actor(BLR, "Belarus", -)
            Actor(LTU, "Lithuania", -)
            Source(meduza, "Meduza explainer, Aug 2020", B, sources/meduza.md, -, -, [])
            Source(o112, "112.international column, Aug 2020", C, sources/112-international.md, -, Lean(false, open), [])
            Source(academy, "Academy of Sciences poll", C, -, o112, -, [])
            Source(minsk, "Lukashenka, public statements", D, -, meduza, Lean(true, open), [])
            Source(vilnius, "Lithuanian government", B, -, meduza, -, [])
            Claim(C1, academy, 2020-08-01~, "under 7% want to join Russia, under 25% a closer union", -, -, o112, "<a few words of the stored text>", -, -, -)
            Claim(C3, minsk, 2020-08-16, "foreign armies are massing on the western border", -, -, meduza, "<a few words>", -, -, -)
            Claim(C4, vilnius, 2020-08-01~, "Lithuania has no designs on Belarusian land", -, -, meduza, "<a few words>", -, -, -)
            Fact(attack(BLR), "a state has made an armed attack on Belarus", Prior(Chance([Case(PercentRange(Range(0.002, 0.02)), -, -)])), [Evidence(C3, Strength(true, Word(slight), -)), Evidence(C4, Strength(false, Word(moderate), -))])
            Fact(request(BLR), "Minsk formally asks for forces", Prior(Chance([Case(Percent(0.3, Range(0.2, 0.45)), -, -)])), [])
            Fact(lawful(BLR), "the asking government still counts as the lawful one", Prior(Chance([Case(PercentRange(Range(0.1, 0.4)), -, -)])), [])
            Fact(crisis(BLR), "security and stability of Belarus are threatened", Given(true, -), [])
            Fact(hostile, "most Belarusians would oppose Russian troops", Prior(Chance([Case(Percent(0.7, Range(0.6, 0.8)), -, -)])), [Evidence(C1, Strength(true, Word(strong), -))])
            Fact(provoked, "Moscow sees its vital symbols under attack", Prior(Chance([Case(PercentRange(Range(0.05, 0.15)), -, -)])), [])
            Base(troops, [ReferenceClass("Moscow and a street revolt next door, 2003-2020", 1.0, [PastCase(Georgia-2003, none, -), PastCase(Ukraine-2004, none, -), PastCase(Kyrgyzstan-2005, none, -), PastCase(Kyrgyzstan-2010, none, -), PastCase(Armenia-2018, none, -), PastCase(Ukraine-2014, covert, -)], -)], [Rate(open, PercentRange(Range(0.1, 0.3))), Rate(covert, Share(0.3, -))])
            Weigh(troops, [Reasons(open, [Reason(true, "an ally and its air-defence belt would be lost", -, Word(moderate), -, [], false, -), Reason(true, "lawful cover exists", -, Word(slight), Could(Act(RUS, use-force, BLR), -), [], false, -), Reason(false, "the population resists", -, Word(strong), Holds(hostile), [C1], false, -), Reason(false, "sanctions", sanctions, Word(moderate), -, [], false, -), Reason(false, "vital symbols untouched", -, Word(slight), Not(Holds(provoked)), [], false, -)])], [OnlyIf(open, Or([Holds(request(BLR)), Holds(attack(BLR))]))], [])
            Indicator(column, "unmarked columns near the border road", 0, [Case(PercentRange(Range(0.6, 0.85)), Holds(open), -), Case(PercentRange(Range(0.2, 0.4)), Holds(covert), -), Case(PercentRange(Range(0.05, 0.1)), Holds(none), -)], -, -, [], 2020-08-17, -)
            Indicator(exercise, "host army exercises on its western border", 0, [Case(Percent(0.7, -), Holds(open), -), Case(Percent(0.4, -), Holds(none), -)], -, 2020-08-17, [C3], -, -)
            Scenario(asked, "Minsk asks in writing", [Holds(request(BLR))], [])
            Scenario(welcome, "the polls were wrong", [Holds(request(BLR)), Not(Holds(hostile))], [])
            Lever(leave-symbols, "a transitional government leaves language status and monuments alone", BLR, [Not(Holds(provoked))])
            Status(Could(Act(RUS, use-force, BLR), -), depends on reading, Setting([Holds(request(BLR))], -, -, -, []))
            Status(Could(Act(RUS, use-force, BLR), -), forbidden, Setting([Not(Holds(request(BLR))), Not(Holds(attack(BLR)))], -, -, -, []))
            Between(Reached(troops, open, false), 0.001, 0.04, false, Setting([], -, -, -, []))
            Compared(Reached(troops, open, false), true, -, Setting([Holds(request(BLR))], -, -, -, []))
            Value(Probability(Reached(troops, open, false), true))
            Value(Probability(Reached(troops, open, false), false))\
            """);
  }

  @Test
  void aTreaty() {
    assertThat(Tree.of(parse(Examples.TREATY)))
        .isEqualTo(
            """
            Collective Security Treaty
            Instrument(cst, "Collective Security Treaty", -, 1992-05-15, -, -, [Amendment(2010-12-10, 2012-12-19)], "UN reg. 32307", false, [Party(RUS, -, -, -, -), Party(ARM, -, -, -, -), Party(KAZ, -, -, -, -), Party(KGZ, -, -, -, -), Party(TJK, 1994-04-20, -, -, -), Party(BLR, 1994-04-20, -, -, -), Party(UZB, 1994-04-20, 1999-04-02, -, -)], [Term(aggression(P), -, -, [Reading(strict, "an armed attack by a state", Holds(attack(P)), -, -, -, -), Reading(broad, "also armed groups steered from abroad", Or([Holds(attack(P)), Holds(foreign(P))]), -, -, -, -)]), Article(2.2, -, false, -, -, [], -, Holds(crisis(P)), Norm(all parties, must, consult, -, false), [], [], [], [], -, false), Article(4, -, false, -, -, [], -, Holds(aggression(P)), Norm(each party, must, assist, P, false), [], [Need(Holds(request(P)), -)], [notify UNSC], [], -, false), Article(6, -, false, -, -, [], -, ArticleHolds(4), Norm(parties, may, deploy, P, false), [], [Need(-, Rule(consensus, 0, 0, false, []))], [], [], -, false)])\
            """);
  }

  @Test
  void allFurtherConstructs() {
    assertThat(Tree.of(parse(Examples.FURTHER)))
        .isEqualTo(
            """
            Further constructs
            Actor(NGA, "Nigeria", state)
            Actor(CNSP, "the junta", body)
            Actor(bazoum, "the ousted president", person)
            Source(kremlin, "read-outs", B, -, -, Lean(false, -), [TopicGrade(C, attack(BLR))])
            Claim(F1, academy, 2020-08-10, "want to join Russia", -, -, o112, "less than 7%", Percent(0.067, -), adults, Count(1000.0, -, ))
            Claim(F2, academy, 2020-01-01~, "troops", -, -, -, -, Count(3000.0, -, troops), -, -)
            Claim(F3, academy, 2020-08-01~, "a swing", -, -, -, -, Count(5.1, -, pp), -, -)
            Claim(C6, kremlin, 2020-08-15, "friendship, and nothing on the incumbent", "Lukashenko", -, readout, -, -, -, -)
            ActionIncludes(use-force, [deploy, assist])
            Scale(grade, [Step(A, Percent(0.95, -)), Step(F, Percent(0.5, Range(0.1, 0.9)))])
            Instrument(rus-constitution, "Constitution, art. 102", RUS, -, -, -, [], -, false, [], [Article(102.1, -, false, -, -, [], -, -, Norm(RUS, must not, deploy, S, false), [Unless(-, Decision(federation-council), -)], [], [], [], -, false)])
            Council(csto-council, -, [parties], [], [suspended], Rule(consensus, 0, 0, false, []), [Votes([KAZ], Chance([Case(Percent(0.5, Range(0.2, 0.8)), -, -)]), -, -), Votes([ARM], Chance([Case(Percent(0.4, -), Holds(RUS-favours), -), Case(Percent(0.1, -), -, -)]), -, -), Votes([others], Chance([Case(Percent(0.2, -), -, 2020-08-09), Case(Percent(0.15, -), -, 2020-09-01)]), Percent(0.1, -), Percent(0.05, -))])
            Council(un-sc, "the Security Council", [P5, A, B], [], [], Rule(count, 9, 15, false, [P5, FRA]), [])
            Fact(csto-agrees, "", DecisionOf(csto-council), [])
            Fact(senate, "the Senate consents", Prior(Chance([Case(Percent(0.15, -), Holds(north-opposes), -), Case(Percent(0.55, -), -, -)])), [])
            Fact(strike, "", ArisesFrom([Cause(Holds(fuel-price), Percent(0.2, -)), Cause(Holds(arrests), Percent(0.05, -))], Percent(0.01, -)), [])
            Fact(old, "it was so", Given(true, 2020-08-09), [Evidence(C6, Rates(Percent(0.8, -), Percent(0.1, -))), Evidence(C7, Strength(false, Factor(3.0, Range(2.0, 5.0)), "the read-out says so"))])
            Fact(odd, "odds", Prior(Chance([Case(Percent(0.75, -), -, -)])), [])
            Fact(rare, "frequency", Prior(Chance([Case(Percent(0.16666666666666666, -), -, -)])), [])
            Fact(worded, "a word", Prior(Chance([Case(Word(very-unlikely), -, -)])), [])
            Instrument(au-act, "Constitutive Act", -, 2000-07-11, -, -, [], -, true, [Party(NGA, 2001-05-26, -, -, -), Party(NER, 2001-05-26, -, 2023-08-22, 2024-01-01), Party(MLI, -, -, -, -)], [Term(grave(P), -, Or([Holds(attack(P)), And([Holds(foreign(P)), Not(Holds(lawful(P)))])]), []), Article(25, "triggers", false, -, -, [Trigger(-, -, Holds(a)), Trigger(-, -, Holds(b)), Trigger(-, -, Holds(c))], -, -, -, [], [], [], [], -, false), Article(9, -, false, -, -, [], 25, -, Norm(parties, must, consult, -, false), [], [], [], [], -, false), Article(4.h, -, false, -, -, [Trigger(war, "war crimes", Holds(attack(S)))], -, -, Norm(the AU, may, intervene, S, false), [Unless(51, -, -), Unless(51, Holds(attack(S)), defence), Unless(-, And([ArticleHolds(51), Holds(hostile)]), -)], [Need(-, Rule(two-thirds, 0, 0, true, [])), Need(Decision(un-sc), -)], [report to the Council, notify UNSC; within 24 hours (art. 7)], [], -, false), Article(2, "aims", false, 2001-01-01, 2010-01-01, [], -, -, -, [], [], [], [Reading(programme, "sets aims, empowers nobody", -, -, -, -, -), Reading(mandate, "lets each act to secure the other", -, Or([Holds(request(BLR)), Holds(attack(BLR))]), Norm(RUS, may, use-force, BLR, false), -, -)], "p. 3", true), Article(3, -, true, -, -, [], -, -, -, [], [], [], [], -, false), Prevails(2.4, [union-state.2, 4.h]), ObligationsPrevail()])
            Refine(un-charter, [Term(consent(S), -, -, [Reading(strict, "given by a lawful government", And([Holds(request(S)), Holds(lawful(S))]), -, -, Percent(0.6, -), "most states"), Reading(none, "nothing counts", -, -, -, -, -)])])
            Prevails(un-charter.2.4, [union-state.2])
            Question(coup, "Will it fall?", 2023-08-01, 2023-12-31, true, [Outcome(holds, "it holds"), Outcome(falls, "it falls")], -)
            Base(troops, [ReferenceClass("all coups", 2.0, [], -), ReferenceClass("threats made", 1.0, [], -)], [])
            Base(troops, [], [Rate(open, Rate(0.01, Range(0.005, 0.02), month))])
            Base(coup, [ReferenceClass("Sahel", 0.5, [PastCase(2020-Mali, falls, 2020-08-01~), PastCase(Guinea-2021, falls, -)], -)], [Rate(falls, PercentRange(Range(0.1, 0.3)))])
            Weigh(coup, [Reasons(falls, [Reason(false, "sanctions", sanctions-bite, Word(moderate), Holds(sanctions), [C9, C10], true, -), Reason(true, "the army splits", -, Factor(25.0, -), -, [], false, "it did before")])], [], [Overlap([sanctions-bite, home-opinion], 0.5)])
            Indicator(airlift, "transport aircraft at Niamey", 30, [Case(Percent(0.8, -), Holds(open), -)], Percent(0.05, -), -, [], 2023-08-10, column)
            Lever(release, "the president is freed", CNSP, [Not(Holds(captive)), Not(Holds(motive))])
            Scenario(dies, "the captive dies", [], [Overriding(captive, false)])
            Status(Could(Act(RUS, use-force, BLR), -), conflict, Setting([Holds(attack(BLR))], 2020-09-01, asked, release, []))
            Status(Could(Act(RUS, use-force, BLR), russia), lawful, Setting([], -, -, -, [ReadingChoice(aggression, broad), ReadingChoice(cst.consent, strict)]))
            Between(Reached(troops, covert, true), 0.03, 1.0, false, Setting([], -, -, -, []))
            Between(Holds(hostile), 0.0, 0.8, false, Setting([], -, -, -, []))
            Between(Reached(coup, falls, false), 0.1, 0.14, true, Setting([], -, -, -, []))
            Compared(Reached(troops, open, false), false, Reached(troops, none, false), Setting([], -, -, -, []))
            SwingFirst(Reached(troops, open, false), [base, request(BLR)], Setting([], -, -, -, []))
            Value(Could(Could(Act(NGA, use-force, NER), -)))
            Value(Could(Could(Act(NGA, use-force, NER), nigeria)))
            Value(Named(F1))
            Value(Probability(Reached(coup, falls, true), false))
            Citation(C6)
            Citation(F1)
            Citation(F2)\
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "source s \"t\" grade B leans for open via r text a/b.md",
        "source s \"t\"\n  via r\n  text a/b.md  grade B\n  leans for open",
        "source s “t”\n  leans for open  # why\n\n  # a comment\n  grade B via r text \"a/b.md\"",
        "source\u00a0s \"t\"  grade\tB\r\n  text a/b.md\r  via r leans for open\u00a0"
      })
  void attributesComeInAnyOrderOnTheLineOrBelow(String written) {
    assertThat(Tree.of(only(written)))
        .isEqualTo("Source(s, \"t\", B, a/b.md, r, Lean(true, open), [])");
  }

  @Test
  void textsKeepTheirCharacters() {
    assertThat(Tree.of(only("actor A \"say \\\"no\\\" to “it” \\ # مرحبا 国 e\u0301\"")))
        .isEqualTo("Actor(A, \"say \"no\" to “it” \\ # مرحبا 国 e\u0301\", -)");
  }

  @Test
  void placesAreExact() {
    var text = "# T\r\n\r\n```casus\r\nfact hostile(BLR) \"x\"  prior 30%   # c\r\n```\r\n";
    var fact = (Statement.Fact) parse(text).statements().getFirst();
    var source = new SourceText("dossier.md", text);
    assertThat(source.slice(fact.span())).isEqualTo("fact hostile(BLR) \"x\"  prior 30%");
    assertThat(source.slice(fact.atom().span())).isEqualTo("hostile(BLR)");
    assertThat(source.slice(fact.text().span())).isEqualTo("\"x\"");
    var prior = (Statement.FactValue.Prior) fact.value();
    assertThat(source.slice(prior.chance().cases().getFirst().amount().span())).isEqualTo("30%");
  }

  @Test
  void numbersAreTheNearestDoubles() {
    for (var percent = 1; percent < 10_000; percent++) {
      var written = percent / 100 + "." + percent / 10 % 10 + percent % 10;
      assertThat(Numeral.of(written + "%").low()).isEqualTo(Double.parseDouble(written + "e-2"));
    }
  }

  @Test
  void theReferenceHasEveryStatement() throws IOException {
    var reference = Files.readString(Path.of("../docs/language.md"));
    assertThat(Parser.KEYWORDS).allMatch(word -> reference.contains("\n" + word + " "));
  }

  @Test
  void suppositionsOfACommandLine() {
    assertThat(Tree.of(Parser.conditions("--suppose", "request(BLR), not hostile")))
        .isEqualTo("Parsed([Holds(request(BLR)), Not(Holds(hostile))], [])");
    var wrong = Parser.conditions("--suppose", "request(BLR) and");
    assertThat(wrong.value()).isNull();
    assertThat(ProblemText.of(wrong.problems(), false))
        .isEqualTo(
            """
            --suppose:1:14: error E102: found `and`
               1 | request(BLR) and
                 |              ^^^
              expected: `,` between suppositions
              grammar: LIT {, LIT}
              did you mean: ,
            """);
  }

  @Test
  void queriesOfACommandLine() {
    assertThat(Tree.of(Parser.query("explain", "P(troops = open) in words").value()))
        .isEqualTo("Probability(Reached(troops, open, false), true)");
    assertThat(Tree.of(Parser.query("explain", "could(RUS use-force BLR)").value()))
        .isEqualTo("Could(Could(Act(RUS, use-force, BLR), -))");
    assertThat(Tree.of(Parser.query("explain", "cst.4").value())).isEqualTo("Named(cst.4)");
    assertThat(Parser.query("explain", "").problems()).hasSize(1);
    assertThat(Parser.query("explain", "a b").problems()).hasSize(1);
  }
}
