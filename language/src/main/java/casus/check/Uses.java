package casus.check;

import casus.syntax.Document;
import casus.syntax.Name;
import casus.syntax.Parser;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Loads a file and all that it uses, directly and through others, each once.
final class Uses {
  /// A parsed file.
  ///
  /// @param path as written after `use`; empty for the file that was asked for
  record Loaded(String path, Document document) {
    /// Whether the file belongs to the treaty library rather than to the dossier's own folder.
    boolean isLibrary() {
      return !path.isEmpty() && !path.startsWith(".");
    }

    SourceText source() {
      return document.source();
    }
  }

  private final Files files;
  private final Findings findings;
  private final List<Loaded> loaded = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Deque<Loaded> chain = new ArrayDeque<>();

  private Uses(Files files, Findings findings) {
    this.files = files;
    this.findings = findings;
  }

  /// The file and what it uses, in order of first use, the file itself first.
  static List<Loaded> load(SourceText main, Files files, Findings findings) {
    var uses = new Uses(files, findings);
    uses.follow(new Loaded("", Parser.parse(main)));
    return List.copyOf(uses.loaded);
  }

  private void follow(Loaded file) {
    loaded.add(file);
    file.document().problems().forEach(findings::add);
    chain.addLast(file);
    for (var statement : file.document().statements())
      if (statement instanceof Statement.Use use)
        for (var path : use.paths()) use(path, new Place(file.source(), path.span()));
    chain.removeLast();
  }

  private void use(Name path, Place place) {
    switch (files.read(path.text())) {
      case Files.Reading.Found(SourceText source) -> found(path.text(), source, place);
      case Files.Reading.Missing(List<String> nearest) ->
          findings.add(
              Problem.of(Code.E701, place, "there is no file `" + path.text() + "`")
                  .expecting("a file of the treaty library, or ./PATH inside the dossier's folder")
                  .hint(nearest.isEmpty() ? null : nearest.getFirst()));
      case Files.Reading.Outside() ->
          findings.add(
              Problem.of(Code.E702, place, "`" + path.text() + "` leads out of the dossier")
                  .expecting("a path inside the dossier's folder"));
      case Files.Reading.Unreadable(String reason) ->
          findings.add(
              Code.E701, place, "the file `" + path.text() + "` cannot be read: " + reason);
    }
  }

  private void found(String path, SourceText source, Place place) {
    for (var open : chain)
      if (open.path().equals(path) || open.source().name().equals(source.name())) {
        circle(open, place);
        return;
      }
    if (seen.add(path)) follow(new Loaded(path, Parser.parse(source)));
  }

  private void circle(Loaded start, Place place) {
    var circle =
        chain.stream()
            .dropWhile(file -> file.source() != start.source())
            .map(file -> "`" + file.source().name() + "`")
            .collect(Collectors.joining(" uses "));
    findings.add(
        Problem.of(
                Code.E703, place, circle + " uses `" + start.source().name() + "`: a full circle")
            .expecting("what both need in a third file"));
  }
}
