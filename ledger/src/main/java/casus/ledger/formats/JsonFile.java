package casus.ledger.formats;

import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A file of JSON, with what its entries are asked for.
record JsonFile(SourceText source, JsonNode root) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static boolean isOne(SourceText source) {
    var text = source.text().stripLeading();
    return text.startsWith("{") || text.startsWith("[");
  }

  /// What came of parsing.
  sealed interface Parsed {
    record Whole(JsonFile file) implements Parsed {}

    record Faulty(Problem problem) implements Parsed {}
  }

  static Parsed parse(SourceText source) {
    try {
      return new Parsed.Whole(new JsonFile(source, JSON.readTree(source.text())));
    } catch (JacksonException wrong) {
      var location = wrong.getLocation();
      var at = location == null ? 0 : (int) Math.max(0, location.getCharOffset());
      at = Math.min(at, source.text().length());
      return new Parsed.Faulty(
          Problem.of(
              Code.E709,
              new Place(source, new Span(at, Math.min(at + 1, source.text().length()))),
              "a file that is no JSON: "
                  + wrong.getOriginalMessage().lines().findFirst().orElse("")));
    }
  }

  /// Where an entry stands, by a text that it holds; the beginning where it is not found.
  Place near(String text) {
    var at = text.isEmpty() ? -1 : source.text().indexOf(text);
    return new Place(source, at < 0 ? new Span(0, 0) : new Span(at, at + text.length()));
  }

  /// The entries of the array that the file is, or that one of its properties is.
  List<JsonNode> entries(String... properties) {
    if (root.isArray()) return List.copyOf(root.values());
    for (var property : properties) {
      var found = root.path(property);
      if (found.isArray()) return List.copyOf(found.values());
    }
    return List.of();
  }

  /// The first of these properties that there is, as text; empty where there is none.
  static String text(JsonNode node, String... properties) {
    for (var property : properties) {
      var found = node.path(property);
      if (found.isValueNode() && !found.isNull()) return found.asString();
    }
    return "";
  }

  static double number(JsonNode node, String... properties) {
    for (var property : properties) {
      var found = node.path(property);
      if (found.isNumber()) return found.asDouble();
      if (found.isString()) return Chance.of(found.asString());
    }
    return Double.NaN;
  }

  static Moments.@Nullable Moment moment(JsonNode node, String... properties) {
    for (var property : properties) {
      var found = node.path(property);
      var moment =
          found.isNumber() ? Moments.since1970(found.asDouble()) : Moments.of(text(node, property));
      if (moment != null) return moment;
    }
    return null;
  }
}
