package casus.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The record sets that casus knows, each described by a Frictionless data package with some
/// properties of its own (`casus`), so that a description can be read by other programs too.
public final class SetCatalogue {
  private static final SetCatalogue KNOWN = read();

  private final List<RecordSet> sets;

  private SetCatalogue(List<RecordSet> sets) {
    this.sets = List.copyOf(sets);
  }

  /// The sets that casus ships or recognises.
  public static SetCatalogue known() {
    return KNOWN;
  }

  public List<RecordSet> sets() {
    return sets;
  }

  public Optional<RecordSet> named(String name) {
    var key = Field.key(name);
    return sets.stream().filter(set -> set.name().equals(key)).findFirst();
  }

  /// Sets that are computed from another one.
  public List<RecordSet> derivedFrom(String name) {
    return sets.stream()
        .filter(set -> set.derivation() != null && set.derivation().from().equals(name))
        .toList();
  }

  /// Which set a file is.
  public sealed interface Recognised {
    record As(RecordSet set) implements Recognised {}

    /// @param nearest the sets that share most columns with the file, nearest first
    record Unknown(List<Near> nearest) implements Recognised {}
  }

  /// @param missing columns by which the set would be recognised and which the file has not
  public record Near(RecordSet set, int present, List<String> missing) {}

  /// Tells a file by its columns: the set all of whose telling columns are there, and most of them.
  public Recognised recognise(List<String> columns) {
    var importable =
        sets.stream()
            .filter(set -> set.derivation() == null)
            .map(set -> near(set, columns))
            .toList();
    return importable.stream()
        .filter(near -> near.missing().isEmpty())
        .max(Comparator.comparingInt(Near::present))
        .<Recognised>map(near -> new Recognised.As(near.set()))
        .orElseGet(() ->
            new Recognised.Unknown(
                importable.stream()
                    .filter(near -> near.present() > 0)
                    .sorted(
                        Comparator.comparingDouble(near ->
                            -(double) near.present() / (near.present() + near.missing().size())))
                    .limit(3)
                    .toList()));
  }

  private static Near near(RecordSet set, List<String> columns) {
    var missing = new ArrayList<String>();
    for (var telling : set.recognisedBy()) {
      var field = set.field(telling).orElseThrow();
      if (columns.stream().noneMatch(field::answersTo)) missing.add(field.name());
    }
    return new Near(set, set.recognisedBy().size() - missing.size(), missing);
  }

  private static SetCatalogue read() {
    var mapper = new ObjectMapper();
    var sets = new ArrayList<RecordSet>();
    try (var list = resource("sets.json")) {
      for (var name : mapper.readTree(list)) {
        try (var description = resource(name.asString())) {
          sets.add(set(mapper.readTree(description)));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    var names = new HashSet<String>();
    for (var set : sets)
      if (!names.add(set.name())) throw new IllegalStateException("two sets " + set.name());
    return new SetCatalogue(sets);
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(SetCatalogue.class.getResourceAsStream(name), name);
  }

  private static RecordSet set(JsonNode packaged) {
    var schema = packaged.at("/resources/0/schema");
    var casus = packaged.path("casus");
    var fields = new ArrayList<Field>();
    for (var field : schema.path("fields")) fields.add(field(field));
    return new RecordSet(
        text(packaged, "name"),
        text(packaged, "title"),
        text(casus, "unit"),
        text(casus, "counted"),
        text(casus, "citation"),
        text(casus, "terms"),
        optional(packaged, "homepage"),
        List.copyOf(fields),
        texts(casus.path("recognisedBy")),
        texts(schema.path("primaryKey")),
        clusters(casus.path("clusters")),
        optional(casus, "time"),
        texts(casus.path("label")),
        optional(casus, "reference"),
        optional(casus, "outcome"),
        unverified(casus.path("unverified")),
        texts(casus.path("warnings")),
        edition(casus.path("edition")),
        derivation(casus.path("derivation")),
        casus.path("shipped").asBoolean(false));
  }

  private static Field field(JsonNode field) {
    var states = optional(field, "states");
    return new Field(
        text(field, "name"),
        type(text(field, "type")),
        text(field, "description"),
        texts(field.path("otherNames")),
        map(field.path("codes")),
        map(field.path("recoded")),
        texts(field.path("missingValues")),
        field.path("delimiter").asString(";"),
        states == null ? null : Field.CodeSystem.valueOf(states),
        field.at("/constraints/required").asBoolean(false));
  }

  /// The types of Frictionless Table Schema.
  private static Field.Type type(String name) {
    return switch (name) {
      case "integer", "year" -> Field.Type.WHOLE;
      case "number" -> Field.Type.NUMBER;
      case "string" -> Field.Type.TEXT;
      case "date" -> Field.Type.DATE;
      case "boolean" -> Field.Type.FLAG;
      case "list" -> Field.Type.LIST;
      default -> throw new IllegalStateException("no type " + name);
    };
  }

  private static List<RecordSet.Cluster> clusters(JsonNode clusters) {
    var read = new ArrayList<RecordSet.Cluster>();
    for (var cluster : clusters)
      read.add(new RecordSet.Cluster(text(cluster, "field"), text(cluster, "of")));
    return List.copyOf(read);
  }

  private static RecordSet.@Nullable Unverified unverified(JsonNode rule) {
    return rule.isMissingNode()
        ? null
        : new RecordSet.Unverified(text(rule, "filter"), text(rule, "because"));
  }

  private static RecordSet.@Nullable Edition edition(JsonNode rule) {
    return rule.isMissingNode()
        ? null
        : new RecordSet.Edition(
            text(rule, "field"), text(rule, "expected"), map(rule.path("names")));
  }

  private static RecordSet.@Nullable Derivation derivation(JsonNode rule) {
    return rule.isMissingNode()
        ? null
        : new RecordSet.Derivation(text(rule, "from"), text(rule, "rule"), text(rule, "sql"));
  }

  private static String text(JsonNode node, String property) {
    var value = node.path(property);
    if (!value.isString()) throw new IllegalStateException("no " + property + " in " + node);
    return value.asString();
  }

  private static @Nullable String optional(JsonNode node, String property) {
    var value = node.path(property);
    return value.isString() ? value.asString() : null;
  }

  private static List<String> texts(JsonNode array) {
    var read = new ArrayList<String>();
    for (var value : array) read.add(value.asString());
    return List.copyOf(read);
  }

  private static Map<String, String> map(JsonNode object) {
    var read = new LinkedHashMap<String, String>();
    for (var property : object.properties())
      read.put(property.getKey(), property.getValue().asString());
    return read;
  }
}
