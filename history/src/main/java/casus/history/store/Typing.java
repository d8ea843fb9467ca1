package casus.history.store;

import casus.history.Field;
import casus.history.RecordSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The columns of a file as columns of a set: which is which, and how texts become values.
///
/// @param columns in the order of the file
record Typing(RecordSet set, List<Column> columns) {

  /// @param written its name in the file, made unique
  /// @param field the column of the set, or null where the set does not describe it
  record Column(String written, @Nullable Field field) {
    /// The name under which it is kept.
    String kept() {
      return field == null ? written : field.name();
    }

    /// The name of the column in the engine, and its texts without blanks around them, null where
    /// nothing is left.
    String trimmed() {
      return "nullif(trim(%1$s), '') as %1$s".formatted(Engine.name(written));
    }

    /// The text as it stands in a relation of trimmed texts, null where it is blank.
    String text() {
      var text = Engine.name(written);
      if (field == null) return text;
      for (var blank : field.blanks()) text = "nullif(" + text + ", " + Engine.literal(blank) + ")";
      if (field.recoded().isEmpty()) return text;
      var cases = new StringBuilder("case ").append(text);
      field
          .recoded()
          .forEach((from, to) ->
              cases
                  .append(" when ")
                  .append(Engine.literal(from))
                  .append(" then ")
                  .append(Engine.literal(to)));
      return cases.append(" else ").append(text).append(" end").toString();
    }

    /// The value, null where there is none or it is of another type.
    String value(Field.Type type) {
      var text = text();
      return switch (type) {
        case TEXT -> text;
        case NUMBER -> "try_cast(" + text + " as double)";
        case WHOLE ->
            "case when try_cast(%1$s as bigint) = try_cast(%1$s as double) then try_cast(%1$s as bigint) end"
                .formatted(text);
        case DATE -> "try_cast(" + text + " as date)";
        case FLAG ->
            "case when lower(%1$s) in ('true', '1', 'yes') then true when lower(%1$s) in ('false', '0', 'no') then false end"
                .formatted(text);
        case LIST ->
            "list_filter(list_transform(string_split(%s, %s), lambda v: trim(v)), lambda v: v <> '')"
                .formatted(text, Engine.literal(field == null ? ";" : field.delimiter()));
      };
    }
  }

  /// Which column of a file is which of the set.
  static Typing of(RecordSet set, List<String> header) {
    var columns = new ArrayList<Column>();
    var names = new HashSet<String>();
    var taken = new HashSet<String>();
    for (var i = 0; i < header.size(); i++) {
      var written = header.get(i).isEmpty() ? "column-" + (i + 1) : header.get(i);
      while (!names.add(written.toLowerCase(Locale.ROOT))) written += "-" + (i + 1);
      var field = set.field(written).filter(known -> taken.add(known.name())).orElse(null);
      columns.add(new Column(written, field));
    }
    return new Typing(set, List.copyOf(columns));
  }

  Optional<Column> column(String field) {
    return columns.stream()
        .filter(column -> column.field() != null && column.field().name().equals(field))
        .findFirst();
  }
}
