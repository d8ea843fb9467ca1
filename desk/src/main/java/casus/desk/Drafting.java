package casus.desk;

import casus.attribution.Rule;
import casus.check.Checker;
import casus.check.Files.Reading.Found;
import casus.desk.Opening.Opened;
import casus.desk.ProposalFile.Entry;
import casus.desk.ProposalFile.Kind;
import casus.desk.ProposalFile.Status;
import casus.desk.ProposalFile.Translation;
import casus.model.Dossier;
import casus.text.NearestName;
import casus.text.Problem;
import casus.view.DraftText.Candidate;
import casus.view.DraftText.Draft;
import casus.view.DraftText.Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// From the stored texts of a dossier's sources to candidate claims.
public final class Drafting {
  private Drafting() {}

  /// What came of it.
  public sealed interface Drafted {
    /// @param drafts one for each source that has a stored text
    /// @param remarks what a language model did not answer
    record Done(List<Draft> drafts, List<String> remarks) implements Drafted {}

    /// The dossier has errors, or its file of proposals is broken.
    record Faulty(List<Problem> problems) implements Drafted {}

    /// No source of the dossier has that name.
    record Unknown(String typed, @Nullable String nearest) implements Drafted {}
  }

  /// Reads the sources, and writes `proposals.jsonl` beside the dossier. What was decided before
  /// stays decided.
  ///
  /// @param names of sources; all of them where empty
  /// @param model to read them too, or null
  public static Drafted draft(Opened opened, List<String> names, @Nullable LanguageModel model)
      throws IOException {
    var checked = Checker.check(opened.source(), opened.files(), null);
    var dossier = checked.dossier();
    if (checked.hasErrors() || dossier == null) return new Drafted.Faulty(checked.problems());
    var remarks = new ArrayList<String>();
    var texts = texts(opened, dossier, remarks);
    for (var name : names)
      if (texts.stream().noneMatch(text -> text.source().equals(name)))
        return new Drafted.Unknown(
            name, NearestName.of(name, texts.stream().map(Text::source).toList()));
    var chosen =
        texts.stream().filter(one -> names.isEmpty() || names.contains(one.source())).toList();
    return switch (ProposalFile.beside(opened.file(), opened.source().name())) {
      case ProposalFile.Reading.Broken(var problem) -> new Drafted.Faulty(List.of(problem));
      case ProposalFile.Reading.Found(var file) ->
          draft(opened, dossier, chosen, model, file, remarks);
    };
  }

  /// A stored text to read.
  ///
  /// @param source the name of its source in the dossier, or the one it would have
  private record Text(String source, String title, String path) {}

  /// The stored texts that the dossier names as sources, then those that lie beside it.
  private static List<Text> texts(Opened opened, Dossier dossier, List<String> remarks)
      throws IOException {
    var texts = new LinkedHashMap<String, Text>();
    for (var source : dossier.sources())
      if (source.text() != null)
        texts.putIfAbsent(source.text(), new Text(source.id(), source.title(), source.text()));
    var folder = opened.file().toAbsolutePath().getParent();
    if (folder == null) return List.copyOf(texts.values());
    for (var record : SourceRecord.all(folder, opened.files())) {
      if (texts.containsKey(record.path())) continue;
      if (dossier.source(record.name()) == null)
        texts.put(record.path(), new Text(record.name(), record.title(), record.path()));
      else
        remarks.add(
            record.path()
                + " is not read: source `"
                + record.name()
                + "` of the dossier does not say `text "
                + record.path()
                + "`");
    }
    return List.copyOf(texts.values());
  }

  private static Drafted draft(
      Opened opened,
      Dossier dossier,
      List<Text> texts,
      @Nullable LanguageModel model,
      ProposalFile before,
      List<String> remarks)
      throws IOException {
    var known = new HashMap<String, Entry>();
    before.entries().forEach(entry -> known.put(entry.id(), entry));
    var entries = new LinkedHashMap<String, Entry>();
    var read = new HashSet<String>();
    for (var text : texts) {
      if (!(opened.files().read(text.path()) instanceof Found(var stored))) continue;
      read.add(text.source());
      var record = SourceRecord.beside(opened.files(), text.path(), stored);
      var candidates = new Candidates(text.source(), text.path(), stored, record);
      var found = candidates.all();
      if (model != null) found = asked(candidates, found, model, text.source(), remarks);
      for (var entry : found) entries.putIfAbsent(entry.id(), kept(entry, known.get(entry.id())));
    }
    // What was decided is never forgotten, even where the text has changed since; nor is what a
    // model saw, where none is asked now.
    for (var entry : before.entries())
      if (!read.contains(entry.source())
          || entry.status() != Status.OPEN
          || (model == null && entry.rule().startsWith(Rule.MODEL.label())))
        entries.putIfAbsent(entry.id(), entry);
    var after = new ProposalFile(before.file(), List.copyOf(entries.values()));
    if (!after.entries().equals(before.entries())) after.write();
    return new Drafted.Done(drafts(dossier, texts, after, known.keySet()), remarks);
  }

  private static List<Entry> asked(
      Candidates candidates,
      List<Entry> found,
      LanguageModel model,
      String source,
      List<String> remarks) {
    var modelled = candidates.with(found, model);
    var all = modelled.entries();
    remark(remarks, source, model, modelled.unusable(), modelled.failure());
    if (modelled.failure() != null || !candidates.isForeign()) return all;
    var passages =
        all.stream().filter(one -> one.kind() != Kind.LAW).map(Entry::words).distinct().toList();
    var translations = model.translate(passages);
    remark(remarks, source, model, translations.unusable(), translations.failure());
    return all.stream()
        .map(one -> {
          var english = translations.found().get(one.words());
          return english == null ? one : one.translated(new Translation(english, model.name()));
        })
        .toList();
  }

  private static void remark(
      List<String> remarks,
      String source,
      LanguageModel model,
      int unusable,
      @Nullable String failure) {
    if (unusable > 0)
      remarks.add(
          source
              + ": "
              + unusable
              + (unusable == 1 ? " answer of " : " answers of ")
              + model.name()
              + " pointed at nothing and were left out");
    if (failure != null)
      remarks.add(source + ": " + model.name() + " at " + model.address() + ": " + failure);
  }

  private static Entry kept(Entry fresh, @Nullable Entry known) {
    if (known == null) return fresh;
    var kept = fresh.decided(known.status(), known.became());
    if (kept.agreeing().isEmpty()) kept = kept.agreedWith(known.agreeing());
    return kept.translation() == null && known.translation() != null
        ? kept.translated(known.translation())
        : kept;
  }

  private static List<Draft> drafts(
      Dossier dossier, List<Text> texts, ProposalFile file, Set<String> known) {
    var copies = new Copies(file.entries());
    var drafts = new ArrayList<Draft>();
    for (var text : texts) {
      var own =
          file.entries().stream().filter(entry -> entry.source().equals(text.source())).toList();
      drafts.add(
          new Draft(
              text.source(),
              text.title(),
              text.path(),
              own.stream().map(entry -> candidate(dossier, entry, copies)).toList(),
              (int) own.stream().filter(entry -> !known.contains(entry.id())).count()));
    }
    return drafts;
  }

  private static Candidate candidate(Dossier dossier, Entry entry, Copies copies) {
    return new Candidate(
        entry.id(),
        switch (entry.kind()) {
          case CLAIM -> Group.SAYINGS;
          case FINDING -> Group.NUMBERS;
          case LAW -> Group.LAW;
          case EVENT -> Group.EVENTS;
        },
        entry.line(),
        Described.head(entry),
        Described.manner(dossier, entry),
        entry.translation() == null
            ? entry.words()
            : entry.words() + " = " + entry.translation().english(),
        entry.rule(),
        entry.confidence(),
        status(entry),
        copies.sources(entry));
  }

  private static String status(Entry entry) {
    return switch (entry.status()) {
      case OPEN -> "";
      case REJECTED -> "rejected";
      case ACCEPTED -> "accepted as " + entry.became();
      case COPY -> entry.became() == null ? "rejected with its copy" : "copy of " + entry.became();
    };
  }
}
