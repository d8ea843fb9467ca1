package casus.syntax;

/// The grammar of each kind of line, as messages repeat it and as `docs/language.md` has it.
enum Form {
  STATEMENT("KEYWORD NAME [TEXT] {ATTRIBUTE}"),
  DOSSIER("dossier NAME [TEXT] [as of DATE] [yardstick icd203|uk] [grades admiralty]"),
  USE("use PATH {, PATH}"),
  SCALE("scale strength WORD FACTOR {, WORD FACTOR} | scale grade LETTER AMOUNT {, LETTER AMOUNT}"),

  QUESTION("question NAME TEXT [from DATE to DATE] [resolve by TEXT]"),
  OUTCOMES("outcomes [highest reached by the deadline]"),
  OUTCOME("NAME TEXT"),
  BASE("base QUESTION [from class TEXT weight N {, class TEXT weight N}] [OUTCOME AMOUNT]"),
  CLASS("class TEXT [weight N] [records SET FILTER [with unverified]]"),
  RECORDED("OUTCOME FILTER {, OUTCOME FILTER}"),
  CASES("CASE OUTCOME [DATE] {, CASE OUTCOME [DATE]}"),
  RATE("OUTCOME AMOUNT | OUTCOME PERCENT per day|week|month|year | OUTCOME PERCENT of the rest"),

  ACTOR("actor CODE TEXT [state|body|person] {actor CODE TEXT …}"),
  SOURCE(
      "source NAME TEXT grade LETTER [text PATH] [via SOURCE]"
          + " [leans for|against OUTCOME | leans none]"),
  TOPIC_GRADE("grade LETTER on FACT"),
  CLAIM("claim NAME SOURCE DATE TEXT [omits TEXT] [leaning for|against OUTCOME] [@SOURCE [TEXT]]"),
  FINDING("finding NAME SOURCE DATE TEXT VALUE [of WORDS] [n COUNT] [@SOURCE [TEXT]]"),
  FACT(
      "fact NAME[(ARG)] TEXT (prior CHANCE | given true|false [since DATE]"
          + " | arises from CAUSE AMOUNT {, CAUSE AMOUNT} [, leak AMOUNT]"
          + " | is decision of COUNCIL)"),
  EVIDENCE("CLAIM for|against STRENGTH [because TEXT] | CLAIM if true AMOUNT if false AMOUNT"),

  WEIGH("weigh QUESTION"),
  REASONS("for OUTCOME"),
  REASON(
      "+|- TEXT [as NAME] STRENGTH [if CONDITION] [\"[\" CLAIMS \"]\"] [in base] [because TEXT]"),
  GATE("OUTCOME only if CONDITION"),
  OVERLAPS("overlaps NAME {, NAME} by N"),
  INDICATOR(
      "indicator NAME TEXT [within N days|weeks|months] if OUTCOME|CONDITION AMOUNT {if …}"
          + " [else AMOUNT]"),
  SEEN("seen DATE [\"[\" CLAIMS \"]\"]"),
  NOT_SEEN("not seen by DATE"),
  SAME_SIGN("same sign as INDICATOR"),
  SCENARIO("scenario NAME TEXT suppose LIT {, LIT} [override FACT to true|false]"),
  LEVER("lever NAME TEXT by ACTOR set LIT {, LIT}"),

  TREATY(
      "treaty NAME TEXT [signed DATE] [in force DATE] [ended DATE] [amended DATE in force DATE]"
          + " [cite TEXT] [from memory]"),
  STATUTE("statute NAME of CODE TEXT [in force DATE] [ended DATE] [cite TEXT] [from memory]"),
  REFINE("refine INSTRUMENT"),
  PARTIES("parties CODE [from DATE] [to DATE] [suspended from DATE [to DATE]] {, CODE …}"),
  TERM("term NAME[(P)] [TEXT] [means CONDITION]"),
  TERM_READING("reading NAME TEXT means CONDITION|nothing [weight PERCENT] [held by TEXT]"),
  COUNCIL(
      "council NAME [TEXT] members parties|CODE|N SEATS{,…}"
          + " [excludes suspended|requester|target|CODE|FACT(P){,…}]"),
  RULE(
      "rule consensus | unanimity | majority [of present] | two-thirds [of present] | K of N"
          + " [no veto from CODE{,CODE}]"),
  VOTES("votes CODE|SEATS{,…}|others CHANCE [abstains PERCENT] [absent PERCENT]"),
  ACTION("action NAME includes NAME {, NAME}"),
  PREVAILS("REF prevails over REF {, REF}"),
  OBLIGATIONS("obligations prevail over all other instruments"),
  ARTICLE(
      "article NUMBER [TEXT] [dormant] [since DATE] [until DATE]"
          + " [cases CONDITION {, CONDITION}] [with NUMBER] [when CONDITION]"
          + " [SUBJECT may|must|must not ACTION[(ARG)] [with force]] [cite TEXT] [from memory]"),
  UNLESS("unless [article NUMBER [when]] CONDITION [as NAME]"),
  NEEDS("needs CONDITION | needs decision of COUNCIL | needs decision by council rule RULE"),
  THEN("then TEXT | then WORDS"),
  CASE("case NAME [TEXT] when CONDITION"),
  ARTICLE_READING(
      "reading NAME TEXT gives nothing"
          + " | reading NAME TEXT [when CONDITION] SUBJECT may|must|must not ACTION[(ARG)]"),

  EXPECT(
      "expect could(ACTOR ACTION ACTOR) STATUS | expect P(CONDITION) between P and P"
          + " | expect swing(QUESTION = OUTCOME) first is NAME {or NAME}"),
  EXPECT_STATUS(
      "expect could(ACTOR ACTION ACTOR) lawful|permitted|obliged|forbidden|silent|conflict"
          + "|depends on reading [given LIT {, LIT}] [as of DATE] [with scenario NAME]"
          + " [with lever NAME] [under TERM = READING {, …}]"),
  EXPECT_CHANCE(
      "expect P(CONDITION) between P and P | at least P | at most P | is P within P"
          + " | higher|lower [than P(CONDITION)], then [given LIT {, LIT}] [as of DATE]"
          + " [with scenario NAME] [with lever NAME] [under TERM = READING {, …}]"),
  EXPECT_SWING("expect swing(QUESTION = OUTCOME) first is NAME {or NAME}"),

  VALUE("{{ P(CONDITION) [in words] }} | {{ could(ACTOR ACTION ACTOR) }} | {{ NAME }}"),
  QUERY("P(CONDITION) [in words] | could(ACTOR ACTION ACTOR) | NAME[(ARG)]"),
  SUPPOSITIONS("LIT {, LIT}");

  private final String grammar;

  Form(String grammar) {
    this.grammar = grammar;
  }

  String grammar() {
    return grammar;
  }
}
