package casus.desk;

import casus.attribution.Attribution;
import casus.attribution.Proposal;
import casus.check.Checker;
import casus.check.Files.Reading.Found;
import casus.desk.Opening.Opened;
import casus.desk.ProposalFile.Entry;
import casus.desk.ProposalFile.Passage;
import casus.desk.ProposalFile.Status;
import casus.document.Masked;
import casus.model.Dossier;
import casus.model.Source;
import casus.text.NearestName;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import casus.view.DraftText.Candidate;
import casus.view.DraftText.Draft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// From the stored texts of a dossier's sources to candidate claims.
public final class Drafting {
  /// Two passages of so many runs of four words in common are copies of one.
  private static final double ALIKE = 0.6;

  private static final int RUN = 4;

  private Drafting() {}

  /// What came of it.
  public sealed interface Drafted {
    /// @param drafts one for each source that has a stored text
    record Done(List<Draft> drafts) implements Drafted {}

    /// The dossier has errors, or its file of proposals is broken.
    record Faulty(List<Problem> problems) implements Drafted {}

    /// No source of the dossier has that name.
    record Unknown(String typed, @Nullable String nearest) implements Drafted {}
  }

  /// Reads the sources, and writes `proposals.jsonl` beside the dossier. What was decided before
  /// stays decided.
  ///
  /// @param names of sources; all of them where empty
  public static Drafted draft(Opened opened, List<String> names) throws IOException {
    var checked = Checker.check(opened.source(), opened.files(), null);
    var dossier = checked.dossier();
    if (checked.hasErrors() || dossier == null) return new Drafted.Faulty(checked.problems());
    for (var name : names)
      if (dossier.source(name) == null)
        return new Drafted.Unknown(
            name, NearestName.of(name, dossier.sources().stream().map(Source::id).toList()));
    return switch (ProposalFile.beside(opened.file(), opened.source().name())) {
      case ProposalFile.Reading.Broken(var problem) -> new Drafted.Faulty(List.of(problem));
      case ProposalFile.Reading.Found(var file) -> draft(opened, dossier, names, file);
    };
  }

  private static Drafted draft(
      Opened opened, Dossier dossier, List<String> names, ProposalFile before) throws IOException {
    var known = new HashMap<String, Entry>();
    before.entries().forEach(entry -> known.put(entry.id(), entry));
    var entries = new LinkedHashMap<String, Entry>();
    var texts = new LinkedHashMap<String, Source>();
    for (var source : dossier.sources())
      if (source.text() != null && (names.isEmpty() || names.contains(source.id())))
        texts.putIfAbsent(source.text(), source);
    var read = new HashSet<String>();
    for (var text : texts.entrySet()) {
      if (!(opened.files().read(text.getKey()) instanceof Found(var stored))) continue;
      read.add(text.getValue().id());
      var record = SourceRecord.beside(opened.files(), text.getKey(), stored);
      var masked = record == null ? List.<Span>of() : spans(record.masked());
      for (var entry : entries(text.getValue(), text.getKey(), stored, masked))
        entries.putIfAbsent(entry.id(), kept(entry, known.get(entry.id())));
    }
    // What was decided is never forgotten, even where the text has changed since.
    for (var entry : before.entries())
      if (!read.contains(entry.source()) || entry.status() != Status.OPEN)
        entries.putIfAbsent(entry.id(), entry);
    var after = new ProposalFile(before.file(), List.copyOf(entries.values()));
    if (!after.entries().equals(before.entries())) after.write();
    return new Drafted.Done(drafts(texts, after, known.keySet()));
  }

  private static Entry kept(Entry fresh, @Nullable Entry known) {
    return known == null ? fresh : fresh.decided(known.status(), known.claim());
  }

  private static List<Span> spans(List<Masked> masked) {
    return masked.stream().map(Masked::span).toList();
  }

  private static List<Entry> entries(
      Source source, String file, SourceText stored, List<Span> masked) {
    var entries = new ArrayList<Entry>();
    for (var proposal : new Attribution().of(stored.text(), masked))
      entries.add(entry(source, file, stored, proposal));
    return entries;
  }

  private static Entry entry(Source source, String file, SourceText stored, Proposal proposal) {
    var content = new ArrayList<Passage>();
    for (var passage : proposal.content())
      content.add(new Passage(passage.span().start(), passage.span().end(), passage.text()));
    var speaker = proposal.speaker();
    var cue = proposal.cue();
    var addressee = proposal.addressee();
    var day = proposal.day();
    var name = speaker == null ? null : speaker.name();
    return new Entry(
        id(source.id(), name, content),
        source.id(),
        file,
        stored.line(content.getFirst().start()),
        name,
        speaker == null ? null : speaker.mention().text(),
        cue == null ? null : cue.text(),
        content,
        word(proposal.form()),
        word(proposal.manner().act()),
        word(proposal.manner().polarity()),
        word(proposal.manner().modality()),
        addressee == null ? null : addressee.text(),
        day == null ? null : day.text(),
        proposal.rule().label(),
        proposal.confidence(),
        Status.OPEN,
        null);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// A name that does not depend on where in the text it stands.
  private static String id(String source, @Nullable String speaker, List<Passage> content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((source + "\n" + speaker).getBytes(StandardCharsets.UTF_8));
      for (var passage : content)
        digest.update(("\n" + passage.text()).getBytes(StandardCharsets.UTF_8));
      return "p" + HexFormat.of().formatHex(digest.digest(), 0, 4);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<Draft> drafts(
      Map<String, Source> texts, ProposalFile file, Set<String> known) {
    var runs = new HashMap<String, Set<String>>();
    for (var entry : file.entries()) runs.put(entry.id(), runs(entry.words()));
    var drafts = new ArrayList<Draft>();
    for (var text : texts.entrySet()) {
      var source = text.getValue();
      var own =
          file.entries().stream().filter(entry -> entry.source().equals(source.id())).toList();
      drafts.add(
          new Draft(
              source.id(),
              source.title(),
              text.getKey(),
              own.stream().map(entry -> candidate(entry, file, runs)).toList(),
              (int) own.stream().filter(entry -> !known.contains(entry.id())).count()));
    }
    return drafts;
  }

  private static Candidate candidate(
      Entry entry, ProposalFile file, Map<String, Set<String>> runs) {
    var also = new ArrayList<String>();
    var mine = runs.getOrDefault(entry.id(), Set.of());
    for (var other : file.entries())
      if (!other.source().equals(entry.source())
          && !also.contains(other.source())
          && alike(mine, runs.getOrDefault(other.id(), Set.of()))) also.add(other.source());
    return new Candidate(
        entry.id(),
        entry.line(),
        entry.speaker(),
        entry.polarity().equals("asserted") ? entry.act() : entry.act() + ", " + entry.polarity(),
        entry.form(),
        entry.words(),
        entry.rule(),
        entry.confidence(),
        status(entry),
        also);
  }

  private static String status(Entry entry) {
    return switch (entry.status()) {
      case OPEN -> "open";
      case REJECTED -> "rejected";
      case ACCEPTED -> "accepted as " + entry.claim();
    };
  }

  private static boolean alike(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) return false;
    var common = one.stream().filter(other::contains).count();
    return common >= ALIKE * Math.min(one.size(), other.size());
  }

  private static Set<String> runs(String words) {
    var all =
        words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} ]", "").strip().split(" +", -1);
    var runs = new HashSet<String>();
    for (var i = 0; i + RUN <= all.length; i++)
      runs.add(String.join(" ", List.of(all).subList(i, i + RUN)));
    return runs;
  }
}
