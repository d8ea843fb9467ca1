package casus.document;

import casus.document.DocumentReading.Fault;
import casus.text.Span;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/// PDF: the text of each page in reading order. A page that is only a picture has none; casus does
/// not guess at letters.
final class PdfReader {
  /// The most bytes of all compressed streams together, unpacked.
  static final long UNPACKED = 512L << 20;

  private static final int PAGES = 5_000;

  /// The parser speaks of every oddity of a file to its log; to the analyst only the outcome
  /// counts.
  private static final List<Logger> SILENT =
      List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

  static {
    for (var logger : SILENT) logger.setLevel(Level.OFF);
  }

  private PdfReader() {}

  static StoredDocument read(byte[] bytes) throws Unreadable {
    refuseBombs(bytes);
    try (var pdf = Loader.loadPDF(bytes)) {
      if (pdf.getNumberOfPages() > PAGES)
        throw new Unreadable(
            Fault.TOO_LARGE,
            "it has " + pdf.getNumberOfPages() + " pages, and " + PAGES + " is the most");
      return document(pdf);
    } catch (InvalidPasswordException locked) {
      throw new Unreadable(Fault.ENCRYPTED, "it is encrypted; store a copy without a password");
    } catch (IOException | RuntimeException broken) {
      // The parser meets damage with whatever exception the damage leads to.
      throw new Unreadable(Fault.BROKEN, "the PDF is broken: it cannot be taken apart into pages");
    }
  }

  private static StoredDocument document(PDDocument pdf) throws IOException, Unreadable {
    var text = new StringBuilder();
    var pages = new ArrayList<Span>();
    for (var page = 1; page <= pdf.getNumberOfPages(); page++) {
      var stripper = new PDFTextStripper();
      stripper.setLineSeparator("\n");
      stripper.setParagraphEnd("\n");
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      var words = TextReader.clean(stripper.getText(pdf)).replaceAll("[ \t]+\n", "\n");
      if (words.isBlank()) continue;
      if (!text.isEmpty()) text.append("\n\n");
      pages.add(new Span(text.length(), text.length() + words.length()));
      text.append(words);
      if (text.length() > DocumentReader.LONGEST)
        throw new Unreadable(
            Fault.TOO_LARGE, "its text has more than " + DocumentReader.LONGEST + " characters");
    }
    if (text.isEmpty())
      throw new Unreadable(
          Fault.NO_TEXT,
          "its pages hold no text, only pictures: run it through a program that recognises letters");
    return new StoredDocument(
        Format.PDF, text.toString(), runningLines(text.toString(), pages), about(pdf));
  }

  /// The first and last lines that come back on most pages, page numbers aside.
  private static List<Masked> runningLines(String text, List<Span> pages) {
    var times = new HashMap<String, Integer>();
    for (var page : pages)
      for (var edge : edges(text, page)) times.merge(same(text, edge), 1, Integer::sum);
    var masked = new ArrayList<Masked>();
    for (var page : pages)
      for (var edge : edges(text, page))
        if (times.getOrDefault(same(text, edge), 0) >= Math.max(3, pages.size() / 2))
          masked.add(new Masked(edge, Masked.Kind.NAVIGATION));
    return masked;
  }

  private static List<Span> edges(String text, Span page) {
    var first = text.indexOf('\n', page.start());
    if (first < 0 || first >= page.end()) return List.of(page);
    var last = text.lastIndexOf('\n', page.end() - 1) + 1;
    return List.of(new Span(page.start(), first), new Span(last, page.end()));
  }

  private static String same(String text, Span line) {
    return text.substring(line.start(), line.end()).replaceAll("\\d+", "0").strip();
  }

  private static About about(PDDocument pdf) {
    var info = pdf.getDocumentInformation();
    return new About(
        About.line(info.getTitle()),
        About.line(info.getAuthor()),
        null,
        day(info.getCreationDate()),
        About.code(pdf.getDocumentCatalog().getLanguage()),
        null);
  }

  private static @Nullable LocalDate day(@Nullable Calendar calendar) {
    return calendar == null
        ? null
        : LocalDate.ofInstant(calendar.toInstant(), calendar.getTimeZone().toZoneId());
  }

  /// The parser unpacks whatever it is given; so what the compressed streams come to is counted
  /// first, without keeping any of it.
  private static void refuseBombs(byte[] bytes) throws Unreadable {
    var left = UNPACKED;
    var sink = new byte[1 << 16];
    for (var at = streamAfter(bytes, 0); at >= 0; at = streamAfter(bytes, at)) {
      var inflater = new Inflater();
      try {
        inflater.setInput(bytes, at, bytes.length - at);
        for (var n = inflater.inflate(sink); n > 0; n = inflater.inflate(sink)) {
          left -= n;
          if (left < 0)
            throw new Unreadable(
                Fault.TOO_LARGE,
                "unpacked it has more than " + (UNPACKED >> 20) + " MB, more than any text needs");
        }
      } catch (DataFormatException packed) {
        // Packed otherwise, or no stream at all: the search goes on behind it.
      } finally {
        at += (int) inflater.getBytesRead();
        inflater.end();
      }
    }
  }

  /// The offset of the first byte of the next stream, or -1.
  private static int streamAfter(byte[] bytes, int from) {
    for (var i = from; i + 8 < bytes.length; i++)
      if (bytes[i] == 's'
          && bytes[i + 1] == 't'
          && bytes[i + 2] == 'r'
          && bytes[i + 3] == 'e'
          && bytes[i + 4] == 'a'
          && bytes[i + 5] == 'm') {
        if (bytes[i + 6] == '\n') return i + 7;
        if (bytes[i + 6] == '\r') return bytes[i + 7] == '\n' ? i + 8 : i + 7;
      }
    return -1;
  }
}
