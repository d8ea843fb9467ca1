package casus.syntax;

import static casus.syntax.Token.Kind.NUMERAL;

import java.util.ArrayList;
import java.util.List;

/// Reads who decides and how: `council`, decision rules, votes.
final class CouncilLines {
  private static final List<String> RULES =
      List.of("consensus", "unanimity", "majority", "two-thirds");

  private final Lines lines;

  CouncilLines(Lines lines) {
    this.lines = lines;
  }

  Statement council(LineReader line, Block block) {
    line.as(Form.COUNCIL);
    var name = line.name("the name of the council");
    var text = line.quotedIfAny();
    var votes = new ArrayList<Statement.Council.Votes>();
    var details = new Details(lines, Form.COUNCIL, "council");
    var members = new ArrayList<Name>();
    var seats = new ArrayList<Statement.Council.Seats>();
    var listed = details.one("members", r -> members(r, members, seats));
    var excludes = details.one("excludes", CouncilLines::excludes);
    var rule = details.one("rule", Form.RULE, CouncilLines::rule);
    details.each("votes", Form.VOTES, r -> votes(r, votes));
    if (details.read(line, block) && !listed.isSet() && !line.isRestating())
      line.unexpected("`members` and who they are");
    return new Statement.Council(
        name,
        text,
        List.copyOf(members),
        List.copyOf(seats),
        List.copyOf(excludes.or(List.of())),
        rule.get(),
        List.copyOf(votes),
        line.whole());
  }

  /// `CHN, FRA, GBR, RUS, USA, 10 elected`; what is read is whether anything was.
  private static boolean members(
      LineReader line, List<Name> members, List<Statement.Council.Seats> seats) {
    do {
      var mark = line.mark();
      if (!line.at(NUMERAL)) {
        members.add(line.name("`parties`, the code of a member, or a number of seats"));
        continue;
      }
      var count = Amounts.count(line, "a number of seats");
      var kind = line.name("what the seats are called: `10 elected`");
      if (!line.failed()) seats.add(new Statement.Council.Seats(count, kind, line.since(mark)));
    } while (line.acceptSymbol(","));
    return true;
  }

  private static List<Atom> excludes(LineReader line) {
    var excludes = new ArrayList<Atom>();
    do excludes.add(line.atom("a code, `suspended`, or a fact such as `disputing(P)`"));
    while (line.acceptSymbol(","));
    return excludes;
  }

  static Rule rule(LineReader line) {
    var mark = line.mark();
    var counted = line.at(NUMERAL);
    var needed = counted ? Amounts.count(line, "a number of votes") : 0;
    if (counted) line.expect("of");
    var among = counted ? Amounts.count(line, "the number of members") : 0;
    var kind =
        counted
            ? "count"
            : line.oneOf(
                    "a rule: `consensus`, `unanimity`, `majority`, `two-thirds`, `9 of 15`", RULES)
                .text();
    var ofPresent =
        (kind.equals("majority") || kind.equals("two-thirds")) && line.accept("of present");
    var vetoes = line.accept("no veto from") ? line.names("the code of a member") : List.<Name>of();
    return new Rule(kind, needed, among, ofPresent, List.copyOf(vetoes), line.since(mark));
  }

  private static void votes(LineReader line, List<Statement.Council.Votes> votes) {
    var mark = line.mark() - 1;
    var voters = line.names("the code of a member, or `others`");
    var chance = Amounts.chance(line);
    var abstains = line.accept("abstains") ? Amounts.probability(line) : null;
    var absent = line.accept("absent") ? Amounts.probability(line) : null;
    if (!line.failed())
      votes.add(
          new Statement.Council.Votes(
              List.copyOf(voters), chance, abstains, absent, line.since(mark)));
  }
}
