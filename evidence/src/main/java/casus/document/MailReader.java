package casus.document;

import casus.document.DocumentReading.Fault;
import casus.document.Masked.Kind;
import casus.text.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/// Letters (EML): subject, sender and date, and the body as plain text where it has one, else as a
/// page. Attachments are not opened.
final class MailReader {
  private static final int DEEPEST = 30;

  private MailReader() {}

  static StoredDocument read(byte[] bytes) throws Unreadable {
    try {
      var message = message(bytes);
      try {
        return document(message);
      } finally {
        message.dispose();
      }
    } catch (IOException | RuntimeException | MimeException broken) {
      // The parser meets damage with whatever exception the damage leads to.
      throw new Unreadable(Fault.BROKEN, "the letter is broken: it cannot be taken apart");
    }
  }

  private static StoredDocument document(Message message) throws Unreadable, IOException {
    if (message.getHeader() == null || message.getHeader().getFields().isEmpty())
      throw new Unreadable(Fault.BROKEN, "it is no letter: it has no headers");
    var body = body(message, 0);
    if (body == null)
      throw new Unreadable(
          Fault.NO_TEXT, "the letter has no text of its own; store its attachments by themselves");
    return new StoredDocument(
        Format.EML,
        body.text(),
        body.format() == Format.HTML ? body.masked() : quoted(body.text()),
        about(message));
  }

  private static Message message(byte[] bytes) throws IOException, MimeException {
    var builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(
        MimeConfig.custom()
            .setMaxLineLen(1 << 20)
            .setMaxHeaderCount(5_000)
            .setMaxHeaderLen(1 << 20)
            .build());
    return builder.parseMessage(new ByteArrayInputStream(bytes));
  }

  private static About about(Message message) {
    var from = message.getFrom();
    var author = from == null || from.isEmpty() ? null : from.getFirst();
    var name =
        author == null ? null : author.getName() == null ? author.getAddress() : author.getName();
    var date = message.getDate();
    return new About(
        About.line(message.getSubject()),
        About.line(name),
        author == null ? null : About.line(author.getDomain()),
        date == null ? null : LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC),
        null,
        null);
  }

  /// The text that a mail program would show: of alternatives the plain one.
  private static @Nullable StoredDocument body(Entity entity, int depth)
      throws Unreadable, IOException {
    if (depth > DEEPEST) throw new Unreadable(Fault.TOO_LARGE, "it is nested too deep");
    if ("attachment".equalsIgnoreCase(entity.getDispositionType())) return null;
    return switch (entity.getBody()) {
      case Multipart parts -> best(parts, depth);
      case SingleBody single -> of(entity, single);
      case Message inner -> body(inner, depth + 1);
      case null, default -> null;
    };
  }

  private static @Nullable StoredDocument best(Multipart parts, int depth)
      throws Unreadable, IOException {
    @Nullable StoredDocument found = null;
    for (var part : parts.getBodyParts()) {
      var body = body(part, depth + 1);
      if (body != null && (found == null || better(body, found))) found = body;
    }
    return found;
  }

  private static boolean better(StoredDocument one, StoredDocument other) {
    return other.format() == Format.HTML && one.format() == Format.TEXT && !one.text().isBlank();
  }

  private static @Nullable StoredDocument of(Entity entity, SingleBody body)
      throws IOException, Unreadable {
    var type = entity.getMimeType();
    if (type == null || !type.startsWith("text/")) return null;
    var bytes = new ByteArrayOutputStream();
    body.writeTo(bytes);
    var charset = charset(entity);
    return type.equals("text/html")
        ? HtmlReader.read(bytes.toByteArray(), charset)
        : TextReader.read(bytes.toByteArray(), charset, Format.TEXT);
  }

  private static @Nullable Charset charset(Entity entity) {
    return entity.getCharset() == null ? null : Encoding.named(entity.getCharset());
  }

  /// Runs of lines that begin with `>`.
  private static List<Masked> quoted(String text) {
    var masked = new ArrayList<Masked>();
    var at = 0;
    var start = -1;
    for (var line : text.split("\n", -1)) {
      if (line.startsWith(">")) {
        if (start < 0) start = at;
      } else if (start >= 0) {
        masked.add(new Masked(new Span(start, at - 1), Kind.QUOTED));
        start = -1;
      }
      at += line.length() + 1;
    }
    if (start >= 0) masked.add(new Masked(new Span(start, text.length()), Kind.QUOTED));
    return masked;
  }
}
