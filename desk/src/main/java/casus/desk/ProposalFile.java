package casus.desk;

import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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

  /// What is proposed.
  enum Kind {
    /// Somebody says something.
    CLAIM,
    /// A number that the text gives.
    FINDING,
    /// A treaty or an article that the text mentions.
    LAW,
    /// Something that somebody did.
    EVENT
  }

  /// What was decided.
  enum Status {
    OPEN,
    ACCEPTED,
    REJECTED,
    /// The same words as another one that was decided.
    COPY
  }

  /// A stretch of the stored text.
  record Passage(int start, int end, String text) {}

  /// Who says it, and how the text says so.
  ///
  /// @param speaker the fullest name the text has, or null
  /// @param mention how the text names the speaker there, or null
  /// @param via who passes it on: `Reuters` in `Reuters reported that Berg said`
  record Said(
      @Nullable String speaker,
      @Nullable String mention,
      @Nullable String cue,
      String form,
      String act,
      String polarity,
      String modality,
      @Nullable String addressee,
      @Nullable String via) {}

  /// A number as a finding takes it.
  ///
  /// @param value "0..7%" for under 7 %
  /// @param of what a share is a share of
  /// @param n the size of the sample
  /// @param says who the text has it from
  record Amount(String value, @Nullable String of, @Nullable BigDecimal n, @Nullable String says) {}

  /// An instrument of the treaty library and some of its articles.
  ///
  /// @param instrument its id in the library, or null for one that is not there
  /// @param name how the text names it
  record Law(@Nullable String instrument, String name, List<String> articles) {}

  /// Who did what to whom.
  ///
  /// @param type in PLOVER's words: "threaten"
  /// @param by who, by state and sector: "RUS GOV"
  /// @param against to whom or with whom
  record Deed(String type, List<String> by, List<String> against) {}

  /// The words in English, where the text is in another language.
  ///
  /// @param by who translated: the name of a model
  record Translation(String english, String by) {}

  /// One candidate. Of `said`, `number`, `law` and `deed` it has the one of its kind.
  ///
  /// @param id stays the same while source, words and speaker do
  /// @param source the name of the source in whose text it stands
  /// @param file its stored text, "sources/meduza.md"
  /// @param language of the text, such as "ru"; null where it is not known
  /// @param day when, in the words of the text
  /// @param date the day that is, or the first one, where it can be told
  /// @param rule what found it
  /// @param agreeing what else found the same
  /// @param became the name of the claim or finding it became, or that of which it is a copy
  record Entry(
      String id,
      Kind kind,
      String source,
      String file,
      int line,
      @Nullable String language,
      List<Passage> content,
      @Nullable Translation translation,
      @Nullable Said said,
      @Nullable Amount number,
      @Nullable Law law,
      @Nullable Deed deed,
      @Nullable String day,
      @Nullable LocalDate date,
      String rule,
      double confidence,
      List<String> agreeing,
      Status status,
      @Nullable String became) {

    Entry decided(Status decision, @Nullable String name) {
      return with(translation, agreeing, decision, name);
    }

    Entry translated(Translation into) {
      return with(into, agreeing, status, became);
    }

    Entry agreedWith(List<String> others) {
      return with(translation, others, status, became);
    }

    private Entry with(
        @Nullable Translation into, List<String> others, Status decision, @Nullable String name) {
      return new Entry(
          id,
          kind,
          source,
          file,
          line,
          language,
          content,
          into,
          said,
          number,
          law,
          deed,
          day,
          date,
          rule,
          confidence,
          others,
          decision,
          name);
    }

    /// All that is said, its passages joined.
    String words() {
      return String.join(" … ", content.stream().map(Passage::text).toList());
    }

    /// Who says it, or null.
    @Nullable String speaker() {
      return said == null ? null : said.speaker();
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

  /// The same with some entries changed.
  ProposalFile with(List<Entry> changed) {
    var byId = new HashMap<String, Entry>();
    for (var entry : changed) byId.put(entry.id(), entry);
    return new ProposalFile(
        file, entries.stream().map(entry -> byId.getOrDefault(entry.id(), entry)).toList());
  }

  void write() throws IOException {
    var text = new StringBuilder();
    for (var entry : entries) text.append(JSON.writeValueAsString(entry)).append('\n');
    StoredText.write(file, text.toString());
  }
}
