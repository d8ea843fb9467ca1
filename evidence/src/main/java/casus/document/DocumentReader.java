package casus.document;

import casus.document.DocumentReading.Fault;
import casus.document.DocumentReading.Read;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Reads a document of any [Format]. Nothing in it is executed or fetched, and what it can cost is
/// bounded by the limits here.
public final class DocumentReader {
  /// The most bytes of a file.
  public static final int LARGEST = 64 << 20;

  /// The most bytes of a file that is text throughout: a page, a letter, a note.
  static final int LARGEST_TEXT = 16 << 20;

  /// The most characters that are stored of any document.
  static final int LONGEST = 16 << 20;

  /// Bytes of stack for a parser: as many as the main thread usually has.
  private static final long STACK = 8L << 20;

  /// How long a document may take. The longest known takes some seconds.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private DocumentReader() {}

  /// @param bytes the whole file
  /// @param name what it is called: its ending tells the format where its content does not
  /// @param contentType what a server said it is, such as `text/html; charset=utf-8`, or null
  public static DocumentReading read(byte[] bytes, String name, @Nullable String contentType) {
    return read(bytes, name, contentType, PATIENCE);
  }

  static DocumentReading read(
      byte[] bytes, String name, @Nullable String contentType, Duration patience) {
    // The parsers cannot be stopped from outside: one that does not end is left behind in a thread
    // that ends with the program.
    var reading = new FutureTask<>(() -> bounded(bytes, name, contentType));
    var thread = new Thread(null, reading, "reading " + name, STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      thread.interrupt();
      return new DocumentReading.Unreadable(
          Fault.TOO_SLOW, "reading it takes more than " + patience.toSeconds() + " seconds");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new DocumentReading.Unreadable(Fault.TOO_SLOW, "reading it was interrupted");
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  private static DocumentReading bounded(byte[] bytes, String name, @Nullable String contentType) {
    try {
      return new Read(document(bytes, name, contentType));
    } catch (Unreadable unreadable) {
      return unreadable.reading();
    } catch (OutOfMemoryError | StackOverflowError exhausted) {
      // The limits bound what the parsers are known to need; what a hostile file makes of them
      // beyond that ends here, with nothing of it kept.
      return new DocumentReading.Unreadable(
          Fault.TOO_LARGE, "reading it takes more memory than casus may use");
    }
  }

  private static StoredDocument document(byte[] bytes, String name, @Nullable String contentType)
      throws Unreadable {
    if (bytes.length == 0) throw new Unreadable(Fault.EMPTY, "it is empty");
    refuse(bytes.length, LARGEST);
    var format = Format.of(bytes, name, contentType);
    if (format == null)
      throw new Unreadable(
          Fault.UNKNOWN_FORMAT, "it is neither HTML, PDF, DOCX, EML, Markdown nor plain text");
    if (format != Format.PDF && format != Format.DOCX) refuse(bytes.length, LARGEST_TEXT);
    var read =
        switch (format) {
          case HTML -> HtmlReader.read(bytes, Encoding.declared(contentType));
          case PDF -> PdfReader.read(bytes);
          case DOCX -> DocxReader.read(bytes);
          case EML -> MailReader.read(bytes);
          case MARKDOWN, TEXT -> TextReader.read(bytes, Encoding.declared(contentType), format);
        };
    if (read.text().isBlank()) throw new Unreadable(Fault.NO_TEXT, "there is no text in it");
    return new StoredDocument(
        read.format(),
        read.text(),
        read.masked(),
        read.about().withLanguage(Language.of(read.article())));
  }

  private static void refuse(int size, int largest) throws Unreadable {
    if (size > largest)
      throw new Unreadable(
          Fault.TOO_LARGE,
          "it has " + (size >> 20) + " MB, and " + (largest >> 20) + " MB is the most");
  }
}
