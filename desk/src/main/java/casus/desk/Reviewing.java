package casus.desk;

import casus.check.Checker;
import casus.check.Files.Reading.Found;
import casus.desk.Insertion.ClaimLine;
import casus.desk.Opening.Opened;
import casus.desk.ProposalFile.Entry;
import casus.desk.ProposalFile.Status;
import casus.model.Dossier;
import casus.syntax.Parser;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
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
  private static final String OPENING = "\"“„«‘";
  private static final String CLOSING = "\"”“»’";

  private final Opened opened;
  private Dossier dossier;
  private String text;
  private ProposalFile file;
  private boolean isRecovered;
  private @Nullable Decision last;

  /// What can be taken back.
  ///
  /// @param before the entries as they were: the one decided, then its copies
  private record Decision(List<Entry> before, String textBefore, String textAfter) {}

  /// What came of opening.
  public sealed interface Opening {
    record Ready(Reviewing review) implements Opening {}

    record Faulty(List<Problem> problems) implements Opening {}
  }

  /// What a candidate would become.
  public enum Becomes {
    CLAIM,
    FINDING,
    /// A line `use treaties/…`.
    USE,
    /// Nothing can be inserted: the dossier has it already, or the library has it not.
    NOTHING
  }

  /// A candidate to decide about.
  ///
  /// @param head who says it, how much it is, or which instrument is named
  /// @param manner how it is said, of what a number is
  /// @param before the words before it in its stored text
  /// @param after those after it
  /// @param claim the words as a claim
  /// @param english the words in English where the text is in another language: a translation,
  ///   empty where there is none; null where the text is English
  /// @param source the source that probably says it: one of the dossier's own if its title names
  ///   the speaker, else the one whose text it is
  /// @param speaker who a new source would be titled after, or null
  /// @param date when it probably was said
  /// @param number of a finding, as the language writes it: "0..7% of adults"
  /// @param copies other sources with the same words
  public record Item(
      String id,
      Becomes becomes,
      String place,
      String head,
      String manner,
      String rule,
      double confidence,
      String before,
      String words,
      String after,
      String claim,
      @Nullable String english,
      String source,
      @Nullable String speaker,
      LocalDate date,
      @Nullable String number,
      List<String> copies) {}

  /// What the analyst makes of a candidate.
  ///
  /// @param source who says it: a source of the dossier, or a new name
  /// @param title of a new source
  /// @param words the claim in the analyst's words
  /// @param number of a finding, as the language writes it
  public record Wording(
      String source, String title, LocalDate date, String words, @Nullable String number) {}

  /// What came of accepting.
  public sealed interface Accepted {
    /// @param lines what was put into the dossier
    /// @param copies sources whose candidates with the same words are decided with it
    record Written(List<String> lines, List<String> copies) implements Accepted {}

    /// The dossier would have errors; nothing was written.
    record Refused(List<Problem> problems) implements Accepted {}
  }

  private Reviewing(Opened opened, Dossier dossier, ProposalFile file) {
    this.opened = opened;
    this.dossier = dossier;
    this.file = file;
    text = opened.source().text();
  }

  /// Opens the candidates to be decided about. What a crash left undone is written down.
  public static Opening open(Opened opened) throws IOException {
    var opening = look(opened);
    if (opening instanceof Opening.Ready(var review) && review.isRecovered) review.file.write();
    return opening;
  }

  /// Opens the candidates to be looked at: nothing is written.
  public static Opening look(Opened opened) {
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

  /// Takes as accepted what the dossier quotes already.
  private void recover() {
    for (var entry : file.entries()) {
      if (entry.status() != Status.OPEN) continue;
      for (var claim : dossier.claims())
        if (claim.quote() != null
            && claim.quote().source().equals(entry.source())
            && same(claim.quote().words(), quote(entry))) {
          file = file.with(List.of(entry.decided(Status.ACCEPTED, claim.id())));
          isRecovered = true;
        }
    }
  }

  private static boolean same(String one, String other) {
    return one.replaceAll("\\s+", " ").strip().equals(other.replaceAll("\\s+", " ").strip());
  }

  /// The longest passage, without the quotation marks around it: what a claim quotes.
  private static String quote(Entry entry) {
    var longest = "";
    for (var passage : entry.content())
      if (passage.text().length() > longest.length()) longest = passage.text();
    return bare(longest);
  }

  /// Words on one line without the marks around them; a mark whose other half is among them stays.
  private static String bare(String words) {
    var line = words.replaceAll("\\s+", " ").strip().replaceAll("[\\s,;:]+$", "");
    var opens = !line.isEmpty() && OPENING.indexOf(line.charAt(0)) >= 0;
    var closes = !line.isEmpty() && CLOSING.indexOf(line.charAt(line.length() - 1)) >= 0;
    var inside =
        line.substring(opens ? 1 : 0, Math.max(opens ? 1 : 0, line.length() - (closes ? 1 : 0)));
    var pairs = inside.chars().filter(c -> (OPENING + CLOSING).indexOf(c) >= 0).count();
    if (opens && closes && line.length() > 1) line = inside;
    else if ((opens || closes) && pairs % 2 == 0) line = inside;
    return line.replaceAll("[\\s,;:]+$", "").strip();
  }

  /// The words as a claim: without the marks around them and the conjunction before them.
  private static String claimed(Entry entry) {
    return bare(entry.words()).replaceFirst("^(?i:that|что|што) ", "");
  }

  /// How many there are in all.
  public int size() {
    return file.entries().size();
  }

  /// Those that nobody has decided about, by source and in the order of its text.
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
        becomes(entry),
        stored.name() + ":" + entry.line(),
        Described.head(entry),
        Described.manner(dossier, entry),
        entry.rule(),
        entry.confidence(),
        stored.text().substring(before(stored.text(), start), start),
        entry.words(),
        stored.text().substring(end, after(stored.text(), end)),
        claimed(entry),
        english(entry),
        saidBy(entry),
        speaker(entry),
        date(entry),
        number(entry),
        openCopies(entry).stream().map(Entry::source).distinct().toList());
  }

  private static @Nullable String english(Entry entry) {
    if (entry.translation() != null) return entry.translation().english();
    return entry.language() == null || entry.language().equals("en") ? null : "";
  }

  private Becomes becomes(Entry entry) {
    return switch (entry.kind()) {
      case CLAIM, EVENT -> Becomes.CLAIM;
      case FINDING -> Becomes.FINDING;
      case LAW -> path(entry) == null ? Becomes.NOTHING : Becomes.USE;
    };
  }

  /// The library's file of an instrument that the dossier does not use yet, or null.
  private @Nullable String path(Entry entry) {
    var law = entry.law();
    if (law == null || law.instrument() == null) return null;
    return Described.isInUse(dossier, law.instrument()) ? null : Library.pathOf(law.instrument());
  }

  private List<Entry> openCopies(Entry entry) {
    return new Copies(file.entries())
        .of(entry).stream().filter(copy -> copy.status() == Status.OPEN).toList();
  }

  /// "0..7% of adults n 1200".
  private static @Nullable String number(Entry entry) {
    var number = entry.number();
    if (number == null) return null;
    var words = new StringBuilder(number.value());
    if (number.of() != null) {
      var of = number.of().replaceAll("[^\\p{L}\\p{N} -]", " ").replaceAll("\\s+", " ").strip();
      if (!of.isEmpty() && !of.matches(".*\\bn\\b.*")) words.append(" of ").append(of);
    }
    if (number.n() != null) words.append(" n ").append(number.n().toPlainString());
    return words.toString();
  }

  /// Who a new source would be.
  private static @Nullable String speaker(Entry entry) {
    var number = entry.number();
    return number == null ? entry.speaker() : number.says();
  }

  private SourceText stored(Entry entry) {
    return opened.files().read(entry.file()) instanceof Found(var source)
        ? source
        : new SourceText(entry.file(), "");
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
    var speaker = speaker(entry);
    if (speaker == null) return entry.source();
    for (var word : speaker.toLowerCase(Locale.ROOT).split("\\W+", -1))
      if (word.length() > 3)
        for (var source : dossier.sources())
          if (source.id().equals(word) || source.title().toLowerCase(Locale.ROOT).contains(word))
            return source.id();
    return entry.source();
  }

  /// The day that the text names for it, else the day of the document where it is known, else that
  /// of the last claim that quotes it, else the dossier's.
  private LocalDate date(Entry entry) {
    if (entry.date() != null && !entry.date().isAfter(dossier.asOf())) return entry.date();
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

  /// Puts a candidate into the dossier. Those of other sources with the same words are decided with
  /// it: a copy is no second witness.
  public Accepted accept(String id, Wording wording) throws IOException {
    var entry = entry(id);
    var problem = reread();
    if (problem != null) return new Accepted.Refused(List.of(problem));
    var lines = new ArrayList<String>();
    var became = "";
    var after = text;
    switch (becomes(entry)) {
      case CLAIM, FINDING -> {
        var stored = unnamed(entry);
        if (stored != null) {
          var inserted = Insertion.source(text(after), stored.statement());
          lines.add(inserted.line());
          after = inserted.after();
        }
        if (!wording.source().equals(entry.source()) && !knows(wording.source())) {
          var inserted =
              Insertion.source(text(after), wording.source(), wording.title(), entry.source());
          lines.add(inserted.line());
          after = inserted.after();
        }
        var number = entry.number() == null ? null : wording.number();
        became = Insertion.freeId(Parser.parse(text(after)), number == null ? 'C' : 'F');
        var line =
            new ClaimLine(
                wording.source(),
                wording.date(),
                wording.words(),
                number,
                entry.source(),
                quote(entry));
        var inserted = Insertion.claim(text(after), became, line);
        lines.add(inserted.line());
        after = inserted.after();
      }
      case USE -> {
        became = Objects.requireNonNull(path(entry));
        var inserted = Insertion.use(text(after), became);
        lines.add(inserted.line());
        after = inserted.after();
      }
      case NOTHING -> became = Described.head(entry);
    }
    var checked = Checker.check(text(after), opened.files(), null);
    if (checked.hasErrors())
      return new Accepted.Refused(checked.problems().stream().filter(Problem::isError).toList());
    var copies = openCopies(entry);
    remember(entry, copies, after);
    dossier = Objects.requireNonNull(checked.dossier());
    decide(entry, Status.ACCEPTED, became, copies);
    return new Accepted.Written(lines, copies.stream().map(Entry::source).distinct().toList());
  }

  /// The stored text of a candidate that the dossier does not name as a source yet, or null.
  private @Nullable SourceRecord unnamed(Entry entry) {
    return knows(entry.source())
        ? null
        : SourceRecord.beside(opened.files(), entry.file(), stored(entry));
  }

  private void decide(Entry entry, Status status, @Nullable String became, List<Entry> copies)
      throws IOException {
    var changed = new ArrayList<>(List.of(entry.decided(status, became)));
    for (var copy : copies) changed.add(copy.decided(Status.COPY, became));
    file = file.with(changed);
    file.write();
  }

  /// What somebody wrote into the dossier meanwhile is kept.
  ///
  /// @return why it cannot be read any more, or null
  private @Nullable Problem reread() {
    return switch (StoredText.read(opened.file())) {
      case StoredText.Text.Whole(var now) -> {
        text = now;
        yield null;
      }
      case StoredText.Text.Unreadable(var because, var content, var at) ->
          Problem.of(
              Code.E701,
              new Place(text(content), new Span(at, at)),
              "the dossier cannot be read any more: " + because);
    };
  }

  private SourceText text(String content) {
    return new SourceText(opened.source().name(), content);
  }

  /// @throws IOException if the dossier cannot be written
  private void remember(Entry entry, List<Entry> copies, String after) throws IOException {
    var before = new ArrayList<>(List.of(entry));
    before.addAll(copies);
    last = new Decision(before, text, after);
    if (!after.equals(text)) StoredText.write(opened.file(), after);
    text = after;
  }

  /// @return the sources whose candidates with the same words are rejected with it
  public List<String> reject(String id) throws IOException {
    var entry = entry(id);
    var copies = openCopies(entry);
    remember(entry, copies, text);
    decide(entry, Status.REJECTED, null, copies);
    return copies.stream().map(Entry::source).distinct().toList();
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
    return decision.before().getFirst().id();
  }
}
