package casus.check;

import casus.model.Chance;
import casus.model.Council;
import casus.model.Quantity;
import casus.syntax.Amount;
import casus.syntax.Name;
import casus.syntax.Rule;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Bodies that decide: who sits in them, by what rule, and how each is likely to vote.
final class Councils {
  /// The five permanent members of the Security Council, for `no veto from P5`.
  private static final List<String> P5 = List.of("CHN", "FRA", "GBR", "RUS", "USA");

  private static final int MOST_SEATS = 500;

  private static final Set<String> GROUPS = Set.of("suspended", "requester", "target");

  private final Checking checking;

  Councils(Checking checking) {
    this.checking = checking;
  }

  /// A decision rule written in an article: the parties decide, one vote each.
  record RuleOfArticle(String id, Rule rule, Declared<?> where) {}

  /// Who belongs to a council.
  ///
  /// @param listed at any time, so that a name that never can be a member is told from one that is
  ///   none on the date
  /// @param seated on the as-of date, before anybody is excluded
  /// @param voting those left
  /// @param known whether every listed name is an actor's
  /// @param seats of each kind whose holders are not named, "elected" to "elected-1" and so on
  private record Members(
      Set<String> listed,
      Set<String> seated,
      Set<String> voting,
      boolean known,
      Map<String, List<String>> seats) {}

  /// @param memberships of the instrument it belongs to; null in the dossier
  @Nullable Council council(
      Declared<Statement.Council> declared,
      String prefix,
      @Nullable Memberships memberships,
      Scope scope) {
    var written = declared.syntax();
    var id = prefix + written.name().text();
    var members = members(declared, memberships);
    if (members == null) return null;
    var rule = written.rule();
    if (rule == null) {
      report(
          declared,
          written.name(),
          "the council `" + id + "` has no rule",
          "`rule consensus`, `rule 9 of 15`, …");
      return null;
    }
    if (members.known() && members.listed().isEmpty()) {
      nobody(declared.at(written.name().span()), id);
      return null;
    }
    var resolved = rule(rule, declared, members);
    var votes = votes(declared, id, members, scope);
    if (resolved == null) return null;
    var target =
        written.excludes().stream()
            .anyMatch(name -> name.text().equals("requester") || name.text().equals("target"));
    var where = excludedWhere(declared);
    return new Council(
        id,
        written.text() == null ? null : written.text().text(),
        List.copyOf(members.voting()),
        target,
        where,
        resolved,
        votes,
        declared.origin(written.span()));
  }

  @Nullable Council ofParties(RuleOfArticle article, Memberships memberships, Scope scope) {
    var active = new LinkedHashSet<>(memberships.active());
    var members = new Members(memberships.ever(), active, active, true, Map.of());
    if (members.listed().isEmpty()) {
      nobody(article.where().at(article.rule().span()), article.id());
      return null;
    }
    var resolved = rule(article.rule(), article.where(), members);
    if (resolved == null) return null;
    var votes = new ArrayList<Council.Vote>();
    for (var member : active) votes.add(new Council.Vote(member, undecided(), null, null));
    return new Council(
        article.id(),
        null,
        List.copyOf(active),
        false,
        List.of(),
        resolved,
        List.copyOf(votes),
        Declared.origin(scope.at(article.rule().span())));
  }

  private void nobody(Place place, String id) {
    checking
        .findings()
        .add(
            Problem.of(
                    Code.E605, place, "nobody votes in `" + id + "`: the instrument has no parties")
                .expecting("`parties CODE …`, or members by their codes"));
  }

  /// Where nothing is said of a voter, anything between 10 and 90 % may be so.
  private Chance undecided() {
    var half =
        new Quantity(
            "votes default",
            "chance that a member of which nothing is said votes in favour",
            "50% (10..90%)",
            Quantity.Unit.PROBABILITY,
            0.5,
            0.1,
            0.9,
            checking.start());
    return new Chance(List.of(new Chance.Case(null, half)));
  }

  private @Nullable Members members(
      Declared<Statement.Council> declared, @Nullable Memberships memberships) {
    var written = declared.syntax();
    var listed = new LinkedHashSet<String>();
    var seated = new LinkedHashSet<String>();
    var known = true;
    for (var member : written.members()) {
      if (member.text().equals("parties")) {
        if (memberships == null) {
          report(
              declared,
              member,
              "a council outside an instrument has no parties",
              "the members' codes");
          return null;
        }
        listed.addAll(memberships.ever());
        seated.addAll(memberships.bound());
      } else if (checking.conditions().actor(member, declared.at(member.span()))) {
        listed.add(member.text());
        seated.add(member.text());
      } else {
        known = false;
      }
    }
    var seats = seats(declared, listed);
    seats.values().forEach(listed::addAll);
    seats.values().forEach(seated::addAll);
    return new Members(listed, seated, voting(declared, memberships, listed, seated), known, seats);
  }

  private Map<String, List<String>> seats(
      Declared<Statement.Council> declared, Set<String> listed) {
    var seats = new LinkedHashMap<String, List<String>>();
    for (var written : declared.syntax().seats()) {
      var kind = written.kind().text();
      if (written.count() < 1 || written.count() > MOST_SEATS) {
        report(
            declared,
            new Name(kind, written.span()),
            "found " + written.count() + " seats",
            "1 to " + MOST_SEATS);
        continue;
      }
      if (seats.containsKey(kind) || listed.contains(kind) || kind.equals("others"))
        checking
            .findings()
            .add(
                Code.E202,
                declared.at(written.kind().span()),
                "`" + kind + "` already stands for somebody in this council");
      else
        seats.put(
            kind, IntStream.rangeClosed(1, written.count()).mapToObj(i -> kind + "-" + i).toList());
    }
    return seats;
  }

  /// Names of the facts on which it depends whether a member votes; `P` stands for the member.
  private List<String> excludedWhere(Declared<Statement.Council> declared) {
    var facts = new ArrayList<String>();
    for (var excluded : declared.syntax().excludes()) {
      var argument = excluded.argument();
      if (argument == null) continue;
      if (argument.text().equals("P")) facts.add(excluded.name().text());
      else
        report(
            declared,
            new Name(excluded.text(), excluded.span()),
            "found `" + excluded.text() + "` among those who do not vote",
            "`" + excluded.name().text() + "(P)`: each member of which it holds");
    }
    return List.copyOf(facts);
  }

  private Set<String> voting(
      Declared<Statement.Council> declared,
      @Nullable Memberships memberships,
      Set<String> listed,
      Set<String> seated) {
    var voting = new LinkedHashSet<>(seated);
    for (var excluded : declared.syntax().excludes()) {
      if (excluded.argument() != null) continue;
      if (excluded.text().equals("suspended") && memberships != null)
        voting.removeIf(memberships::isSuspended);
      else if (!GROUPS.contains(excluded.text())) {
        if (!listed.contains(excluded.text())) notMember(declared, excluded.name(), listed);
        voting.remove(excluded.text());
      }
    }
    return voting;
  }

  private void notMember(Declared<?> declared, Name name, Set<String> listed) {
    checking
        .findings()
        .add(
            Problem.of(
                    Code.E602,
                    declared.at(name.span()),
                    "`" + name.text() + "` is no member of the council")
                .expecting("one of " + String.join(", ", listed))
                .hint(checking.names().suggest(name.text(), listed)));
  }

  private void report(Declared<?> declared, Name at, String found, String expected) {
    checking
        .findings()
        .add(Problem.of(Code.E602, declared.at(at.span()), found).expecting(expected));
  }

  private Council.@Nullable Rule rule(Rule written, Declared<?> declared, Members members) {
    var vetoes = vetoes(written, declared, members);
    return switch (written.kind()) {
      case "consensus" -> new Council.Rule.Consensus(vetoes);
      case "unanimity" -> new Council.Rule.Unanimity(vetoes);
      case "majority" -> new Council.Rule.Share(1, 2, true, written.ofPresent(), vetoes);
      case "two-thirds" -> new Council.Rule.Share(2, 3, false, written.ofPresent(), vetoes);
      default -> count(written, declared, members, vetoes);
    };
  }

  /// Members come and go; that the written number fits them is checked on the dossier's own date,
  /// not in a replay.
  private Council.@Nullable Rule count(
      Rule written, Declared<?> declared, Members members, List<String> vetoes) {
    var needed = written.votesNeeded();
    var among = written.votesAmong();
    var seats = members.seated().size();
    var fits = members.known() ? seats : among;
    var replay = checking.dates().asOf().isBefore(checking.dates().written());
    if (needed < 1 || needed > among || (among != seats && members.known() && !replay)) {
      checking
          .findings()
          .add(
              Problem.of(
                      Code.E602,
                      declared.at(written.span()),
                      "the rule " + needed + " of " + among + " does not fit a council of " + fits)
                  .expecting("`K of " + fits + "`, K from 1 to " + fits));
      return null;
    }
    return new Council.Rule.Count(needed, vetoes);
  }

  private List<String> vetoes(Rule written, Declared<?> declared, Members members) {
    var vetoes = new LinkedHashSet<String>();
    for (var name : written.vetoes()) {
      if (name.text().equals("P5") && !members.listed().contains("P5")) vetoes.addAll(P5);
      else if (members.listed().contains(name.text())) vetoes.add(name.text());
      else notMember(declared, name, members.listed());
    }
    vetoes.retainAll(members.voting());
    return List.copyOf(vetoes);
  }

  /// One vote for each voting member: its own line, else `others`, else undecided.
  private List<Council.Vote> votes(
      Declared<Statement.Council> declared, String id, Members members, Scope scope) {
    Map<String, Votes> byMember = new HashMap<>();
    for (var line : declared.syntax().votes()) {
      var votes = votes(line, declared, id, scope);
      for (var voter : line.voters()) {
        var seats = members.seats().get(voter.text());
        var meant = seats == null ? List.of(voter.text()) : seats;
        if (seats == null
            && !voter.text().equals("others")
            && !members.listed().contains(voter.text()))
          notMember(declared, voter, members.listed());
        else if (meant.stream().anyMatch(byMember::containsKey))
          checking
              .findings()
              .add(
                  Code.E202,
                  declared.at(voter.span()),
                  "the votes of `" + voter.text() + "` are given twice");
        else meant.forEach(one -> byMember.put(one, votes));
      }
    }
    var others = byMember.getOrDefault("others", new Votes(undecided(), null, null));
    var votes = new ArrayList<Council.Vote>();
    for (var member : members.voting()) {
      var vote = byMember.getOrDefault(member, others);
      votes.add(new Council.Vote(member, vote.favours(), vote.abstains(), vote.absent()));
    }
    return List.copyOf(votes);
  }

  private record Votes(Chance favours, @Nullable Quantity abstains, @Nullable Quantity absent) {}

  private Votes votes(
      Statement.Council.Votes line, Declared<Statement.Council> declared, String id, Scope scope) {
    var voters = String.join(", ", line.voters().stream().map(Name::text).toList());
    var favours =
        checking
            .chances()
            .resolve(
                line.chance(),
                new Amounts.Purpose(
                    "votes " + id + " " + voters,
                    "chance that " + voters + " votes in favour in " + id,
                    declared),
                scope);
    var abstains = part(line.abstains(), "abstains", id + " " + voters, declared);
    var absent = part(line.absent(), "absent", id + " " + voters, declared);
    checkSum(favours, abstains, absent, line, declared);
    return new Votes(favours == null ? undecided() : favours, abstains, absent);
  }

  private @Nullable Quantity part(
      @Nullable Amount amount, String part, String voters, Declared<?> declared) {
    if (amount == null) return null;
    return checking
        .amounts()
        .probability(
            amount,
            new Amounts.Purpose(
                part + " " + voters, "chance that " + voters + " " + part, declared));
  }

  /// In favour and abstaining exclude each other; absence comes before both.
  private void checkSum(
      @Nullable Chance favours,
      @Nullable Quantity abstains,
      @Nullable Quantity absent,
      Statement.Council.Votes line,
      Declared<Statement.Council> declared) {
    if (favours == null) return;
    var most = 0.0;
    for (var one : favours.cases()) most = Math.max(most, one.probability().point());
    var sum =
        most + (abstains == null ? 0 : abstains.point()) + (absent == null ? 0 : absent.point());
    if (sum <= 1 + 1e-9) return;
    checking
        .findings()
        .add(
            Problem.of(
                    Code.E305,
                    declared.at(line.span()),
                    "in favour, abstaining and absent make " + Amounts.percent(sum))
                .expecting("at most 100%; the rest votes against"));
  }
}
