package casus.syntax;

import casus.text.Code;
import casus.text.Span;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a syntax tree as text without its places, so that tests can compare what was meant.
final class Tree {
  /// The accessors of a record's components, apart from places; looked up once for each type.
  private static final ClassValue<Method[]> PARTS =
      new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .filter(component -> !component.getType().equals(Span.class))
              .map(RecordComponent::getAccessor)
              .toArray(Method[]::new);
        }
      };

  private Tree() {}

  /// `Fact(hostile, "most would", Prior(Chance([Case(Percent(0.3, -), -, -)])), [])`; a dash is
  /// null.
  static String of(@Nullable Object node) {
    return switch (node) {
      case null -> "-";
      case Name name -> name.text();
      case Quoted quoted -> '"' + quoted.text() + '"';
      case Day day -> day.day() + (day.whole() ? "" : "~");
      case Atom atom -> atom.text();
      case List<?> list -> list.stream().map(Tree::of).collect(Collectors.joining(", ", "[", "]"));
      case Record record -> ofRecord(record);
      default -> String.valueOf(node);
    };
  }

  /// What a document means, and what is wrong with it apart from its indentation.
  static String of(Document document) {
    return document.title()
        + lines(document.statements())
        + lines(document.expectations())
        + lines(document.prose())
        + document.problems().stream()
            .filter(problem -> !problem.code().equals(Code.E104))
            .map(problem -> "\n" + problem.code() + " " + problem.found())
            .collect(Collectors.joining());
  }

  private static String lines(List<?> nodes) {
    return nodes.stream().map(node -> "\n" + of(node)).collect(Collectors.joining());
  }

  private static String ofRecord(Record record) {
    return Arrays.stream(PARTS.get(record.getClass()))
        .map(part -> of(value(record, part)))
        .collect(Collectors.joining(", ", record.getClass().getSimpleName() + "(", ")"));
  }

  private static @Nullable Object value(Record record, Method part) {
    try {
      return part.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
