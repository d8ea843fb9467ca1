package casus.desk;

import casus.check.Checker;
import casus.check.Files.Reading.Found;
import casus.desk.Insertion.ClaimLine;
import casus.desk.Opening.Opened;
import casus.desk.ProposalFile.Entry;
import casus.desk.ProposalFile.Status;
import casus.model.Dossier;
import casus.syntax.Parser;
import casus.text.Problem;
import casus.text.SourceText;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Candidate claims, decided one by one. Each decision is on disk before the next is asked for: the
/// dossier first, then the file of proposals. A crash between the two is seen at the next start,
/// because the words are quoted in the dossier then.
public final class Reviewing {
  private final Opened opened;
  private Dossier dossier;
  private String text;
  private ProposalFile file;
  private @Nullable Decision last;

  /// What can be taken back.
  private record Decision(Entry before, String textBefore, String textAfter) {}

  /// What came of opening.
  public sealed interface Opening {
    record Ready(Reviewing review) implements Opening {}

    record Faulty(List<Problem> problems) implements Opening {}
  }

  /// A candidate to decide about.
  ///
  /// @param before the words before it in its stored text
  /// @param after those after it
  /// @param source the source that probably says it: one of the dossier's own if its title names
  ///   the speaker, else the one whose text it is
  /// @param date when it probably was said
  public record Item(
      String id,
      String place,
      @Nullable String speaker,
      String manner,
      String rule,
      double confidence,
      String before,
      String words,
      String after,
      String source,
      LocalDate date) {}

  /// What came of accepting.
  public sealed interface Accepted {
    /// @param lines what was put into the dossier
    record Written(String claim, List<String> lines) implements Accepted {}

    /// The dossier would have errors; nothing was written.
    record Refused(List<Problem> problems) implements Accepted {}
  }

  private Reviewing(Opened opened, Dossier dossier, ProposalFile file) {
    this.opened = opened;
    this.dossier = dossier;
    this.file = file;
    text = opened.source().text();
  }

  public static Opening open(Opened opened) throws IOException {
    var checked = Checker.check(opened.source(), opened.files(), null);
    var dossier = checked.dossier();
    if (checked.hasErrors() || dossier == null) return new Opening.Faulty(checked.problems());
    return switch (ProposalFile.beside(opened.file(), opened.source().name())) {
      case ProposalFile.Reading.Broken(var problem) -> new Opening.Faulty(List.of(problem));
      case ProposalFile.Reading.Found(var file) -> {
        var review = new Reviewing(opened, dossier, file);
        review.recover();
        yield new Opening.Ready(review);
      }
    };
  }

  /// Marks as accepted what the dossier quotes already.
  private void recover() throws IOException {
    var changed = false;
    for (var entry : file.entries()) {
      if (entry.status() != Status.OPEN) continue;
      for (var claim : dossier.claims())
        if (claim.quote() != null
            && claim.quote().source().equals(entry.source())
            && same(claim.quote().words(), quote(entry))) {
          file = file.with(entry.decided(Status.ACCEPTED, claim.id()));
          changed = true;
        }
    }
    if (changed) file.write();
  }

  private static boolean same(String one, String other) {
    return one.replaceAll("\\s+", " ").strip().equals(other.replaceAll("\\s+", " ").strip());
  }

  /// The longest passage, without its quotation marks: what a claim quotes.
  private static String quote(Entry entry) {
    var longest = "";
    for (var passage : entry.content())
      if (passage.text().length() > longest.length()) longest = passage.text();
    return longest.replaceAll("^[\\s\"“”„«»‘’']+|[\\s\"“”„«»‘’',;]+$", "").replaceAll("\\s+", " ");
  }

  /// How many there are in all.
  public int size() {
    return file.entries().size();
  }

  /// Those that nobody has decided about, the surest first within a source.
  public List<String> open() {
    return file.entries().stream()
        .filter(entry -> entry.status() == Status.OPEN)
        .map(Entry::id)
        .toList();
  }

  private Entry entry(String id) {
    return file.entries().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
  }

  public Item item(String id) {
    var entry = entry(id);
    var stored = stored(entry);
    var first = entry.content().getFirst();
    var lastPassage = entry.content().getLast();
    var length = stored.text().length();
    var start = Math.min(first.start(), length);
    var end = Math.min(lastPassage.end(), length);
    return new Item(
        id,
        stored.name() + ":" + entry.line(),
        entry.speaker(),
        manner(entry),
        entry.rule(),
        entry.confidence(),
        stored.text().substring(before(stored.text(), start), start),
        entry.words(),
        stored.text().substring(end, after(stored.text(), end)),
        saidBy(entry),
        date(entry));
  }

  private SourceText stored(Entry entry) {
    return opened.files().read(entry.file()) instanceof Found(var source)
        ? source
        : new SourceText(entry.file(), "");
  }

  private static String manner(Entry entry) {
    var parts = new ArrayList<String>();
    parts.add(entry.act());
    parts.add(entry.form());
    if (!entry.polarity().equals("asserted")) parts.add(entry.polarity());
    if (!entry.modality().equals("actual")) parts.add(entry.modality());
    if (entry.addressee() != null) parts.add("to " + entry.addressee());
    if (entry.day() != null) parts.add(entry.day());
    return String.join(", ", parts);
  }

  /// The beginning of the line, or a few words back.
  private static int before(String text, int at) {
    return Math.max(Math.max(0, at - 160), text.lastIndexOf('\n', Math.max(0, at - 1)) + 1);
  }

  private static int after(String text, int at) {
    var feed = text.indexOf('\n', at);
    return Math.min(Math.min(text.length(), at + 160), feed < 0 ? text.length() : feed);
  }

  private String saidBy(Entry entry) {
    if (entry.speaker() == null) return entry.source();
    for (var word : entry.speaker().toLowerCase(Locale.ROOT).split("\\W+", -1))
      if (word.length() > 3)
        for (var source : dossier.sources())
          if (source.id().equals(word) || source.title().toLowerCase(Locale.ROOT).contains(word))
            return source.id();
    return entry.source();
  }

  /// The day of the document where it is known, else that of the last claim that quotes it, else
  /// the dossier's.
  private LocalDate date(Entry entry) {
    var record = SourceRecord.beside(opened.files(), entry.file(), stored(entry));
    var published = record == null ? null : record.about().date();
    if (published != null && !published.isAfter(dossier.asOf())) return published;
    return dossier.claims().stream()
        .filter(claim -> claim.quote() != null && claim.quote().source().equals(entry.source()))
        .map(claim -> claim.date())
        .max(LocalDate::compareTo)
        .orElse(dossier.asOf());
  }

  /// Whether the dossier has a source of that name.
  public boolean knows(String source) {
    return dossier.source(source) != null;
  }

  /// Puts a claim into the dossier.
  ///
  /// @param source who says it: a source of the dossier, or a new name
  /// @param title of a new source
  /// @param words the claim in the analyst's words
  public Accepted accept(String id, String source, String title, LocalDate date, String words)
      throws IOException {
    var entry = entry(id);
    var lines = new ArrayList<String>();
    var after = text;
    if (!knows(source)) {
      var inserted = Insertion.source(text(after), source, title, entry.source());
      lines.add(inserted.line());
      after = inserted.after();
    }
    var claim = Insertion.freeId(Parser.parse(text(after)));
    var line = new ClaimLine(source, date, words, entry.source(), quote(entry));
    var inserted = Insertion.claim(text(after), claim, line);
    lines.add(inserted.line());
    after = inserted.after();
    var checked = Checker.check(text(after), opened.files(), null);
    if (checked.hasErrors())
      return new Accepted.Refused(checked.problems().stream().filter(Problem::isError).toList());
    remember(entry, after);
    dossier = Objects.requireNonNull(checked.dossier());
    file = file.with(entry.decided(Status.ACCEPTED, claim));
    file.write();
    return new Accepted.Written(claim, lines);
  }

  private SourceText text(String content) {
    return new SourceText(opened.source().name(), content);
  }

  /// @throws IOException if the dossier cannot be written
  private void remember(Entry entry, String after) throws IOException {
    last = new Decision(entry, text, after);
    StoredText.write(opened.file(), after);
    text = after;
  }

  public void reject(String id) throws IOException {
    var entry = entry(id);
    last = new Decision(entry, text, text);
    file = file.with(entry.decided(Status.REJECTED, null));
    file.write();
  }

  /// Takes the last decision back, if the dossier was not changed by somebody else since.
  ///
  /// @return the id of what is open again, or null where there is nothing to take back
  public @Nullable String undo() throws IOException {
    var decision = last;
    if (decision == null) return null;
    if (!decision.textBefore().equals(decision.textAfter())) {
      if (!(StoredText.read(opened.file()) instanceof StoredText.Text.Whole(var now))
          || !now.equals(decision.textAfter())) return null;
      StoredText.write(opened.file(), decision.textBefore());
      text = decision.textBefore();
      dossier = Objects.requireNonNull(Checker.check(text(text), opened.files(), null).dossier());
    }
    file = file.with(decision.before());
    file.write();
    last = null;
    return decision.before().id();
  }
}
