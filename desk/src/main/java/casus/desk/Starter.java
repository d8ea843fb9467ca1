package casus.desk;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A first dossier: small, complete, and meant to be argued with. It checks without errors and
/// gives an answer, so that an analyst changes numbers and texts rather than begins on an empty
/// page.
///
/// @param name of the dossier: "niger-2023"
/// @param question as a sentence
/// @param outcomes in ascending order, at least two, as the analyst put them
/// @param who the actor whose act is in question: a country's name, its code, or any other name
/// @param whom whom it would act on
/// @param seen the first piece of evidence, or null for one that is to be replaced
public record Starter(
    String name,
    String question,
    List<String> outcomes,
    LocalDate asOf,
    LocalDate deadline,
    String who,
    String whom,
    @Nullable Seen seen) {

  /// Something seen or heard that speaks for the actor's having its means in place.
  ///
  /// @param strength how much more likely one would see it if that were so: a word of the usual
  ///   scale
  public record Seen(String words, String strength) {
    public Seen {
      if (!STRENGTHS.contains(strength)) throw new IllegalArgumentException(strength);
    }
  }

  /// The words of the usual scale.
  public static final List<String> STRENGTHS = List.of("slight", "moderate", "strong", "decisive");

  public Starter(
      String name,
      String question,
      List<String> outcomes,
      LocalDate asOf,
      LocalDate deadline,
      String who,
      String whom) {
    this(name, question, outcomes, asOf, deadline, who, whom, null);
  }

  /// The words that a name may not be, because a line reads them as something else.
  private static final Set<String> RESERVED =
      Set.of(
          "and",
          "or",
          "not",
          "true",
          "false",
          "could",
          "if",
          "else",
          "otherwise",
          "for",
          "main",
          "ready",
          "resisted",
          "first",
          "sign",
          "prepared",
          "deter",
          "none-of",
          "only",
          "overlaps",
          "article",
          "decision",
          "odds",
          "given");

  private static final Map<String, String> COUNTRIES =
      Arrays.stream(Locale.getISOCountries())
          .map(code -> Locale.of("", code))
          .collect(
              Collectors.toUnmodifiableMap(
                  c -> c.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT),
                  Locale::getISO3Country,
                  (a, _) -> a));

  /// An actor's code: the ISO code of a country, the code as typed, or a name of a body.
  static String code(String actor) {
    var typed = actor.strip();
    var known = COUNTRIES.get(typed.toLowerCase(Locale.ROOT));
    if (known != null) return known;
    if (typed.matches("[A-Z][A-Z0-9]{1,9}")) return typed;
    var slug = slug(typed, "actor");
    return slug;
  }

  /// An actor's name in English.
  static String title(String actor) {
    var typed = actor.strip();
    for (var country : Locale.getISOCountries()) {
      var locale = Locale.of("", country);
      if (locale.getISO3Country().equals(typed)) return locale.getDisplayCountry(Locale.ENGLISH);
    }
    return typed;
  }

  /// A name for the dossier of a question.
  public static String named(String question) {
    return slug(question, "case");
  }

  /// A lower-case name with hyphens, made from words.
  static String slug(String words, String otherwise) {
    var plain =
        Normalizer.normalize(words, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    var parts = plain.replaceAll("[^a-z0-9]+", " ").strip().split(" ");
    var slug = Arrays.stream(parts).limit(4).collect(Collectors.joining("-"));
    if (slug.isEmpty()) return otherwise;
    return Character.isDigit(slug.charAt(0)) || RESERVED.contains(slug)
        ? otherwise + "-" + slug
        : slug;
  }

  private List<String> outcomeIds() {
    var ids = new LinkedHashSet<String>();
    for (var outcome : outcomes) {
      var id = slug(outcome, "outcome");
      var unique = id;
      for (var n = 2; !ids.add(unique); n++) unique = id + "-" + n;
    }
    return List.copyOf(ids);
  }

  private static String quoted(String text) {
    return "\""
        + text.strip().replace('\\', '/').replaceAll("\\s+", " ").replace("\"", "\\\"")
        + "\"";
  }

  /// The text that the first claim quotes.
  public String source() {
    return """
    # Your first source

    Replace this by the text of an article, or by your own notes on it. A claim quotes a few words of it, and casus
    checks that they are there.

    1. %s.
    """
        .formatted(saying());
  }

  /// What the first source says.
  private String saying() {
    return seen == null
        ? title(who) + " has moved troops and supplies towards the border, two officials said"
        : seen.words().strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
  }

  /// The dossier's text.
  ///
  /// @param treaties what the library has on the two actors
  public String dossier(Treaties treaties) {
    var ids = outcomeIds();
    var top = ids.getLast();
    var actor = code(who);
    var target = code(whom);
    var lines = new ArrayList<String>();
    lines.add(
        "dossier "
            + slug(name, "case")
            + " "
            + quoted(question)
            + "  as of "
            + asOf
            + "  yardstick icd203");
    treaties.paths().forEach(path -> lines.add("use " + path));
    lines.add("");
    lines.add("actor " + actor + " " + quoted(title(who)));
    if (!target.equals(actor)) lines.add("actor " + target + " " + quoted(title(whom)));
    lines.add("");
    lines.add("question main " + quoted(question));
    lines.add("  from " + asOf + " to " + deadline);
    lines.add("  outcomes highest reached by the deadline");
    for (var i = 0; i < ids.size(); i++)
      lines.add("    " + ids.get(i) + " " + quoted(outcomes.get(i)));
    lines.add("  resolve by \"two independent sources graded B or better\"");
    var base = new ArrayList<String>();
    base.add("base main");
    base.add("  " + top + " 10% (3..25%)");
    for (var i = ids.size() - 2; i > 0; i--) base.add("  " + ids.get(i) + " 20% of the rest");
    var lawful = "could(" + actor + " use-force " + target + ")";
    return TEXT.replace("$QUESTION", question.strip().replaceAll("\\s+", " "))
        .replace("$HEAD", String.join("\n", lines))
        .replace("$BASE", String.join("\n", base))
        .replace(
            "$FACTS",
            treaties.facts().stream().map(fact -> fact + "\n").collect(Collectors.joining()))
        .replace(
            "$LEGAL",
            treaties.paths().isEmpty()
                ? ""
                : "    + \"there is lawful cover\"  slight  if " + lawful + "\n")
        .replace(
            "$COULD",
            treaties.paths().isEmpty()
                ? ""
                : "\nCould they, lawfully? As things stand: {{ " + lawful + " }}.\n")
        .replace("$WHOM", title(whom).replace('"', '\''))
        .replace("$WHO", title(who).replace('"', '\''))
        .replace("$STRENGTH", seen == null ? "moderate" : seen.strength())
        .replace("$ACTOR", actor)
        .replace("$TOP", top)
        .replace("$ASOF", asOf.toString())
        // Last: the analyst's words may look like one of the others.
        .replace(
            "$CLAIM",
            seen == null
                ? "\"troops are moving towards the border\"  @first \"has moved troops and supplies"
                    + " towards the border\""
                : quoted(saying()) + "  @first " + quoted(saying()));
  }

  private static final String TEXT =
      """
      # $QUESTION

      As of $ASOF, that it comes to **$TOP** is {{ P(main = $TOP) in words }} ({{ P(main = $TOP) }}).
      $COULD
      Only the fences below are computed; everything else is yours to write. Change a number, run `casus assess`, and see
      what it does. Every number here is a placeholder until a claim stands behind it.

      ## The question

      ```casus
      $HEAD
      ```

      ## Who says what

      A source has a grade from A (reliable) to E (unreliable), F where nobody can tell, and a lean: which way it would speak
      even if it knew nothing. A claim is what it said, and on which day.

      ```casus
      source first "your first source"  grade C  text sources/first.md  leans none
      claim C1 first $ASOF $CLAIM
      ```

      ## What is uncertain

      ```casus
      fact ready "$WHO has forces and supplies in place"  prior 30% (15..50%)
        C1 for $STRENGTH
      fact resisted "most people in $WHOM would resist"  prior 60% (40..80%)
      $FACTS```

      ## How such cases usually end, and what is different here

      First the base rate: of comparable cases, how many ended this way? Then the reasons why this case departs from them.

      ```casus
      $BASE
      weigh main
        for $TOP
          + "the means are in place"  moderate  if ready
      $LEGAL    - "it would be resisted"  strong  if resisted
      ```

      ## What to watch, and what if

      ```casus
      indicator sign "leave is cancelled and field hospitals open"  if $TOP 60% (40..80%) else 15% (5..30%)
        not seen by $ASOF
      scenario prepared "the means turn out to be in place"  suppose ready
      lever deter "supplies are held back"  by $ACTOR  set not ready
      ```

      ## Tests

      ```casus-test
      expect P(main = $TOP) higher given ready
      expect P(main = $TOP) lower given resisted
      ```
      """;
}
