package casus.network;

import casus.model.Article;
import casus.model.BaseRate;
import casus.model.Claim;
import casus.model.Condition;
import casus.model.Dossier;
import casus.model.Fact;
import casus.model.Law;
import casus.model.Norm;
import casus.model.Quantity;
import java.util.List;

/// The founding dossier in small, as `spec/founding/golden.md` has it, put together without a file.
final class FoundingDossier {
  static final Condition.Could USE_FORCE = Draft.could("RUS", "use-force", "BLR");
  private static final Quantity SLIGHT = Draft.factor("slight", 1.5);
  private static final Quantity MODERATE = Draft.factor("moderate", 3);
  private static final Quantity STRONG = Draft.factor("strong", 8);
  private static final int COVERT = 1;
  private static final int OPEN = 2;

  private final Draft draft = new Draft();

  private FoundingDossier() {}

  static Dossier dossier() {
    var founding = new FoundingDossier();
    founding.evidence();
    founding.facts();
    founding.law();
    founding.politics();
    return founding.draft.dossier();
  }

  private void evidence() {
    var b = Draft.probability("grade B", 0.85, 0.85, 0.85);
    var c = Draft.probability("grade C", 0.70, 0.70, 0.70);
    var d = Draft.probability("grade D", 0.50, 0.50, 0.50);
    draft.source("meduza", b, null);
    draft.source("o112", c, null);
    draft.source("academy", c, "o112");
    draft.source("vardom", c, "o112");
    draft.source("minsk", d, "meduza");
    draft.source("vilnius", b, "meduza");
    var column = List.of(Draft.link("o112"));
    draft.claim("C1", chain("academy", "o112"), column);
    draft.claim("C2", chain("vardom", "o112"), column);
    draft.claim("C3", chain("minsk", "meduza"), chain("minsk"));
    draft.claim("C4", chain("vilnius", "meduza"), List.of());
    draft.claim("C6", chain("o112"), column);
    draft.claim("C8", chain("meduza"), List.of());
  }

  private static List<Claim.Link> chain(String... sources) {
    return List.of(sources).stream().map(Draft::link).toList();
  }

  private void facts() {
    fact(
        "attack(BLR)",
        0.01,
        0.002,
        0.02,
        Draft.evidence("C3", true, SLIGHT),
        Draft.evidence("C4", false, MODERATE));
    fact("foreign(BLR)", 0.03, 0.01, 0.06);
    fact("request(BLR)", 0.30, 0.20, 0.45);
    fact("lawful(BLR)", 0.25, 0.10, 0.40);
    draft.fact("crisis(BLR)", new Fact.Basis.Given(true));
    fact(
        "hostile",
        0.70,
        0.60,
        0.80,
        Draft.evidence("C1", true, STRONG),
        Draft.evidence("C2", true, MODERATE));
    fact("lukewarm", 0.50, 0.40, 0.60, Draft.evidence("C6", true, MODERATE));
    fact("sanctions", 0.90, 0.90, 0.90);
    fact("ru-opinion", 0.50, 0.50, 0.50, Draft.evidence("C8", true, MODERATE));
    fact("consensus", 0.35, 0.20, 0.50);
  }

  private void fact(String id, double point, double low, double high, Fact.Evidence... evidence) {
    draft.fact(id, Draft.probability("prior " + id, point, low, high), evidence);
  }

  private void law() {
    draft.actor("RUS");
    draft.actor("BLR");
    draft.actions.add(new Law.ActionIncludes("use-force", List.of("deploy", "assist")));
    draft.term(
        "un-charter.consent",
        "S",
        Draft.reading("strict", Draft.and(Draft.holds("request(S)"), Draft.holds("lawful(S)"))),
        Draft.reading("broad", Draft.holds("request(S)")));
    draft.term(
        "cst.aggression",
        "P",
        Draft.reading("strict", Draft.holds("attack(P)")),
        Draft.reading("broad", Draft.or(Draft.holds("attack(P)"), Draft.holds("foreign(P)"))));
    draft.treaty(
        "un-charter",
        List.of(),
        true,
        Draft.article(
            "un-charter",
            "2.4",
            norm(new Norm.Subject.AnyState(), Norm.Modality.MUST_NOT, "use-force", "S", false),
            null,
            List.of(),
            List.of(
                Draft.unless("consent(S)", new Condition.TermHolds("un-charter.consent", "S")),
                Draft.unless(
                    "article 51",
                    Draft.and(Draft.holds("attack(S)"), Draft.holds("request(S)"))))));
    var parties = List.of("RUS", "BLR");
    List<Condition> decided = List.of(Draft.holds("request(P)"), Draft.holds("consensus"));
    draft.treaty(
        "cst",
        parties,
        false,
        Draft.article(
            "cst",
            "4",
            norm(new Norm.Subject.EachParty(), Norm.Modality.MUST, "assist", "P", true),
            new Condition.TermHolds("cst.aggression", "P"),
            decided,
            List.of()));
    draft.treaty(
        "csto-charter",
        parties,
        false,
        Draft.article(
            "csto-charter",
            "7",
            norm(new Norm.Subject.EachParty(), Norm.Modality.MAY, "deploy", "P", false),
            Draft.holds("crisis(P)"),
            decided,
            List.of()));
    draft.treaty(
        "union-state",
        parties,
        false,
        Draft.article(
            "union-state",
            "2",
            null,
            null,
            List.of(),
            List.of(),
            new Article.Reading("programme", "", null, null, null, null, Draft.HERE),
            new Article.Reading(
                "mandate",
                "",
                Draft.or(Draft.holds("request(P)"), Draft.holds("attack(P)")),
                norm(new Norm.Subject.EachParty(), Norm.Modality.MAY, "use-force", "P", false),
                null,
                null,
                Draft.HERE)));
  }

  private static Norm norm(
      Norm.Subject subject, Norm.Modality modality, String action, String target, boolean force) {
    return new Norm(subject, modality, action, target, force);
  }

  private void politics() {
    draft.question("troops", "none", "covert", "open");
    draft.base(
        "troops",
        new BaseRate.Rate(
            OPEN, Draft.probability("base troops open", 0.214, 0.10, 0.30), false, false),
        new BaseRate.Rate(COVERT, Draft.probability("base covert", 0.3, 0.3, 0.3), true, false));
    draft.weigh(
        "troops",
        List.of(
            Draft.reason("ally", OPEN, true, MODERATE, null),
            Draft.reason("cover", OPEN, true, SLIGHT, USE_FORCE),
            Draft.reason("resistance", OPEN, false, STRONG, Draft.holds("hostile")),
            Draft.reason("sanctions", OPEN, false, MODERATE, Draft.holds("sanctions")),
            Draft.reason("opinion", OPEN, false, SLIGHT, Draft.holds("ru-opinion")),
            Draft.reason("no love", OPEN, false, MODERATE, Draft.holds("lukewarm")),
            Draft.reason("ally covert", COVERT, true, MODERATE, null),
            Draft.reason("resistance covert", COVERT, false, SLIGHT, Draft.holds("hostile")),
            Draft.reason("no love covert", COVERT, false, SLIGHT, Draft.holds("lukewarm"))),
        List.of(
            Draft.gate(OPEN, Draft.or(Draft.holds("request(BLR)"), Draft.holds("attack(BLR)")))),
        List.of());
  }
}
