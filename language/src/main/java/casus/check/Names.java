package casus.check;

import casus.text.Code;
import casus.text.NearestName;
import casus.text.Place;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The one namespace of a dossier. What belongs to an instrument stands under its qualified name
/// ("cst.aggression", "cst.4"); a fact under its name with its argument ("attack(BLR)").
final class Names {
  /// What a name can stand for.
  enum Kind {
    QUESTION("question"),
    ACTOR("actor"),
    SOURCE("source"),
    CLAIM("claim"),
    FACT("fact"),
    TERM("term"),
    COUNCIL("council"),
    INSTRUMENT("instrument"),
    ARTICLE("article"),
    REASON("reason"),
    INDICATOR("indicator"),
    SCENARIO("scenario"),
    LEVER("lever");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    /// With its article: "an actor".
    String one() {
      return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }
  }

  /// @param place null for what comes from a finished model
  record Entry(Kind kind, String id, @Nullable Place place) {}

  /// An outcome of a question.
  record Outcome(String question, int index) {}

  /// Beyond this many, an unknown name gets no suggestion: a file with thousands of unknown names
  /// would otherwise be compared with thousands of known ones.
  private static final int MOST_SUGGESTIONS = 200;

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, List<String>> factsByName = new HashMap<>();
  private final Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
  private final Map<String, List<String>> outcomesOf = new HashMap<>();
  private final Map<String, @Nullable String> parameters = new HashMap<>();
  private final Map<String, Set<String>> readings = new HashMap<>();
  private final Set<String> actors = new LinkedHashSet<>();
  private final Set<String> actions = new LinkedHashSet<>();
  private final Set<String> filtered = new HashSet<>();
  private int suggestions;

  /// Declares a name; a name already taken is reported.
  void declare(Kind kind, String name, Place place, Findings findings) {
    var taken = entries.putIfAbsent(name, new Entry(kind, name, place));
    if (taken != null) {
      var where = taken.place() == null ? "" : " at " + taken.place().label();
      findings.add(
          Problem.of(
                  Code.E202,
                  place,
                  "`" + name + "` is already the name of " + taken.kind().one() + where)
              .expecting("a name of its own"));
      return;
    }
    if (kind == Kind.FACT)
      factsByName.computeIfAbsent(stem(name), _ -> new ArrayList<>()).add(name);
  }

  /// Registers a name that a finished model is known to have once.
  void know(Kind kind, String name) {
    entries.putIfAbsent(name, new Entry(kind, name, null));
    if (kind == Kind.FACT)
      factsByName.computeIfAbsent(stem(name), _ -> new ArrayList<>()).add(name);
  }

  void knowOutcome(String question, String outcome) {
    var names = outcomesOf.computeIfAbsent(question, _ -> new ArrayList<>());
    outcomes
        .computeIfAbsent(outcome, _ -> new ArrayList<>())
        .add(new Outcome(question, names.size()));
    names.add(outcome);
  }

  void knowParameter(String term, @Nullable String parameter) {
    parameters.put(term, parameter);
  }

  void knowReading(String issue, String reading) {
    readings.computeIfAbsent(issue, _ -> new LinkedHashSet<>()).add(reading);
  }

  void knowActor(String code) {
    actors.add(code);
  }

  void knowAction(String action) {
    actions.add(action);
  }

  /// The action a norm speaks of, and force itself where it is allowed to serve.
  void knowNorm(casus.model.Norm norm) {
    knowNorm(norm.action(), norm.withForce());
  }

  void knowNorm(String action, boolean withForce) {
    actions.add(action);
    if (withForce) actions.add("use-force");
  }

  /// A claim that the as-of date leaves out: a known name, but nothing to compute with.
  void leaveOut(String claim) {
    filtered.add(claim);
  }

  boolean isLeftOut(String claim) {
    return filtered.contains(claim);
  }

  @Nullable Entry entry(String name) {
    return entries.get(name);
  }

  boolean is(Kind kind, String name) {
    var entry = entries.get(name);
    return entry != null && entry.kind() == kind;
  }

  /// The facts `attack(BLR)`, `attack(LTU)`, `attack` for the stem "attack".
  List<String> facts(String stem) {
    return factsByName.getOrDefault(stem, List.of());
  }

  List<Outcome> outcomes(String name) {
    return outcomes.getOrDefault(name, List.of());
  }

  /// The outcomes of a question, in order; empty where there is no such question.
  List<String> outcomesOf(String question) {
    return outcomesOf.getOrDefault(question, List.of());
  }

  /// The parameter of a term, `P` or `S`.
  @Nullable String parameter(String term) {
    return parameters.get(term);
  }

  Set<String> readings(String issue) {
    return readings.getOrDefault(issue, Set.of());
  }

  boolean isActor(String code) {
    return actors.contains(code);
  }

  boolean isAction(String action) {
    return actions.contains(action);
  }

  Set<String> actors() {
    return actors;
  }

  Set<String> actions() {
    return actions;
  }

  /// All names of the given kinds, in order of declaration.
  List<String> all(Set<Kind> kinds) {
    var found = new ArrayList<String>();
    for (var entry : entries.values()) if (kinds.contains(entry.kind())) found.add(entry.id());
    return found;
  }

  Set<String> outcomeNames() {
    return outcomes.keySet();
  }

  /// The known name that was probably meant, or null where none is near. A name inside an
  /// instrument is also found by what stands after the point.
  @Nullable String suggest(String typed, Iterable<String> known) {
    if (++suggestions > MOST_SUGGESTIONS) return null;
    var nearest = NearestName.of(typed, known);
    if (nearest == null)
      for (var name : known)
        if (name.endsWith("." + typed) || stem(name).equals(stem(typed))) {
          nearest = name;
          break;
        }
    return nearest;
  }

  /// The name without its argument in brackets.
  static String stem(String name) {
    var bracket = name.indexOf('(');
    return bracket < 0 ? name : name.substring(0, bracket);
  }
}
