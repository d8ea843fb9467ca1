package casus.view.report;

import casus.view.Columns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jspecify.annotations.Nullable;

/// The author's words. A dossier may come from anybody: HTML in it is shown, not obeyed, an image
/// is its description, and a link leads to the web or to a place of the page.
public final class Prose {
  private static final int DEEPEST = 6;
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER =
      Parser.builder().extensions(TABLES).includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
  private static final HtmlRenderer HTML = renderer(Function.identity());
  private static final MarkdownRenderer MARKDOWN =
      MarkdownRenderer.builder().extensions(TABLES).build();

  private Prose() {}

  /// The prose between the fences, its headings two levels down.
  ///
  /// @param places whether a place of the report can be linked to
  static Node read(String markdown, Predicate<String> places) {
    var document = PARSER.parse(markdown);
    document.accept(new Tamed(places, 2));
    return document;
  }

  /// A paragraph, a list, a heading: what stands on its own between the fences; or a fence.
  ///
  /// @param line its first, from 1
  /// @param html null for a fence of casus
  /// @param heading its level, or 0
  /// @param text of a fence or a heading
  public record Block(int line, @Nullable String html, int heading, String text) {}

  /// The prose block by block, its headings as deep as they are written.
  ///
  /// @param places whether a place of the page can be linked to
  /// @param attributes what a link has beside or in place of its `href`
  public static List<Block> blocks(
      String markdown,
      Predicate<String> places,
      Function<Map<String, String>, Map<String, String>> attributes) {
    var renderer = renderer(attributes);
    var blocks = new ArrayList<Block>();
    var document = PARSER.parse(markdown);
    Node next;
    for (var node = document.getFirstChild(); node != null; node = next) {
      next = node.getNext();
      var spans = node.getSourceSpans();
      var line = spans.isEmpty() ? 1 : spans.getFirst().getLineIndex() + 1;
      if (node instanceof FencedCodeBlock fence && isOurs(fence)) {
        blocks.add(new Block(line, null, 0, fence.getLiteral()));
        continue;
      }
      var level = node instanceof Heading heading ? heading.getLevel() : 0;
      var before = node.getPrevious();
      node.accept(new Tamed(places, 0));
      // Taming may put another node in the place of this one.
      var tame = before == null ? document.getFirstChild() : before.getNext();
      if (tame == null) continue;
      blocks.add(new Block(line, renderer.render(tame), level, level == 0 ? "" : text(tame)));
    }
    return blocks;
  }

  private static boolean isOurs(FencedCodeBlock fence) {
    var kind = fence.getInfo() == null ? "" : fence.getInfo().strip();
    return kind.equals("casus") || kind.equals("casus-test");
  }

  private static String text(Node node) {
    var words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }
        });
    return words.toString();
  }

  private static HtmlRenderer renderer(
      Function<Map<String, String>, Map<String, String>> attributes) {
    return HtmlRenderer.builder()
        .extensions(TABLES)
        .escapeHtml(true)
        .sanitizeUrls(true)
        .attributeProviderFactory(_ ->
            (node, _, given) -> {
              if (!(node instanceof Link)) return;
              var wanted = attributes.apply(new LinkedHashMap<>(given));
              given.clear();
              given.putAll(wanted);
            })
        .build();
  }

  static String html(Node document) {
    return HTML.render(document);
  }

  static String markdown(Node document) {
    return MARKDOWN.render(document);
  }

  private static final class Tamed extends AbstractVisitor {
    private final Predicate<String> places;
    private final int deeper;

    /// @param deeper levels by which headings go down
    private Tamed(Predicate<String> places, int deeper) {
      this.places = places;
      this.deeper = deeper;
    }

    @Override
    public void visit(FencedCodeBlock fence) {
      if (isOurs(fence)) fence.unlink();
      else fence.setLiteral(cleanLines(fence.getLiteral()));
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      code.setLiteral(cleanLines(code.getLiteral()));
    }

    @Override
    public void visit(Code code) {
      code.setLiteral(Columns.clean(code.getLiteral()));
    }

    @Override
    public void visit(Text text) {
      text.setLiteral(Columns.clean(text.getLiteral()));
    }

    @Override
    public void visit(Heading heading) {
      heading.setLevel(Math.min(DEEPEST, heading.getLevel() + deeper));
      visitChildren(heading);
    }

    @Override
    public void visit(HtmlInline html) {
      replace(html, new Text(Columns.clean(html.getLiteral())));
    }

    @Override
    public void visit(HtmlBlock html) {
      var shown = new Paragraph();
      shown.appendChild(new Text(Columns.clean(html.getLiteral())));
      replace(html, shown);
    }

    @Override
    public void visit(Image image) {
      visitChildren(image);
      unwrap(image);
    }

    @Override
    public void visit(Link link) {
      visitChildren(link);
      link.setTitle(null);
      if (!isAllowed(link.getDestination())) unwrap(link);
    }

    private boolean isAllowed(String destination) {
      var written = destination.toLowerCase(Locale.ROOT);
      return destination.startsWith("#")
          ? places.test(destination.substring(1))
          : written.startsWith("https://") || written.startsWith("http://");
    }

    private static void replace(Node old, Node fresh) {
      old.insertAfter(fresh);
      old.unlink();
    }

    /// Leaves the children where their parent was.
    private static void unwrap(Node parent) {
      for (var child = parent.getFirstChild(); child != null; child = parent.getFirstChild())
        parent.insertBefore(child);
      parent.unlink();
    }

    private static String cleanLines(String code) {
      return code.lines().map(Columns::clean).collect(Collectors.joining("\n", "", "\n"));
    }
  }
}
