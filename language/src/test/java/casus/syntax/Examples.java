package casus.syntax;

/// Dossiers that tests read, break and format.
final class Examples {
  private Examples() {}

  /// The founding dossier, with every kind of statement that it uses.
  static final String FOUNDING =
"""
# Will Russia use force in Belarus?

Our estimate that announced Russian forces are used by the end of the year is **{{ P(troops = open) in words }}** ({{ P(troops = open) }}).

```casus
dossier belarus-2020   as of 2020-08-17   yardstick icd203   grades admiralty
use treaties/un-charter
use treaties/cst
use treaties/csto-charter
use treaties/union-state
scale strength  slight x1.5, moderate x3, strong x8, decisive x20

question troops "Will Russian state forces be used inside Belarus to keep the government in power?"
  from 2020-08-17 to 2020-12-31
  outcomes
    none    "no Russian forces used"
    covert  "advisers, media crews, unmarked or police personnel"
    open    "announced deployment of army, national guard or CSTO units"
  resolve by "a statement of either government, or two independent sources graded B or better"

actor RUS "Russia"   actor BLR "Belarus"   actor LTU "Lithuania"

source meduza  "Meduza explainer, Aug 2020"           grade B  text sources/meduza.md
source o112    "112.international column, Aug 2020"   grade C  text sources/112-international.md  leans against open
source academy "Academy of Sciences poll"             grade C  via o112
source minsk   "Lukashenka, public statements"        grade D  via meduza   leans for open
source vilnius "Lithuanian government"                grade B  via meduza

claim C1 academy 2020-08  "under 7% want to join Russia, under 25% a closer union"   @o112 "<a few words of the stored text>"
claim C3 minsk 2020-08-16 "foreign armies are massing on the western border"         @meduza "<a few words>"
claim C4 vilnius 2020-08  "Lithuania has no designs on Belarusian land"              @meduza "<a few words>"

fact attack(BLR)   "a state has made an armed attack on Belarus"        prior 0.2..2%
  C3 for slight
  C4 against moderate
fact request(BLR)  "Minsk formally asks for forces"                     prior 30% (20..45%)
fact lawful(BLR)   "the asking government still counts as the lawful one" prior 10..40%
fact crisis(BLR)   "security and stability of Belarus are threatened"   given true
fact hostile       "most Belarusians would oppose Russian troops"       prior 70% (60..80%)
  C1 for strong
fact provoked      "Moscow sees its vital symbols under attack"           prior 5..15%

base troops
  class "Moscow and a street revolt next door, 2003-2020"
    Georgia-2003 none, Ukraine-2004 none, Kyrgyzstan-2005 none, Kyrgyzstan-2010 none, Armenia-2018 none, Ukraine-2014 covert
  open 10..30%
  covert 30% of the rest

weigh troops
  for open
    + "an ally and its air-defence belt would be lost"     moderate
    + "lawful cover exists"       slight    if could(RUS use-force BLR)
    - "the population resists"    strong    if hostile        [C1]
    - "sanctions" as sanctions    moderate
    - "vital symbols untouched"   slight    if not provoked
  open only if request(BLR) or attack(BLR)

indicator column "unmarked columns near the border road"   if open 60..85% if covert 20..40% if none 5..10%
  not seen by 2020-08-17
indicator exercise "host army exercises on its western border"  if open 70% if none 40%
  seen 2020-08-17 [C3]

scenario asked   "Minsk asks in writing"                  suppose request(BLR)
scenario welcome "the polls were wrong"                   suppose request(BLR), not hostile

lever leave-symbols "a transitional government leaves language status and monuments alone"  by BLR  set not provoked
```

```casus-test
expect could(RUS use-force BLR) depends on reading given request(BLR)
expect could(RUS use-force BLR) forbidden given not request(BLR), not attack(BLR)
expect P(troops = open) between 0.1% and 4%
expect P(troops = open) higher given request(BLR)
```
""";

  /// A treaty as the library holds it.
  static final String TREATY =
"""
# Collective Security Treaty

```casus
treaty cst "Collective Security Treaty"  signed 1992-05-15  cite "UN reg. 32307"  amended 2010-12-10 in force 2012-12-19
  parties RUS, ARM, KAZ, KGZ, TJK from 1994-04-20, BLR from 1994-04-20, UZB from 1994-04-20 to 1999-04-02
  term aggression(P)
    reading strict "an armed attack by a state"                    means attack(P)
    reading broad  "also armed groups steered from abroad"         means attack(P) or foreign(P)
  article 2.2  when crisis(P)       all parties must consult
  article 4    when aggression(P)   each party must assist(P)      # military help included, not prescribed
    needs request(P)
    then notify UNSC
  article 6    when article 4       parties may deploy(P)
    needs decision by council rule consensus
```
""";

  /// A line or two for each further construct.
  static final String FURTHER =
"""
# Further constructs

```casus
actor NGA "Nigeria" state        actor CNSP "the junta" body        actor bazoum "the ousted president" person
source kremlin "read-outs" grade B  leans none
  grade C on attack(BLR)
finding F1 academy 2020-08-10 "want to join Russia" 6.7% of adults n 1000  @o112 "less than 7%"
finding F2 academy 2020 "troops" 3000 troops
finding F3 academy 2020-08 "a swing" 5.1 pp
claim C6 kremlin 2020-08-15 "friendship, and nothing on the incumbent"  omits "Lukashenko"  @readout
action use-force includes deploy, assist
scale grade  A 95%, F 50% (10..90%)
statute rus-constitution of RUS "Constitution, art. 102"
  article 102.1  RUS must not deploy(S)
    unless decision of federation-council
council csto-council members parties excludes suspended
  rule consensus                         # or: unanimity | two-thirds of present | 9 of 15 no veto from P5
  votes KAZ 50% (20..80%)                # a member not listed follows the default
  votes ARM 40% if RUS-favours, 10% otherwise
  votes others 20% since 2020-08-09, 15% since 2020-09-01  abstains 10%  absent 5%
council un-sc "the Security Council" members P5, A, B
  rule 9 of 15 no veto from P5, FRA
fact csto-agrees is decision of csto-council            # a decision is a fact
fact senate "the Senate consents"  prior 15% if north-opposes, 55% otherwise
fact strike arises from fuel-price 20%, arrests 5%, leak 1%
fact old "it was so"  given true since 2020-08-09
  C6 if true 80% if false 10%
  C7 against x3 (2..5)  because "the read-out says so"
fact odd "odds"  prior odds 3:1
fact rare "frequency"  prior 1 in 6
fact worded "a word"  prior very-unlikely
treaty au-act "Constitutive Act"  signed 2000-07-11  from memory
  parties NGA from 2001-05-26, NER from 2001-05-26 suspended from 2023-08-22 to 2024-01-01
  parties MLI
  term grave(P) means attack(P) or (foreign(P) and not lawful(P))
  article 25 "triggers" cases a, b, c
  article 9 with 25   parties must consult
  article 4.h  the AU may intervene(S)     # a collective subject
    case war "war crimes"  when attack(S)
    needs decision by council rule two-thirds of present
    needs decision of un-sc
    then "report to the Council"
    then notify UNSC; within 24 hours (art. 7)
    unless article 51
    unless article 51 when attack(S) as defence
    unless article 51 and hostile
  article 2 "aims"  since 2001-01-01  until 2010-01-01  cite "p. 3"  from memory
    reading programme "sets aims, empowers nobody"                     gives nothing
    reading mandate   "lets each act to secure the other"              when request(BLR) or attack(BLR) RUS may use-force(BLR)
  article 3  dormant                       # never put into effect
  2.4 prevails over union-state.2, 4.h
  obligations prevail over all other instruments
refine un-charter
  term consent(S)
    reading strict "given by a lawful government"   means request(S) and lawful(S)  weight 60%  held by "most states"
    reading none   "nothing counts"                 means nothing
un-charter.2.4 prevails over union-state.2
question coup "Will it fall?"  from 2023-08-01 to 2023-12-31
  outcomes highest reached by the deadline
    holds "it holds"
    falls "it falls"
base troops from class "all coups" weight 2, class "threats made" weight 1
base troops open 1% per month (0.5..2%)
base coup
  class "Sahel" weight 0.5
    2020-Mali falls 2020-08, Guinea-2021 falls
  falls 10..30%
weigh coup
  for falls
    - "sanctions" as sanctions-bite  moderate  if sanctions  [C9 C10] in base
    + "the army splits" x25 because "it did before"
  overlaps sanctions-bite, home-opinion by 0.5
indicator airlift "transport aircraft at Niamey" within 30 days  if open 80% else 5%
  not seen by 2023-08-10                 # scored for the part of the window that has passed
  same sign as column
lever release "the president is freed" by CNSP  set not captive, not motive
scenario dies "the captive dies" override captive to false        # may contradict `given` only with `override`
```

Prose with {{ could(NGA use-force NER) }}, {{ could(NGA use-force NER under nigeria) }}, {{ F1 }}, {{ P(coup >= falls) }},
[C6], [F1, F2] and `[C9] {{ not read }}`, [a link](C4), [sic].

```casus-test
expect could(RUS use-force BLR) conflict given attack(BLR) as of 2020-09-01 with scenario asked with lever release
expect could(RUS use-force BLR under russia) lawful under aggression = broad, cst.consent = strict
expect P(troops >= covert) at least 3%
expect P(hostile) at most 80%
expect P(coup = falls) is 12% within 2%
expect P(troops = open) lower than P(troops = none)
expect swing(troops = open) first is base or request(BLR)
```
""";
}
