package casus.text;

/// Every problem that casus can report, with the title of its page in `docs/problems/`. Errors
/// start with E, lints with W; E1 is the form of a line, E2 names, E3 amounts and units, E4 dates,
/// E5 questions and reasons, E6 law, E7 files, E8 computation.
public enum Code {
  E101("a line that starts with no known keyword"),
  E102("a line whose parts are not in the expected form"),
  E103("a text without its closing quote"),
  E104("indentation that fits no level"),
  E105("a detail that the statement above it cannot have"),
  E106("a fence that is never closed"),
  E107("a condition nested too deep, or a line too long"),
  E108("a character that cannot stand there"),
  E201("an unknown name"),
  E202("a name declared twice"),
  E203("a name of the wrong kind"),
  E204("definitions that run in a circle"),
  E301("an amount of the wrong unit"),
  E302("a probability outside 0 to 100 %"),
  E303("a point outside its own range, or a range upside down"),
  E304("a factor over x20 without a reason"),
  E305("amounts that do not add up"),
  E401("a date that does not exist"),
  E402("a claim later than the dossier's own as-of date"),
  E403("a period that ends before it begins"),
  E501("a dossier without what an answer needs"),
  E502("reasons without a base rate"),
  E503("a lean that cannot be told for or against"),
  E504("suppositions that contradict each other or what is given"),
  E505("an outcome list or base rate that does not fit its question"),
  E601("norms ranked in a circle"),
  E602("a decision rule that does not fit its council"),
  E603("a reading or norm in a form the law cannot use"),
  E604("a party listed twice for one day"),
  E605("a council in which nobody votes"),
  E701("a file that cannot be found or read"),
  E702("a path that leaves the dossier"),
  E703("files that use each other in a circle"),
  E704("a network file that breaks the rules of its format"),
  E705("a network that a format cannot hold"),
  E706("a file that is no record set"),
  E707("a record that breaks the rules of its set"),
  E708("a ledger that is not as it was written"),
  E709("a file of forecasts that cannot be read"),
  E801("a question too wide to compute exactly"),
  E802("claims or suppositions that cannot all be true"),
  E803("too many combinations of readings"),
  W101("a number that rests on no claim"),
  W102("one claim feeding two factors"),
  W103("two factors citing one source"),
  W104("a source without a lean"),
  W105("quoted words that are not in the stored text"),
  W106("an outcome that nothing distinguishes"),
  W107("a probability of 0 or 100 %"),
  W108("a question with no way to resolve"),
  W109("confidence and likelihood in one sentence"),
  W110("evidence only on one side"),
  W111("a date without a day"),
  W112("something that no answer depends on"),
  W113("a treaty condition the dossier says nothing about"),
  W114("a provision known only from memory"),
  W115("words said to be omitted that are in the stored text"),
  W116("the question's period is over"),
  W117("a reference in prose to nothing"),
  W118("a provision that was not in force"),
  W119("something in a network file that was put right or passed over"),
  W120("articles that contradict each other"),
  W121("an article that can never apply"),
  W122("a reading that nobody holds"),
  W123("a line of a ledger that was never finished"),
  W124("a judgement that restates the dossier's own number");

  private final String title;

  Code(String title) {
    this.title = title;
  }

  /// The title of the code's page, for example "an unknown name".
  public String title() {
    return title;
  }

  public boolean isError() {
    return name().startsWith("E");
  }
}
