package casus.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a file is, by what it holds rather than by what it is called.
public enum Format {
  HTML("html"),
  PDF("pdf"),
  DOCX("docx"),
  EML("eml"),
  MARKDOWN("md"),
  TEXT("txt");

  private final String ending;

  Format(String ending) {
    this.ending = ending;
  }

  /// The usual ending of such a file, without the dot.
  public String ending() {
    return ending;
  }

  /// What the first bytes show, else what the sender says, else what the name says; null for a file
  /// that is none of these.
  ///
  /// @param contentType as a server gives it, such as `text/html; charset=utf-8`, or null
  static @Nullable Format of(byte[] bytes, String name, @Nullable String contentType) {
    if (begins(bytes, "%PDF-")) return PDF;
    if (begins(bytes, "PK\u0003\u0004")) return DOCX;
    var said = contentType == null ? null : said(contentType);
    if (said != null) return said;
    var ending = name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
    var named = named(ending);
    if (named != null) return named == TEXT && looksLikeHtml(bytes) ? HTML : named;
    return isBinary(bytes) ? null : looksLikeHtml(bytes) ? HTML : TEXT;
  }

  private static @Nullable Format named(String ending) {
    return switch (ending) {
      case "html", "htm", "xhtml" -> HTML;
      case "pdf" -> PDF;
      case "docx" -> DOCX;
      case "eml" -> EML;
      case "md", "markdown" -> MARKDOWN;
      case "txt", "text" -> TEXT;
      default -> null;
    };
  }

  private static @Nullable Format said(String contentType) {
    var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "text/html", "application/xhtml+xml" -> HTML;
      case "application/pdf" -> PDF;
      case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> DOCX;
      case "message/rfc822" -> EML;
      case "text/markdown" -> MARKDOWN;
      default -> null;
    };
  }

  private static boolean begins(byte[] bytes, String magic) {
    var head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
    return head.stripLeading().startsWith(magic);
  }

  private static boolean looksLikeHtml(byte[] bytes) {
    var head =
        new String(bytes, 0, Math.min(bytes.length, 2048), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    return head.contains("<!doctype html") || head.contains("<html") || head.contains("<body");
  }

  /// Two zero bytes in a row stand in no text, UTF-16 included.
  private static boolean isBinary(byte[] bytes) {
    for (var i = 1; i < Math.min(bytes.length, 4096); i++)
      if (bytes[i] == 0 && bytes[i - 1] == 0) return true;
    return false;
  }
}
