package casus.syntax;

import casus.text.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The layout of one fence: which line stands at which level, and which lines share columns.
final class FenceFormat {
  private static final int NO_LEVEL = -1;

  private final SourceText source;
  private final ProblemList unsaid;
  private final Fence fence;
  private final Set<Integer> badLines;
  private final Set<Integer> opaqueLines;
  private final int[] levels;
  private final @Nullable LineFormat[] lines;
  private final List<Block> tables = new ArrayList<>();

  /// @param badLines numbers of the lines whose wording stays
  /// @param opaqueLines numbers of those for which the same is true of all lines below them
  FenceFormat(SourceText source, Fence fence, Set<Integer> badLines, Set<Integer> opaqueLines) {
    this.source = source;
    this.unsaid = new ProblemList(source);
    this.fence = fence;
    this.badLines = badLines;
    this.opaqueLines = opaqueLines;
    var count = fence.last() - fence.first() + 1;
    this.levels = new int[count];
    this.lines = new LineFormat[count];
    Arrays.fill(levels, NO_LEVEL);
  }

  void write(StringBuilder formatted, String lineEnd) {
    Outline.read(source, fence.first(), fence.last(), unsaid, block -> lay(block, false));
    tables.forEach(this::align);
    keepColumns();
    for (var i = 0; i < levels.length; i++) {
      writeLine(formatted, i);
      formatted.append(lineEnd);
    }
  }

  private void lay(Block block, boolean opaque) {
    var line = source.line(block.start());
    var index = line - fence.first();
    var below = opaque || opaqueLines.contains(line);
    levels[index] = block.level();
    if (!opaque && !badLines.contains(line)) lines[index] = LineFormat.of(source, block);
    for (var child : block.children()) lay(child, below);
    tables.add(block);
  }

  /// Keeps the columns of lines at one level between two blank lines. Deeper lines may stand
  /// between them: facts with their claims are one table.
  private void keepColumns() {
    var columns = new Columns[Outline.DEEPEST + 1];
    Arrays.setAll(columns, _ -> new Columns());
    for (var i = 0; i < lines.length; i++) {
      var line = lines[i];
      var ending = levels[i] == NO_LEVEL ? (isBlank(i) ? 0 : columns.length) : levels[i] + 1;
      for (var level = ending; level < columns.length; level++) columns[level].end();
      if (levels[i] == NO_LEVEL) continue;
      if (line == null) columns[levels[i]].end();
      else columns[levels[i]].add(line);
    }
    for (var column : columns) column.align();
  }

  private boolean isBlank(int index) {
    var line = fence.first() + index;
    return Outline.lineEnd(source, line) == source.lineStart(line);
  }

  /// Puts the outcomes of a question, and the readings of a term or article, in columns.
  private void align(Block block) {
    var outcomes = format(block) != null && source.text().startsWith("outcomes", block.start());
    var siblings = new ArrayList<LineFormat>();
    for (var child : block.children()) {
      var line = format(child);
      if (line == null) continue;
      if (outcomes ? line.hasText(1) : line.startsWith("reading") && line.hasText(2))
        siblings.add(line);
    }
    if (outcomes) column(siblings, 1, 2);
    else {
      column(siblings, 2, 1);
      column(siblings, 3, 2);
    }
    for (var line : siblings) line.fix(outcomes ? 2 : 4);
  }

  private @Nullable LineFormat format(Block block) {
    return lines[source.line(block.start()) - fence.first()];
  }

  /// Lets the tokens at an index begin in one column.
  private static void column(List<LineFormat> siblings, int index, int gap) {
    var column = siblings.stream().mapToInt(line -> line.widthBefore(index)).max().orElse(0) + gap;
    for (var line : siblings) line.start(index, column);
  }

  private void writeLine(StringBuilder formatted, int index) {
    var line = fence.first() + index;
    var text = source.text();
    var start = source.lineStart(line);
    var end = Outline.lineEnd(source, line);
    var content = start;
    while (content < end && Lexer.isBlank(text.charAt(content))) content++;
    if (content == end) return;
    var level = levels[index] == NO_LEVEL ? commentLevel(index, start, content) : levels[index];
    if (level == NO_LEVEL) formatted.append(text, start, content);
    else formatted.append("  ".repeat(level));
    var format = lines[index];
    if (format != null) format.write(formatted);
    else if (levels[index] == NO_LEVEL) formatted.append(text, content, end);
    else formatted.append(source.lineText(line), content - start, source.lineText(line).length());
  }

  /// A comment moves with the line that it was level with, the one below before the one above.
  private int commentLevel(int index, int start, int content) {
    var column = Outline.column(source, start, content);
    var below = index;
    while (below < levels.length && levels[below] == NO_LEVEL) below++;
    if (below < levels.length && columnOf(below) == column) return levels[below];
    var above = index;
    while (above >= 0 && levels[above] == NO_LEVEL) above--;
    return above >= 0 && columnOf(above) == column ? levels[above] : NO_LEVEL;
  }

  private int columnOf(int index) {
    var start = source.lineStart(fence.first() + index);
    var content = start;
    while (Lexer.isBlank(source.text().charAt(content))) content++;
    return Outline.column(source, start, content);
  }
}
