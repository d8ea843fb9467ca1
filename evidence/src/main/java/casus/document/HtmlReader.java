package casus.document;

import casus.document.Masked.Kind;
import casus.text.Span;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Web pages and saved pages.
final class HtmlReader {
  /// Elements nested deeper are read as if they stood at this depth.
  private static final int DEEPEST = 400;

  /// Browsers look for the declaration in the first kilobyte; pages put it later too.
  private static final int DECLARED_WITHIN = 8192;

  private static final Pattern META =
      Pattern.compile(
          "(?is)<(?:meta|\\?xml)\\b[^>]{0,400}?(charset|encoding)\\s*=\\s*[\"']?([A-Za-z0-9_:.+-]{1,40})");

  private HtmlReader() {}

  static StoredDocument read(byte[] bytes, @Nullable Charset declared) {
    var charset = Encoding.of(bytes, declared == null ? inPage(bytes) : declared);
    var page = parse(Encoding.decode(bytes, charset));
    var about = HtmlAbout.of(page);
    var blocks = HtmlBlocks.of(page);
    return new StoredDocument(
        Format.HTML, blocks.text(), masked(blocks, ArticleBody.kinds(page, blocks)), about);
  }

  private static Document parse(String html) {
    var parser = Parser.htmlParser().setMaxDepth(DEEPEST);
    return Jsoup.parse(html, "", parser);
  }

  private static @Nullable Charset inPage(byte[] bytes) {
    var head =
        new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
    var found = META.matcher(head);
    return found.find() ? Encoding.named(found.group(2)) : null;
  }

  /// Neighbours of one kind become one part, with what is between them.
  private static List<Masked> masked(HtmlBlocks blocks, List<@Nullable Kind> kinds) {
    var masked = new ArrayList<Masked>();
    @Nullable Kind before = null;
    for (var i = 0; i < kinds.size(); i++) {
      var kind = kinds.get(i);
      var block = blocks.blocks().get(i);
      if (kind != null) {
        var span = new Span(block.start(), block.end());
        if (kind == before) span = masked.removeLast().span().to(span);
        masked.add(new Masked(span, kind));
      }
      before = kind;
    }
    return masked;
  }
}
