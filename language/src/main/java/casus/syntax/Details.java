package casus.syntax;

import casus.text.Code;
import casus.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a statement may have after its first words, in any order: attributes that start with a
/// keyword, on its line or indented below, and lines of their own. A statement first says what it
/// takes, then reads, then looks into the slots.
final class Details {
  private final Lines lines;
  private final Form form;
  private final String owner;
  private final List<Kind> kinds = new ArrayList<>();
  private @Nullable Unnamed unnamed;

  /// @param ownLine whether it stands on a line of its own, and what is indented below belongs to
  ///   it
  private record Kind(
      String phrase, Form form, boolean ownLine, BiConsumer<LineReader, Block> read) {}

  private record Unnamed(
      Form form,
      String what,
      boolean onHead,
      Predicate<LineReader> starts,
      Consumer<LineReader> read) {}

  /// @param owner the keyword of the statement, for messages
  Details(Lines lines, Form form, String owner) {
    this.lines = lines;
    this.form = form;
    this.owner = owner;
  }

  /// An attribute that may be written once.
  ///
  /// @param phrase its keyword, one word or several
  <T> Slot<T> one(String phrase, Function<LineReader, T> read) {
    return one(phrase, form, read);
  }

  <T> Slot<T> one(String phrase, Form grammar, Function<LineReader, T> read) {
    var slot = new Slot<T>();
    kinds.add(new Kind(phrase, grammar, false, (reader, _) -> fill(slot, phrase, reader, read)));
    return slot;
  }

  private static <T> void fill(
      Slot<T> slot, String phrase, LineReader reader, Function<LineReader, T> read) {
    if (slot.isSet()) {
      reader.fail(
          Code.E102, reader.before(), "found `" + phrase + "` a second time", "it once", null);
      return;
    }
    var value = read.apply(reader);
    if (!reader.failed()) slot.set(value);
  }

  /// Keywords that stand for themselves: `dormant`, `from memory`.
  Slot<Boolean> flag(String phrase) {
    return one(phrase, _ -> true);
  }

  /// An attribute that may be written several times.
  void each(String phrase, Form grammar, Consumer<LineReader> read) {
    kinds.add(new Kind(phrase, grammar, false, (reader, _) -> read.accept(reader)));
  }

  /// A line of its own with lines below it.
  void block(String phrase, Form grammar, BiConsumer<LineReader, Block> read) {
    kinds.add(new Kind(phrase, grammar, true, read));
  }

  /// What starts with no keyword of the statement: a claim below a fact, a norm in an article.
  ///
  /// @param what it is, for messages
  /// @param onHead whether it may also follow on the statement's own line
  /// @param starts whether it surely starts here; else a near keyword is taken for the one meant
  void unnamed(
      Form grammar,
      String what,
      boolean onHead,
      Predicate<LineReader> starts,
      Consumer<LineReader> read) {
    unnamed = new Unnamed(grammar, what, onHead, starts, read);
  }

  /// Reads the rest of the statement's line and the lines below it.
  ///
  /// @return whether all could be read, so that what is missing was not just misspelt
  boolean read(LineReader head, Block block) {
    attributes(head, block, true);
    var complete = !head.failed();
    for (var child : block.children()) complete &= line(child);
    return complete;
  }

  private void attributes(LineReader reader, Block block, boolean onHead) {
    while (!reader.atEnd()) {
      var kind = kindAt(reader);
      if (kind == null && reader.acceptReason()) continue;
      if (kind != null && !kind.ownLine) {
        reader.accept(kind.phrase);
        kind.read.accept(reader, block);
      } else if (kind == null && unnamed != null && unnamed.onHead && mayStart(unnamed, reader)) {
        unnamed.read.accept(reader);
      } else if (kind != null) {
        reader.unexpected("`" + kind.phrase + "` on a line of its own below");
      } else if (lines.problems().isFull()) {
        reader.unexpected("");
      } else {
        reader.unexpected(onHead ? expected() : "the end of the line", phrases());
      }
    }
  }

  private boolean line(Block child) {
    var reader = lines.open(child, form);
    if (reader.atEnd()) {
      lines.lexBelow(child);
      return false;
    }
    var kind = kindAt(reader);
    if (kind != null) {
      reader.as(kind.form).accept(kind.phrase);
      kind.read.accept(reader, child);
      if (kind.ownLine) {
        reader.finish();
        return !reader.failed();
      }
      attributes(reader, child, false);
    } else if (unnamed != null && mayStart(unnamed, reader)) {
      unnamed.read.accept(reader.as(unnamed.form));
      if (unnamed.onHead) attributes(reader, child, false);
      else reader.finish();
    } else if (lines.problems().isFull()) {
      lines.lexBelow(child);
      return false;
    } else {
      var word = reader.peek();
      reader.fail(
          Code.E105,
          word.span(),
          "found " + reader.shown(word) + " below `" + owner + "`",
          expected(),
          hint(reader.slice(word)));
      lines.lexBelow(child);
      return false;
    }
    lines.rejectBelow(child, "a line that takes no details");
    return !reader.failed();
  }

  private boolean mayStart(Unnamed candidate, LineReader reader) {
    if (candidate.starts.test(reader) || lines.problems().isFull()) return true;
    var word = reader.slice(reader.peek());
    return !Parser.KEYWORDS.contains(word) && NearestName.of(word, firstWords()) == null;
  }

  /// The longest phrase that stands here, so that `from memory` is not taken for `from DATE`.
  private @Nullable Kind kindAt(LineReader reader) {
    @Nullable Kind found = null;
    for (var kind : kinds)
      if (reader.at(kind.phrase) && (found == null || kind.phrase.length() > found.phrase.length()))
        found = kind;
    return found;
  }

  private String expected() {
    var all = new ArrayList<String>();
    for (var kind : kinds) all.add("`" + kind.phrase + "`");
    if (unnamed != null) all.add(unnamed.what);
    return all.isEmpty() ? "nothing more" : String.join(", ", all);
  }

  private @Nullable String hint(String word) {
    return Parser.KEYWORDS.contains(word)
        ? "`" + word + "` without indentation"
        : NearestName.of(word, firstWords());
  }

  private List<String> phrases() {
    return kinds.stream().map(Kind::phrase).toList();
  }

  private List<String> firstWords() {
    return kinds.stream().map(kind -> kind.phrase.split(" ", 2)[0]).toList();
  }
}
