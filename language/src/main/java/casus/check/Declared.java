package casus.check;

import casus.model.Origin;
import casus.text.Place;
import casus.text.SourceText;
import casus.text.Span;

/// A piece of syntax and the file it stands in; its own spans say where.
record Declared<S>(S syntax, SourceText source) {
  <T> Declared<T> with(T part) {
    return new Declared<>(part, source);
  }

  Place at(Span span) {
    return new Place(source, span);
  }

  Origin origin(Span span) {
    return origin(at(span));
  }

  static Origin origin(Place place) {
    var source = place.source();
    var start = place.span().start();
    return new Origin(source.name(), source.line(start), source.column(start));
  }

  /// The characters of a span on one line, runs of blanks as one.
  String slice(Span span) {
    return source.slice(span).strip().replaceAll("\\s+", " ");
  }
}
