package casus.check;

import casus.check.NumberSlots.Slot;
import casus.model.Restated;
import casus.syntax.Parser;
import casus.syntax.Restating;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.NearestName;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A dossier with the numbers of one analyst: each number that a judgement file restates is put in
/// the place where the dossier (or a treaty that it uses) has its own, and the text that comes of
/// it is checked as any other. Nothing is written.
final class JudgedTexts {
  /// What a strength is worth where the dossier has no scale.
  private static final Map<String, String> USUAL = new LinkedHashMap<>();

  static {
    USUAL.put("slight", "x1.5");
    USUAL.put("moderate", "x3");
    USUAL.put("strong", "x8");
    USUAL.put("decisive", "x20");
  }

  private final SourceText judgement;
  private final Map<String, Slot> known = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Restated> restated = new ArrayList<>();
  private final Map<SourceText, List<Edit>> edits = new HashMap<>();
  private final Map<SourceText, Patched> patched = new HashMap<>();

  /// @param span replaced in the source
  /// @param meant where the analyst writes it
  private record Edit(Span span, String written, Span meant) {}

  /// A text with its edits, in the order in which they stand.
  private record Patched(SourceText before, SourceText after, List<Edit> edits) {}

  private JudgedTexts(SourceText judgement) {
    this.judgement = judgement;
  }

  /// @param loaded the dossier and what it uses, the dossier first
  static JudgedTexts of(SourceText judgement, List<Uses.Loaded> loaded) {
    var judged = new JudgedTexts(judgement);
    for (var file : loaded)
      for (var slot : NumberSlots.of(file.document()))
        judged.known.putIfAbsent(slot.address(), slot);
    var restating = Parser.restating(judgement);
    judged.problems.addAll(restating.document().problems());
    judged.read(restating, loaded);
    judged.edits.forEach(judged::patch);
    return judged;
  }

  List<Problem> problems() {
    return problems;
  }

  List<Restated> restated() {
    return List.copyOf(restated);
  }

  /// The text with the analyst's numbers; the same where it has none of them.
  SourceText of(SourceText source) {
    var changed = patched.get(source);
    return changed == null ? source : changed.after();
  }

  private void read(Restating restating, List<Uses.Loaded> loaded) {
    var meant = new ArrayList<Span>();
    var words = new LinkedHashMap<>(USUAL);
    var hasScale = known.keySet().stream().anyMatch(a -> a.startsWith("scale strength "));
    var seen = new LinkedHashSet<String>();
    for (var slot : NumberSlots.of(restating.document())) {
      if (slot.isEmpty()) continue;
      if (!seen.add(slot.address())) {
        problem(Code.E202, slot, "`" + slot.address() + "` is restated twice", "it once", null);
        continue;
      }
      var because = because(slot, restating);
      var there = known.get(slot.address());
      if (there != null) put(slot, there, because);
      else if (!hasScale && USUAL.containsKey(last(slot, "scale strength "))) {
        words.put(last(slot, "scale strength "), slot.written());
        meant.add(slot.span());
        restate(slot, Objects.requireNonNull(USUAL.get(last(slot, "scale strength "))), because);
      } else if (slot.address().startsWith("scale grade ")) {
        append(slot.address() + " " + slot.written(), slot, loaded);
        restate(slot, "", because);
      } else if (isBase(slot, loaded)) {
        append(slot.address() + " " + slot.written(), slot, loaded);
        restate(slot, "", because);
      } else unknown(slot);
    }
    if (!words.equals(USUAL)) {
      var all = new ArrayList<String>();
      words.forEach((word, factor) -> all.add(word + " " + factor));
      append("scale strength " + String.join(", ", all), meant.getFirst(), loaded);
    }
  }

  private static String last(Slot slot, String start) {
    return slot.address().startsWith(start) ? slot.address().substring(start.length()) : "";
  }

  private @Nullable String because(Slot slot, Restating restating) {
    var own = slot.because();
    return own != null ? own.text() : restating.reasons().get(judgement.line(slot.span().start()));
  }

  /// Whether it is a base rate that the dossier takes from its classes.
  private static boolean isBase(Slot slot, List<Uses.Loaded> loaded) {
    var parts = slot.address().split(" ", 3);
    if (!parts[0].equals("base") || parts.length < 3) return false;
    for (var statement : loaded.getFirst().document().statements())
      if (statement instanceof Statement.Question question
          && question.name().text().equals(parts[1]))
        return question.outcomes().stream().anyMatch(o -> o.name().text().equals(parts[2]));
    return false;
  }

  private void put(Slot slot, Slot there, @Nullable String because) {
    if (!slot.side().equals(there.side())) {
      problem(
          Code.E203,
          slot,
          "`" + slot.address() + "` speaks `" + there.side() + "` in the dossier",
          "the same side: a judgement restates how much, not which way",
          "`x1` says that it tells nothing");
      return;
    }
    if (slot.written().equals(there.written())) {
      problem(
          Code.W124,
          slot,
          "`" + slot.address() + "` is " + there.written() + " in the dossier, too",
          "a number of your own, or no line",
          null);
      return;
    }
    var reason =
        there.takesReason() && there.because() == null && because != null
            ? " because \"" + because.replace("\"", "\\\"") + "\""
            : "";
    edit(
        there.source(),
        new Edit(there.span(), there.lead() + slot.written() + reason, slot.span()));
    restate(slot, there.written(), because);
  }

  private void restate(Slot slot, String before, @Nullable String because) {
    restated.add(
        new Restated(
            slot.address(),
            before,
            slot.written(),
            because,
            Declared.origin(new Place(judgement, slot.span()))));
  }

  private void append(String line, Slot slot, List<Uses.Loaded> loaded) {
    append(line, slot.span(), loaded);
  }

  private void append(String line, Span meant, List<Uses.Loaded> loaded) {
    var main = loaded.getFirst().source();
    var end = main.text().length();
    edit(main, new Edit(new Span(end, end), "\n\n```casus\n" + line + "\n```\n", meant));
  }

  private void edit(SourceText source, Edit edit) {
    edits.computeIfAbsent(source, _ -> new ArrayList<>()).add(edit);
  }

  private void unknown(Slot slot) {
    var owner = slot.owner();
    var of =
        known.values().stream()
            .filter(s -> s.owner().equals(owner))
            .map(s -> s.address().substring(Math.min(s.address().length(), owner.length())).strip())
            .filter(name -> !name.isEmpty())
            .toList();
    if (!of.isEmpty()) {
      var rest = slot.address().substring(owner.length()).strip();
      problem(
          Code.E201,
          slot,
          "`" + owner + "` has no number `" + rest + "` in the dossier",
          "one of its numbers: " + String.join(", ", of),
          NearestName.of(rest, of));
      return;
    }
    var keyword = slot.address().substring(0, slot.address().indexOf(' '));
    var names =
        known.values().stream()
            .filter(s -> s.address().startsWith(keyword + " "))
            .map(s -> s.owner().substring(keyword.length() + 1))
            .distinct()
            .toList();
    problem(
        Code.E201,
        slot,
        "the dossier has no number `" + slot.address() + "`",
        names.isEmpty() ? "a number that the dossier has" : "one of: " + String.join(", ", names),
        NearestName.of(owner.substring(Math.min(owner.length(), keyword.length() + 1)), names));
  }

  private void problem(Code code, Slot slot, String found, String expected, @Nullable String hint) {
    problems.add(
        Problem.of(code, new Place(judgement, slot.span()), found).expecting(expected).hint(hint));
  }

  private void patch(SourceText source, List<Edit> all) {
    var ordered = new ArrayList<>(all);
    ordered.sort(Comparator.comparingInt(edit -> edit.span().start()));
    var text = new StringBuilder();
    var at = 0;
    for (var edit : ordered) {
      text.append(source.text(), at, edit.span().start()).append(edit.written());
      at = edit.span().end();
    }
    text.append(source.text().substring(at));
    patched.put(
        source, new Patched(source, new SourceText(source.name(), text.toString()), ordered));
  }

  /// The same problem, placed where it was written: in the judgement where the analyst's number is
  /// at fault, in the dossier as it is on disk otherwise.
  Problem placed(Problem problem) {
    for (var text : patched.values())
      if (problem.place().source() == text.after()) {
        var start = original(text, problem.place().span().start());
        var end = original(text, problem.place().span().end());
        var place =
            start.edit() != null
                ? new Place(judgement, start.edit().meant())
                : new Place(
                    text.before(),
                    new Span(start.offset(), Math.max(start.offset(), end.offset())));
        return new Problem(
            problem.code(),
            place,
            problem.found(),
            problem.expected(),
            problem.grammar(),
            problem.hint());
      }
    return problem;
  }

  /// @param edit the one that the offset lies in, or null
  private record Original(int offset, @Nullable Edit edit) {}

  private static Original original(Patched text, int offset) {
    var shift = 0;
    for (var edit : text.edits()) {
      var start = edit.span().start() + shift;
      if (offset < start) break;
      if (offset < start + edit.written().length()) return new Original(edit.span().start(), edit);
      shift += edit.written().length() - (edit.span().end() - edit.span().start());
    }
    return new Original(offset - shift, null);
  }
}
