package casus.desk;

import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// The candidate claims of a dossier on disk, `proposals.jsonl` beside it: one a line, with what
/// was decided about each. The file is replaced in one step, so that a crash leaves the old one.
record ProposalFile(Path file, List<Entry> entries) {
  private static final String NAME = "proposals.jsonl";

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  /// What was decided.
  enum Status {
    OPEN,
    ACCEPTED,
    REJECTED
  }

  /// A stretch of the stored text.
  record Passage(int start, int end, String text) {}

  /// One candidate.
  ///
  /// @param id stays the same while source, words and speaker do
  /// @param source the name of the source in whose text it stands
  /// @param file its stored text, "sources/meduza.md"
  /// @param speaker the fullest name the text has, or null
  /// @param claim the name of the claim it became, or null
  record Entry(
      String id,
      String source,
      String file,
      int line,
      @Nullable String speaker,
      @Nullable String mention,
      @Nullable String cue,
      List<Passage> content,
      String form,
      String act,
      String polarity,
      String modality,
      @Nullable String addressee,
      @Nullable String day,
      String rule,
      double confidence,
      Status status,
      @Nullable String claim) {

    Entry decided(Status decision, @Nullable String became) {
      return new Entry(
          id,
          source,
          file,
          line,
          speaker,
          mention,
          cue,
          content,
          form,
          act,
          polarity,
          modality,
          addressee,
          day,
          rule,
          confidence,
          decision,
          became);
    }

    /// All that is said, its passages joined.
    String words() {
      return String.join(" … ", content.stream().map(Passage::text).toList());
    }
  }

  /// What came of reading.
  sealed interface Reading {
    record Found(ProposalFile file) implements Reading {}

    record Broken(Problem problem) implements Reading {}
  }

  /// The file beside a dossier; empty where there is none.
  ///
  /// @param dossier the dossier's file
  /// @param shown the dossier as the user named it
  static Reading beside(Path dossier, String shown) {
    var file = dossier.resolveSibling(NAME);
    var name = shown.substring(0, shown.lastIndexOf('/') + 1) + NAME;
    if (!Files.exists(file)) return new Reading.Found(new ProposalFile(file, List.of()));
    return switch (StoredText.read(file)) {
      case StoredText.Text.Unreadable(var because, var text, var at) ->
          broken(new SourceText(name, text), at, at, "the file cannot be read: " + because);
      case StoredText.Text.Whole(var text) -> read(file, new SourceText(name, text));
    };
  }

  private static Reading read(Path file, SourceText source) {
    var entries = new ArrayList<Entry>();
    var start = 0;
    for (var line : source.text().lines().toList()) {
      try {
        if (!line.isBlank()) entries.add(JSON.readValue(line, Entry.class));
      } catch (JacksonException wrong) {
        return broken(source, start, start + line.length(), "the line is no proposal");
      }
      start = source.text().indexOf('\n', start) + 1;
    }
    return new Reading.Found(new ProposalFile(file, entries));
  }

  private static Reading broken(SourceText source, int start, int end, String found) {
    return new Reading.Broken(
        Problem.of(Code.E701, new Place(source, new Span(start, end)), found)
            .hint("`casus draft` writes the file anew if you remove it; what was decided is lost"));
  }

  /// The same with one entry changed.
  ProposalFile with(Entry changed) {
    return new ProposalFile(
        file, entries.stream().map(e -> e.id().equals(changed.id()) ? changed : e).toList());
  }

  void write() throws IOException {
    var text = new StringBuilder();
    for (var entry : entries) text.append(JSON.writeValueAsString(entry)).append('\n');
    StoredText.write(file, text.toString());
  }
}
