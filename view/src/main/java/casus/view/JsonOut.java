package casus.view;

import casus.answer.Interval;
import casus.model.Origin;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// One JSON object being written, its properties in the order given. Numbers are not rounded; what
/// is not a finite number is null.
final class JsonOut {
  private static final double ROUNDING = 1e-9;
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectNameValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");

  private final JsonGenerator generator;

  private JsonOut(JsonGenerator generator) {
    this.generator = generator;
  }

  /// A whole document, ending in a line feed.
  static String document(Consumer<JsonOut> properties) {
    var text = new StringWriter();
    try (var generator = new JsonFactory().createGenerator(new Pretty(), text)) {
      generator.writeStartObject();
      properties.accept(new JsonOut(generator));
      generator.writeEndObject();
    }
    return text + "\n";
  }

  private static final class Pretty extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(INDENTER);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }

  JsonOut text(String name, @Nullable String value) {
    generator.writeName(name);
    if (value == null) generator.writeNull();
    else generator.writeString(value);
    return this;
  }

  JsonOut number(String name, double value) {
    generator.writeName(name);
    if (Double.isFinite(value)) generator.writeNumber(value);
    else generator.writeNull();
    return this;
  }

  /// A probability; what lies outside 0 to 1 by the rounding of floating-point sums alone is put
  /// right.
  JsonOut probability(String name, double value) {
    return number(name, unit(value));
  }

  JsonOut probability(String name, @Nullable Double value) {
    return probability(name, value == null ? Double.NaN : value.doubleValue());
  }

  private static double unit(double value) {
    var nearest = Math.clamp(value, 0, 1);
    return Math.abs(value - nearest) < ROUNDING ? nearest : value;
  }

  JsonOut count(String name, long value) {
    generator.writeName(name).writeNumber(value);
    return this;
  }

  JsonOut flag(String name, boolean value) {
    generator.writeName(name).writeBoolean(value);
    return this;
  }

  /// `[low, high]`, or null where there is none.
  JsonOut interval(String name, @Nullable Interval value) {
    generator.writeName(name);
    if (value == null || !Double.isFinite(value.low()) || !Double.isFinite(value.high())) {
      generator.writeNull();
      return this;
    }
    generator.writeStartArray();
    generator.writeNumber(unit(value.low()));
    generator.writeNumber(unit(value.high()));
    generator.writeEndArray();
    return this;
  }

  /// Numbers that are finite, or null where there are none.
  JsonOut numbers(String name, @Nullable List<Double> values) {
    generator.writeName(name);
    if (values == null) {
      generator.writeNull();
      return this;
    }
    generator.writeStartArray();
    for (var value : values) generator.writeNumber(value);
    generator.writeEndArray();
    return this;
  }

  JsonOut texts(String name, List<String> values) {
    generator.writeName(name).writeStartArray();
    values.forEach(generator::writeString);
    generator.writeEndArray();
    return this;
  }

  JsonOut texts(String name, Map<String, String> values) {
    return object(name, values, (out, map) -> map.forEach(out::text));
  }

  JsonOut place(String name, @Nullable Origin value) {
    return object(
        name,
        value,
        (out, origin) ->
            out.text("file", origin.file())
                .count("line", origin.line())
                .count("column", origin.column()));
  }

  /// Writes the properties of a value's object.
  interface Properties<T> {
    void write(JsonOut out, T value);
  }

  /// An object, or null where there is no value.
  <T> JsonOut object(String name, @Nullable T value, Properties<T> properties) {
    generator.writeName(name);
    if (value == null) {
      generator.writeNull();
      return this;
    }
    generator.writeStartObject();
    properties.write(this, value);
    generator.writeEndObject();
    return this;
  }

  /// An array of objects.
  <T> JsonOut array(String name, List<T> values, Properties<T> properties) {
    generator.writeName(name).writeStartArray();
    for (var value : values) {
      generator.writeStartObject();
      properties.write(this, value);
      generator.writeEndObject();
    }
    generator.writeEndArray();
    return this;
  }
}
