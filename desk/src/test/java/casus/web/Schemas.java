package casus.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The schemas of `docs/schema`, and what refers to them.
final class Schemas {
  private static final String BASE = "https://casus.invalid/";

  private Schemas() {}

  /// @param schema whose references are relative to `docs/schema`
  static void assertValid(JsonNode schema, String json) throws IOException {
    var registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(all()));
    var named = ((ObjectNode) schema.deepCopy()).put("$id", BASE + "asked").toString();
    var found = registry.getSchema(named, InputFormat.JSON).validate(json, InputFormat.JSON);
    assertThat(found).isEmpty();
  }

  private static Map<String, String> all() {
    var all = new TreeMap<String, String>();
    try (var files = Files.newDirectoryStream(Served.ROOT.resolve("docs/schema"), "*.json")) {
      for (var file : files) all.put(BASE + file.getFileName(), Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return all;
  }
}
