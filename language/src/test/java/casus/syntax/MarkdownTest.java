package casus.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import casus.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.IncludeSourceSpans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  private static Markdown scan(String text) {
    var source = new SourceText("dossier.md", text);
    return Markdown.scan(source, new ProblemList(source));
  }

  /// First and last line of each casus fence, as our scan finds them.
  private static List<String> ours(String text) {
    return scan(text).fences().stream().map(f -> f.first() + "-" + f.last()).toList();
  }

  /// The same as a Markdown parser finds them, of those at the margin.
  private static List<String> commonmark(String text) {
    var fences = new ArrayList<String>();
    var parser =
        org.commonmark.parser.Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    parser
        .parse(text)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock block) {
                var info = block.getInfo() == null ? "" : block.getInfo();
                var spans = block.getSourceSpans();
                if (!info.split(" ", 2)[0].equals("casus") || spans.getFirst().getColumnIndex() > 0)
                  return;
                var closed = block.getClosingFenceLength() != null;
                var last = spans.getLast().getLineIndex() + (closed ? 0 : 1);
                fences.add(spans.getFirst().getLineIndex() + 2 + "-" + last);
              }
            });
    return fences;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Examples.FOUNDING,
        Examples.FURTHER,
        "```casus\na\n```\n\n~~~ casus x\nb\n```\n~~~\n",
        "````casus\n```\na\n````\n",
        "````markdown\n```casus\na\n```\n````\n```casus\nb\n```\n",
        "```casus\na\n   ```\nb\n",
        "```casus\na\n    ```\nb\n```\n",
        "```casus\na\n```` \nb\n",
        "```casus `a`\nb\n```\n",
        "    ```casus\n    a\n    ```\n```casus\nb\n```\n",
        "<!--\n```casus\na\n```\n-->\n\n```casus\nb\n```\n",
        "<!-- a --> b\n```casus\nb\n```\n",
        "- ```\n  a\n  ```\n\n```casus\nb\n```\n",
        "1. x\n\n   ```sh\n   a\n   ```\n\n```casus\nb\n```\n",
        "> ```\n> a\n> ```\n\n```casus\nb\n```\n",
        "text\n```casus\na\n```\ntext\n",
        "```casus\n```\n",
        "``` casus\n\n\n```\n",
        "```casus-x\n```\n```casus\n```"
      })
  void fencesAreThoseOfCommonMark(String text) {
    assertThat(ours(text).stream().filter(f -> !text.contains("casus-test")).toList())
        .isEqualTo(commonmark(text).stream().filter(f -> !text.contains("casus-test")).toList());
  }

  @Test
  void theTitleIsTheFirstHeadingOfLevelOne() {
    assertThat(scan("## No\n\n# Yes, C# #\n# Not\n").title()).isEqualTo("Yes, C#");
    assertThat(scan("\ufeff# With a mark\n").title()).isEqualTo("With a mark");
    assertThat(scan("a\n\nTwo\nlines\n===\n").title()).isEqualTo("Two lines");
    assertThat(scan("```\n# code\n```\n#none\n").title()).isEmpty();
  }

  @Test
  void proseInCodeAndCommentsIsLeftAlone() {
    var text =
        """
        `{{ a }}` ``{{ b ` c }}`` {{ d
        }} ` {{ e }}

        <!-- {{ f }} -->
        ```sh
        {{ g }} [C1]
        ```
        \\[C2] [C3](x) [C4]: y [^5] [x] [sic] [C6] [C7, C8] [C9
        """;
    assertThat(Tree.of(Parser.parse(new SourceText("dossier.md", text)).prose()))
        .isEqualTo("[Value(Named(d)), Value(Named(e)), Citation(C6), Citation(C7), Citation(C8)]");
  }

  @Test
  void aWordInBracketsIsACitationWhereAClaimHasThatName() {
    var text = "[sic] [vilnius]\n```casus\nclaim vilnius s 2020 \"x\"\n```\n";
    assertThat(Tree.of(Parser.parse(new SourceText("dossier.md", text)).prose()))
        .isEqualTo("[Citation(vilnius)]");
  }
}
