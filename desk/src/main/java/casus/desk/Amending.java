package casus.desk;

import casus.answer.WhatIf;
import casus.answer.WhatIf.Changes;
import casus.desk.Edition.Turning;
import casus.desk.Opening.Opened;
import casus.model.Quantity;
import casus.text.Problem;
import casus.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was tried with sliders and switches, put into the dossier's text: as a scenario, or as
/// other numbers. Nothing is written here; [Editing] does, if the file is still the same.
public final class Amending {
  /// How far a number that was read again may be from the one meant: what rounding moves it.
  private static final double ROUNDING = 0.006;

  private Amending() {}

  /// The text as it would be.
  public sealed interface Amended {
    /// @param before the text now
    /// @param hash of the text now
    /// @param after the text as it would be
    /// @param done what changes, a sentence each
    /// @param left what was tried and cannot be written, a sentence each
    record Ready(String before, String hash, String after, List<String> done, List<String> left)
        implements Amended {}

    /// @param left why not, a sentence each
    record Nothing(List<String> left) implements Amended {}

    /// The text would have errors.
    record Faulty(List<Problem> problems) implements Amended {}
  }

  /// A scenario that supposes the facts that were switched.
  ///
  /// @param name or empty, for one made from the words
  /// @param words what happens, for a reader
  public static Amended scenario(OpenDossier dossier, String name, String words, Changes changes) {
    var edition = dossier.edition();
    if (!(edition.opening() instanceof Opened opened))
      return new Amended.Faulty(edition.problems());
    var left = new ArrayList<String>();
    for (var number : labels(edition, changes).values())
      left.add("A scenario holds no numbers: " + number + " stays as it is written.");
    for (var reading : changes.readings().keySet())
      left.add("A scenario holds no readings: " + reading + " stays as it is shown.");
    var supposed = new ArrayList<String>();
    changes.facts().forEach((fact, holds) -> supposed.add(holds ? fact : "not " + fact));
    if (supposed.isEmpty()) {
      left.add("A scenario supposes facts, and no fact was switched.");
      return new Amended.Nothing(left);
    }
    var id = name.isBlank() ? Starter.slug(words, "scenario") : name.strip();
    var inserted = Insertion.scenario(opened.source(), id, words, supposed);
    var errors = errors(dossier.draft(inserted.after()));
    if (!errors.isEmpty()) return new Amended.Faulty(errors);
    return new Amended.Ready(
        opened.source().text(),
        edition.hash(),
        inserted.after(),
        List.of("Line " + inserted.number() + " is new: " + inserted.line().replaceAll(" +", " ")),
        left);
  }

  private static List<Problem> errors(Edition edition) {
    return edition.problems().stream().filter(Problem::isError).toList();
  }

  private static Map<String, String> labels(Edition edition, Changes changes) {
    var labels = new LinkedHashMap<String, String>();
    var quantities = quantities(edition);
    for (var id : changes.numbers().keySet()) {
      var quantity = quantities.get(id);
      labels.put(id, quantity == null ? id : quantity.label());
    }
    return labels;
  }

  private static Map<String, Quantity> quantities(Edition edition) {
    var quantities = new LinkedHashMap<String, Quantity>();
    if (edition.turning(null, null) instanceof Turning.Ready(WhatIf whatIf))
      for (var quantity : whatIf.numbers()) quantities.put(quantity.id(), quantity);
    return quantities;
  }

  /// The place of one number and what is written there instead.
  private record Edit(Quantity quantity, double meant, int at, String written) {
    private String said() {
      var shared =
          quantity.id().startsWith("strength ") ? "; all that use the word change with it" : "";
      return "Line "
          + quantity.origin().line()
          + ", "
          + quantity.label()
          + ": "
          + quantity.written()
          + " becomes "
          + written
          + shared
          + ".";
    }
  }

  /// The numbers that were moved, in the place where each is written, in its form and with its
  /// range.
  public static Amended numbers(OpenDossier dossier, Changes changes) {
    var edition = dossier.edition();
    if (!(edition.opening() instanceof Opened opened))
      return new Amended.Faulty(edition.problems());
    var source = opened.source();
    var left = new ArrayList<String>();
    for (var fact : changes.facts().keySet())
      left.add("What is supposed of " + fact + " is no number: save it as a scenario.");
    for (var reading : changes.readings().keySet())
      left.add("The reading of " + reading + " is chosen when asking, not in the file.");
    var quantities = quantities(edition);
    var edits = new ArrayList<Edit>();
    changes
        .numbers()
        .forEach((id, value) -> {
          var quantity = quantities.get(id);
          if (quantity == null) left.add("There is no number " + id + ".");
          else add(edits, left, source, quantity, value);
        });
    var after = applied(source.text(), edits);
    var draft = dossier.draft(after);
    var read = quantities(draft);
    // What reads as another number than was meant (a word that two lines share, a rate of another
    // period) is not written.
    var wrong =
        edits.stream().filter(edit -> !reads(edit, read.get(edit.quantity().id()))).toList();
    if (!wrong.isEmpty()) {
      edits.removeAll(wrong);
      wrong.forEach(edit -> left.add(notOne(edit.quantity())));
      after = applied(source.text(), edits);
      draft = dossier.draft(after);
    }
    if (edits.isEmpty()) return new Amended.Nothing(left);
    if (!errors(draft).isEmpty()) return new Amended.Faulty(errors(draft));
    return new Amended.Ready(
        source.text(), edition.hash(), after, edits.stream().map(Edit::said).toList(), left);
  }

  private static void add(
      List<Edit> edits, List<String> left, SourceText source, Quantity quantity, double value) {
    if (!(value >= quantity.low() && value <= quantity.high())) {
      left.add(capital(quantity.label()) + " cannot be " + value + ": it is outside its range.");
      return;
    }
    if (!quantity.origin().file().equals(source.name())) {
      left.add(
          capital(quantity.label())
              + " is written in "
              + quantity.origin().file()
              + ", which is not this dossier's text.");
      return;
    }
    var at = offset(source, quantity);
    var written = at < 0 ? null : Rewritten.of(quantity, value);
    if (written == null) left.add(notOne(quantity));
    else edits.add(new Edit(quantity, value, at, written));
  }

  private static String notOne(Quantity quantity) {
    return capital(quantity.label())
        + " ("
        + quantity.written()
        + ") does not stand in the text as one number: it is counted, pooled, or what casus takes where"
        + " nothing is said.";
  }

  private static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /// Where the number is written, -1 where something else stands there.
  private static int offset(SourceText source, Quantity quantity) {
    var origin = quantity.origin();
    if (origin.line() < 1 || origin.line() > source.lineCount()) return -1;
    var line = source.lineText(origin.line());
    if (line.codePointCount(0, line.length()) < origin.column() - 1) return -1;
    var column = line.offsetByCodePoints(0, origin.column() - 1);
    return line.startsWith(quantity.written(), column)
        ? source.lineStart(origin.line()) + column
        : -1;
  }

  private static String applied(String text, List<Edit> edits) {
    var after = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparingInt(Edit::at).reversed())
        .forEach(edit ->
            after.replace(
                edit.at(), edit.at() + edit.quantity().written().length(), edit.written()));
    return after.toString();
  }

  private static boolean reads(Edit edit, @Nullable Quantity read) {
    return read != null
        && Math.abs(read.point() - edit.meant()) <= ROUNDING * Math.abs(edit.meant()) + 1e-9
        && Math.abs(read.low() - edit.quantity().low()) < 1e-9
        && Math.abs(read.high() - edit.quantity().high()) < 1e-9;
  }
}
