package casus.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import casus.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// How good the names are on re3d: official statements and reports on Syria and Iraq in which
/// people marked entities. Nothing was trained on it. Its documents are divided by the first byte
/// of the SHA-256 of their identifier: errors were read on those where it is even, the others were
/// only scored.
///
/// What is counted, since the corpus comes without a scorer:
///
/// - marked entities of the types Person, Organisation and Location are PERSON, ORGANISATION and
///   PLACE; all other types (Nationality, Temporal, Weapon, Vehicle, …) are left out;
/// - of these, the ones that hold a name. The corpus also marks pronouns and phrases such as *the
///   enemy*. A marked entity holds a name if one of its words has a capital and it is no pronoun,
///   where a capital on its first word alone counts only if no document has that word small;
/// - a leading *the*, *a* or *an*, a final possessive and marks around are taken off both sides;
/// - the same words marked with two types, as *Iraq* often is, are one, and right with either;
/// - entities inside others are all counted: *Foreign Minister Anna Berg*, *Anna Berg*; what is
///   proposed never overlaps, so that not all can be found;
/// - right is what has the same first and the same last character and the type.
///
/// The stricter count of *whole names* takes only marked entities of which every word but small
/// ones (*of*, *the*, *and* and their like) has a capital.
final class Re3dTest {
  private static final long SEED = 20261122;
  private static final int DRAWS = 1000;
  private static final Map<String, Kind> KINDS =
      Map.of("Person", Kind.PERSON, "Organisation", Kind.ORGANISATION, "Location", Kind.PLACE);
  private static final Set<String> PRONOUNS =
      Set.of(
          "i",
          "we",
          "you",
          "he",
          "she",
          "it",
          "they",
          "me",
          "us",
          "him",
          "them",
          "my",
          "our",
          "your",
          "his",
          "her",
          "their",
          "its",
          "myself",
          "ourselves",
          "himself",
          "herself",
          "themselves",
          "itself",
          "here",
          "there",
          "this",
          "these",
          "those",
          "that");
  private static final Set<String> SMALL =
      Set.of(
          "of", "and", "the", "for", "in", "on", "at", "by", "from", "to", "al", "bin", "de", "von",
          "a", "an");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’.-]*");
  private static final Pattern ARTICLE =
      Pattern.compile("^(?:the|a|an)\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern DOTTED =
      Pattern.compile(".*\\b\\p{Lu}\\.(?:\\p{Lu}\\.)*$", Pattern.DOTALL);

  private record Marked(String id, String text, Map<Span, Set<Kind>> entities) {
    boolean read() {
      return hash(id) % 2 == 0;
    }
  }

  private record Count(int right, int proposed, int marked) {
    static final Count NONE = new Count(0, 0, 0);

    Count plus(Count other) {
      return new Count(right + other.right, proposed + other.proposed, marked + other.marked);
    }

    double precision() {
      return proposed == 0 ? 0 : (double) right / proposed;
    }

    double recall() {
      return marked == 0 ? 0 : (double) right / marked;
    }

    double f1() {
      return proposed + marked == 0 ? 0 : 2.0 * right / (proposed + marked);
    }
  }

  @Test
  void namesPersonsOrganisationsAndPlaces() throws IOException {
    var folder =
        Path.of(System.getProperty("casus.shared", "../../shared/data")).resolve("nlp/re3d");
    assumeTrue(
        Files.isDirectory(folder),
        () -> "skipped: " + folder + " is not there; name its parent with -Dcasus.shared");
    var documents = documents(folder);
    var small = smallWords(documents);
    var names = new Names();
    var nanoseconds = 0L;
    var proposed = new HashMap<String, List<Name>>();
    for (var document : documents) names.of(document.text());
    for (var document : documents) {
      var begun = System.nanoTime();
      proposed.put(document.id(), names.of(document.text()));
      nanoseconds += System.nanoTime() - begun;
    }
    var read = report("read", documents.stream().filter(Marked::read).toList(), proposed, small);
    var scored =
        report("scored only", documents.stream().filter(d -> !d.read()).toList(), proposed, small);
    var all = report("all", documents, proposed, small);
    System.out.printf(
        Locale.ROOT,
        "%d documents, %.0f a second; seed %d%n",
        documents.size(),
        documents.size() / (nanoseconds / 1e9),
        SEED);
    assertThat(documents).hasSize(98);
    assertThat(read).isGreaterThan(0.70);
    assertThat(scored).isGreaterThan(0.69);
    assertThat(all).isGreaterThan(0.70);
  }

  private static double report(
      String part, List<Marked> documents, Map<String, List<Name>> proposed, Set<String> small) {
    var counts = new ArrayList<Count>();
    var whole = Count.NONE;
    var kinds = new EnumMap<Kind, Count>(Kind.class);
    for (var document : documents) {
      var found = proposed.getOrDefault(document.id(), List.of());
      counts.add(count(document, found, small, false, EnumSet.allOf(Kind.class)));
      whole = whole.plus(count(document, found, small, true, EnumSet.allOf(Kind.class)));
      for (var kind : Kind.values())
        kinds.merge(kind, count(document, found, small, false, EnumSet.of(kind)), Count::plus);
    }
    var sum = counts.stream().reduce(Count.NONE, Count::plus);
    var f1 = draws(counts);
    System.out.printf(Locale.ROOT, "%s, %d documents%n", part, documents.size());
    print("all three", sum);
    System.out.printf(
        Locale.ROOT, "  90 %% of F1 [%.3f, %.3f]%n", f1[DRAWS / 20], f1[DRAWS - DRAWS / 20]);
    for (var kind : Kind.values()) print(kind.toString(), kinds.getOrDefault(kind, Count.NONE));
    print("whole names only", whole);
    return sum.f1();
  }

  private static void print(String what, Count count) {
    System.out.printf(
        Locale.ROOT,
        "  %-17s P %.3f  R %.3f  F1 %.3f  right %d, proposed %d, marked %d%n",
        what,
        count.precision(),
        count.recall(),
        count.f1(),
        count.right(),
        count.proposed(),
        count.marked());
  }

  private static double[] draws(List<Count> counts) {
    var random = new Random(SEED);
    var f1 = new double[DRAWS];
    for (var draw = 0; draw < DRAWS; draw++) {
      var sum = Count.NONE;
      for (var i = 0; i < counts.size(); i++)
        sum = sum.plus(counts.get(random.nextInt(counts.size())));
      f1[draw] = sum.f1();
    }
    Arrays.sort(f1);
    return f1;
  }

  /// What is marked with a kind among these, and what is proposed with one. Words marked with two
  /// kinds are counted with the one proposed, or else with the first.
  private static Count count(
      Marked document, List<Name> names, Set<String> small, boolean whole, Set<Kind> kinds) {
    var marked = new HashMap<Span, Set<Kind>>();
    document
        .entities()
        .forEach((span, of) -> {
          var trimmed = trimmed(document.text(), span);
          if (named(document.text().substring(trimmed.start(), trimmed.end()), small, whole))
            marked.computeIfAbsent(trimmed, k -> EnumSet.noneOf(Kind.class)).addAll(of);
        });
    var proposed = new HashMap<Span, Kind>();
    for (var name : names) proposed.put(trimmed(document.text(), name.span()), name.kind());
    var right = 0;
    var of = 0;
    for (var entry : marked.entrySet()) {
      var kind = proposed.get(entry.getKey());
      var counted =
          kind != null && entry.getValue().contains(kind) ? kind : first(entry.getValue());
      if (!kinds.contains(counted)) continue;
      of++;
      if (counted == kind) right++;
    }
    var made = (int) proposed.values().stream().filter(kinds::contains).count();
    return new Count(right, made, of);
  }

  private static Kind first(Set<Kind> kinds) {
    return kinds.iterator().next();
  }

  /// Without an article before it, a possessive after it, and marks around it.
  private static Span trimmed(String text, Span span) {
    var start = span.start();
    var end = span.end();
    var article = ARTICLE.matcher(text.substring(start, end));
    if (article.find()) start += article.end();
    while (start < end && " \n\"'“”‘(".indexOf(text.charAt(start)) >= 0) start++;
    while (end > start
        && " \n\"“”,.;:)".indexOf(text.charAt(end - 1)) >= 0
        && !DOTTED.matcher(text.substring(start, end)).matches()) end--;
    var words = text.substring(start, end);
    if (words.endsWith("'s") || words.endsWith("’s")) end -= 2;
    return new Span(start, end);
  }

  private static boolean named(String words, Set<String> small, boolean whole) {
    if (PRONOUNS.contains(words.toLowerCase(Locale.ROOT))) return false;
    var found = new ArrayList<String>();
    var matcher = WORD.matcher(words);
    while (matcher.find()) found.add(matcher.group());
    var capitals = found.stream().filter(Re3dTest::capital).toList();
    if (capitals.isEmpty()) return false;
    if (capitals.size() == 1
        && capitals.getFirst().equals(found.getFirst())
        && small.contains(capitals.getFirst().toLowerCase(Locale.ROOT))) return false;
    return !whole
        || found.stream()
            .allMatch(word -> capital(word) || SMALL.contains(word.toLowerCase(Locale.ROOT)));
  }

  private static boolean capital(String word) {
    if (Character.isUpperCase(word.charAt(0))) return true;
    return word.length() > 3 && word.charAt(2) == '-' && Character.isUpperCase(word.charAt(3));
  }

  private static Set<String> smallWords(List<Marked> documents) {
    var small = new HashSet<String>();
    var word = Pattern.compile("\\b[a-z]+\\b");
    for (var document : documents) {
      var matcher = word.matcher(document.text());
      while (matcher.find()) small.add(matcher.group());
    }
    return small;
  }

  private static List<Marked> documents(Path folder) throws IOException {
    var documents = new ArrayList<Marked>();
    List<Path> parts;
    try (var files = Files.list(folder)) {
      parts = files.filter(Files::isDirectory).sorted().toList();
    }
    for (var part : parts) {
      var entities = new HashMap<String, Map<Span, Set<Kind>>>();
      for (var entity : lines(part.resolve("entities.json"))) {
        var kind = KINDS.get(entity.get("type").asString());
        if (kind == null) continue;
        entities
            .computeIfAbsent(entity.get("documentId").asString(), k -> new HashMap<>())
            .computeIfAbsent(
                new Span(entity.get("begin").asInt(), entity.get("end").asInt()),
                k -> EnumSet.noneOf(Kind.class))
            .add(kind);
      }
      for (var document : lines(part.resolve("documents.json"))) {
        var id = document.get("_id").asString();
        documents.add(
            new Marked(id, document.get("text").asString(), entities.getOrDefault(id, Map.of())));
      }
    }
    return documents;
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    var json = new ObjectMapper();
    var nodes = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(file)) {
      var plain = line.startsWith("\ufeff") ? line.substring(1) : line;
      if (!plain.isBlank()) nodes.add(json.readTree(plain));
    }
    return nodes;
  }

  private static int hash(String id) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8))[0]
          & 0xff;
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
