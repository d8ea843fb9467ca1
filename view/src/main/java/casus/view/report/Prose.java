package casus.view.report;

import casus.view.Columns;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/// The author's words. A dossier may come from anybody: HTML in it is shown, not obeyed, an image
/// is its description, and a link leads to the web or to a place of the report.
final class Prose {
  private static final int DEEPEST = 6;
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
  private static final MarkdownRenderer MARKDOWN = MarkdownRenderer.builder().build();

  private Prose() {}

  /// The prose between the fences, its headings two levels down.
  ///
  /// @param places whether a place of the report can be linked to
  static Node read(String markdown, Predicate<String> places) {
    var document = PARSER.parse(markdown);
    document.accept(new Tamed(places));
    return document;
  }

  static String html(Node document) {
    return HTML.render(document);
  }

  static String markdown(Node document) {
    return MARKDOWN.render(document);
  }

  private static final class Tamed extends AbstractVisitor {
    private final Predicate<String> places;

    private Tamed(Predicate<String> places) {
      this.places = places;
    }

    @Override
    public void visit(FencedCodeBlock fence) {
      var kind = fence.getInfo() == null ? "" : fence.getInfo().strip();
      if (kind.equals("casus") || kind.equals("casus-test")) fence.unlink();
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
      heading.setLevel(Math.min(DEEPEST, heading.getLevel() + 2));
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
