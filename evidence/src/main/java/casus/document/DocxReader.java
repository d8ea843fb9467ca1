package casus.document;

import casus.document.DocumentReading.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Word documents: the paragraphs of `word/document.xml` and the notes, and the core properties.
/// Nothing else in the archive is opened, so macros, pictures and links to the outside stay shut.
final class DocxReader {
  /// The most bytes of all parts together, unpacked.
  static final int UNPACKED = 64 << 20;

  private static final int ENTRIES = 10_000;
  private static final String BODY = "word/document.xml";
  private static final String PROPERTIES = "docProps/core.xml";
  private static final List<String> TEXTS =
      List.of(BODY, "word/footnotes.xml", "word/endnotes.xml");

  private DocxReader() {}

  static StoredDocument read(byte[] bytes) throws Unreadable {
    var parts = parts(bytes);
    if (!parts.containsKey(BODY))
      throw new Unreadable(
          Fault.UNKNOWN_FORMAT, "it is an archive, but no Word document: it holds no " + BODY);
    var text = new StringBuilder();
    for (var part : TEXTS) {
      var content = parts.get(part);
      if (content == null) continue;
      var paragraphs = new Paragraphs(DocumentReader.LONGEST - text.length());
      parse(content, paragraphs);
      var found = TextReader.clean(paragraphs.text.toString());
      if (!found.isEmpty()) text.append(text.isEmpty() ? "" : "\n\n").append(found);
    }
    var properties = new Properties();
    var core = parts.get(PROPERTIES);
    if (core != null) parse(core, properties);
    return new StoredDocument(
        Format.DOCX,
        text.toString(),
        List.of(),
        new About(
            properties.line("title"),
            properties.line("creator"),
            properties.line("publisher"),
            About.day(properties.values.getOrDefault("created", properties.values.get("modified"))),
            About.code(properties.values.get("language")),
            null));
  }

  private static Map<String, byte[]> parts(byte[] bytes) throws Unreadable {
    var wanted = new HashMap<String, byte[]>();
    var left = UNPACKED;
    var entries = 0;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > ENTRIES) throw bomb();
        var keep = TEXTS.contains(entry.getName()) || entry.getName().equals(PROPERTIES);
        var content = new ByteArrayOutputStream();
        var chunk = new byte[1 << 14];
        for (var n = zip.read(chunk); n >= 0; n = zip.read(chunk)) {
          left -= n;
          if (left < 0) throw bomb();
          if (keep) content.write(chunk, 0, n);
        }
        if (keep && wanted.putIfAbsent(entry.getName(), content.toByteArray()) != null)
          throw new Unreadable(Fault.BROKEN, "it holds " + entry.getName() + " twice");
      }
    } catch (ZipException encrypted) {
      if (String.valueOf(encrypted.getMessage()).contains("encrypted"))
        throw new Unreadable(Fault.ENCRYPTED, "it is encrypted; store a copy without a password");
      throw broken();
    } catch (IOException | IllegalArgumentException broken) {
      throw broken();
    }
    return wanted;
  }

  private static Unreadable bomb() {
    return new Unreadable(
        Fault.TOO_LARGE,
        "unpacked it has more than "
            + (UNPACKED >> 20)
            + " MB or "
            + ENTRIES
            + " parts, more than any document needs");
  }

  private static Unreadable broken() {
    return new Unreadable(Fault.BROKEN, "the archive is broken: it ends early or is damaged");
  }

  /// Without entities, document types or anything from outside, and within the platform's limits on
  /// depth and names.
  private static void parse(byte[] xml, DefaultHandler handler) throws Unreadable {
    try {
      var factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(xml)), handler);
    } catch (TooLong tooLong) {
      throw new Unreadable(Fault.TOO_LARGE, String.valueOf(tooLong.getMessage()));
    } catch (SAXException | IOException | ParserConfigurationException wrong) {
      throw new Unreadable(Fault.BROKEN, "its text is not the XML that Word writes");
    }
  }

  private static final class TooLong extends SAXException {
    private static final long serialVersionUID = 1;

    TooLong(String because) {
      super(because);
    }
  }

  private static final class Paragraphs extends DefaultHandler {
    /// What was deleted in a revision is not read, and a field shows its result, not its code.
    private static final Set<String> UNSEEN = Set.of("del", "moveFrom", "instrText", "Fallback");

    private final StringBuilder text = new StringBuilder();
    private final int longest;
    private boolean inText;
    private int unseen;

    Paragraphs(int longest) {
      this.longest = longest;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
      if (UNSEEN.contains(name)) unseen++;
      if (unseen > 0) return;
      switch (name) {
        case "t" -> inText = true;
        case "tab" -> text.append('\t');
        case "br", "cr" -> text.append('\n');
        case "noBreakHyphen" -> text.append('-');
        default -> {}
      }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
      if (UNSEEN.contains(name)) unseen--;
      if (name.equals("t")) inText = false;
      if (name.equals("p") && !text.isEmpty()) paragraph();
    }

    private void paragraph() {
      if (text.length() < 2 || text.charAt(text.length() - 2) != '\n') text.append("\n\n");
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
      if (!inText || unseen > 0) return;
      if (text.length() + length > longest)
        throw new TooLong("its text has more than " + longest + " characters");
      text.append(characters, start, length);
    }
  }

  private static final class Properties extends DefaultHandler {
    private final Map<String, String> values = new HashMap<>();
    private final StringBuilder value = new StringBuilder();

    @Nullable String line(String name) {
      return About.line(values.get(name));
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
      value.setLength(0);
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
      values.put(name, value.toString());
      value.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      if (value.length() < 10_000) value.append(characters, start, length);
    }
  }
}
