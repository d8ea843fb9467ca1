package casus.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/// The text of a page as a reader sees it, block by block: what a script, a style or a hidden
/// element holds is no part of it.
///
/// @param text all blocks, a blank line between them
/// @param blocks in the order of the text
record HtmlBlocks(String text, List<Block> blocks) {
  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "object",
          "embed",
          "svg",
          "math",
          "canvas",
          "audio",
          "video",
          "head",
          "select",
          "datalist",
          "textarea",
          "input",
          "map",
          "applet",
          "frameset",
          "noframes",
          "dialog",
          "button");

  /// A run of text that the page sets apart: a paragraph, a heading, a list item, a cell.
  ///
  /// @param holder the nearest element that makes a block
  /// @param start offset in the text
  /// @param end offset after its last character
  /// @param linked how many of its characters are links
  record Block(Element holder, int start, int end, int linked) {
    int length() {
      return end - start;
    }
  }

  static HtmlBlocks of(Document page) {
    var writer = new Writer();
    page.body().filter(writer);
    writer.close();
    return new HtmlBlocks(writer.text.toString(), List.copyOf(writer.blocks));
  }

  String textOf(Block block) {
    return text.substring(block.start(), block.end());
  }

  private static boolean isUnseen(Element element) {
    if (UNSEEN.contains(element.normalName()) || element.hasAttr("hidden")) return true;
    var style = element.attr("style");
    return !style.isEmpty() && isHidden(style);
  }

  private static boolean isHidden(String style) {
    var plain = style.toLowerCase(Locale.ROOT).replace(" ", "");
    return plain.contains("display:none") || plain.contains("visibility:hidden");
  }

  private static boolean isBlock(Element element) {
    return element.isBlock()
        || Set.of("td", "th", "dd", "dt", "summary", "main").contains(element.normalName());
  }

  private static final class Writer implements NodeFilter {
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private @Nullable Element holder;
    private int linked;
    private int links;
    private int kept;
    private int breaks;

    @Override
    public FilterResult head(Node node, int depth) {
      switch (node) {
        case TextNode words -> add(words);
        case Element element -> {
          if (isUnseen(element)) return FilterResult.SKIP_ENTIRELY;
          if (isBlock(element)) close();
          if (element.normalName().equals("br")) breaks();
          if (element.normalName().equals("a")) links++;
          if (element.normalName().equals("pre")) kept++;
        }
        default -> {}
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (isBlock(element)) close();
        if (element.normalName().equals("a")) links--;
        if (element.normalName().equals("pre")) kept--;
      }
      return FilterResult.CONTINUE;
    }

    private void breaks() {
      if (run.isEmpty()) return;
      if (++breaks > 1) close();
      else {
        while (!run.isEmpty() && run.charAt(run.length() - 1) == ' ')
          run.setLength(run.length() - 1);
        run.append('\n');
      }
    }

    private void add(TextNode words) {
      var added = words.getWholeText();
      for (var i = 0; i < added.length(); i++) {
        var c = added.charAt(i);
        if (kept > 0 && c == '\n') {
          if (!run.isEmpty()) run.append('\n');
        } else if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F') {
          if (!run.isEmpty() && run.charAt(run.length() - 1) > ' ') run.append(' ');
        } else if (!Character.isISOControl(c) && c != '\uFEFF') {
          if (holder == null) holder = holder(words);
          run.append(c);
          breaks = 0;
          if (links > 0) linked++;
        }
      }
    }

    private static Element holder(Node words) {
      var at = (Element) Objects.requireNonNull(words.parent());
      for (var up = at.parent(); up != null && !isBlock(at); up = at.parent()) at = up;
      return at;
    }

    private void close() {
      var end = run.length();
      while (end > 0 && Character.isWhitespace(run.charAt(end - 1))) end--;
      if (end > 0 && holder != null) {
        if (!text.isEmpty()) text.append("\n\n");
        var start = text.length();
        text.append(run, 0, end);
        blocks.add(new Block(holder, start, text.length(), Math.min(linked, end)));
      }
      run.setLength(0);
      linked = 0;
      breaks = 0;
      holder = null;
    }
  }
}
