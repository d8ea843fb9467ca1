package casus.inference.formats;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/// Reads an XML text into elements with places, by the parser of the platform (Extensible Markup
/// Language 1.0, without namespaces).
///
/// What stands before the outermost element (the declaration, comments, a document type) is skipped
/// and never reaches the parser: no entity but the five of XML itself is ever replaced, nothing
/// outside the text is looked at, and no text grows by being read.
///
/// The parser tells where markup ends. Where it begins, and where each attribute and each character
/// of a text stands, is then read off the source: in a well-formed text no `<` stands within a tag.
final class XmlText {
  /// An attribute within a tag that the parser has accepted; its value stands in quotation marks.
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([^\\s=<>/\"']+)\\s*=\\s*(\"[^\"]*\"|'[^']*')");

  private final Source source;

  /// The source's text with line feeds only, each character at its place.
  private final String text;

  private XmlText(Source source) {
    this.source = source;
    text = source.text.replace("\r\n", " \n").replace('\r', '\n');
  }

  /// The outermost element.
  static Element read(Source source) {
    return new XmlText(source).document();
  }

  private Element document() {
    var start = afterProlog();
    var elements = new Elements(start);
    try {
      var factory = SAXParserFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var parser = factory.newSAXParser();
      parser.setProperty("http://xml.org/sax/properties/lexical-handler", elements);
      // Messages in one language, whatever that of the machine.
      parser.setProperty("http://apache.org/xml/properties/locale", Locale.ROOT);
      var content = new StringReader(text);
      content.skip(start);
      parser.parse(new InputSource(content), elements);
    } catch (SAXParseException broken) {
      throw elements.located(broken);
    } catch (SAXException lost) {
      throw elements.lost(lost);
    } catch (IOException | ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
    return elements.root();
  }

  private int afterProlog() {
    var at = 0;
    while (at < text.length()) {
      if (Source.isBlank(text.charAt(at))) {
        at++;
      } else if (text.startsWith("<!--", at)) {
        at = after("-->", at, "a comment");
      } else if (text.startsWith("<?", at)) {
        at = after("?>", at, "an instruction");
      } else if (text.startsWith("<!DOCTYPE", at)) {
        at = afterDocumentType(at);
      } else {
        return at;
      }
    }
    throw source.broken(text.length(), "no element", "an XML document");
  }

  private int after(String end, int at, String what) {
    var closing = text.indexOf(end, at + 2);
    if (closing < 0) throw source.broken(at, what + " without its end", "\"" + end + "\"");
    return closing + end.length();
  }

  /// After the first `>` outside brackets, quotation marks and comments.
  private int afterDocumentType(int start) {
    var brackets = 0;
    var at = start + 2;
    while (at < text.length()) {
      if (text.startsWith("<!--", at)) {
        at = after("-->", at, "a comment");
        continue;
      }
      var c = text.charAt(at++);
      if (c == '"' || c == '\'') {
        var closing = text.indexOf(c, at);
        if (closing < 0) break;
        at = closing + 1;
      } else if (c == '[') {
        brackets++;
      } else if (c == ']') {
        brackets--;
      } else if (c == '>' && brackets <= 0) {
        return at;
      }
    }
    throw source.broken(start, "a document type without its end", "\">\"");
  }

  /// Builds the tree from what the parser tells.
  private final class Elements extends DefaultHandler2 {
    private final ArrayDeque<Element> open = new ArrayDeque<>();
    private final int start;
    private @Nullable Locator locator;
    private @Nullable Element root;
    private boolean verbatim;

    /// Where the text begins that the parser tells of next.
    private int at;

    Elements(int start) {
      this.start = start;
    }

    Element root() {
      if (root == null) throw source.broken(text.length(), "no element", "an XML document");
      return root;
    }

    @Override
    public void setDocumentLocator(Locator given) {
      locator = given;
    }

    /// Where the parser has come to; it counts lines and UTF-16 columns from `start`.
    private int reached() {
      return locator == null ? start : offset(locator.getLineNumber(), locator.getColumnNumber());
    }

    private int offset(int line, int column) {
      return line == 1 ? start + column - 1 : source.offset(source.line(start) + line - 1, column);
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      at = reached();
      var tag = text.lastIndexOf('<', at - 1);
      var element = new Element(name, tag);
      var place = ATTRIBUTE.matcher(text).region(tag, at);
      while (place.find()) {
        var value = attributes.getValue(place.group(1));
        if (value != null) {
          element.attributes.put(place.group(1), new Word(value, place.start(2) + 1));
        }
      }
      if (open.isEmpty()) root = element;
      else open.getLast().children.add(element);
      open.addLast(element);
    }

    @Override
    public void endElement(String uri, String local, String name) {
      at = reached();
      open.removeLast();
    }

    /// Each run of characters with its place: a reference stands for one character.
    @Override
    public void characters(char[] characters, int from, int length) {
      var run = new String(characters, from, length);
      var i = 0;
      while (i < run.length()) {
        var reference = verbatim ? -1 : text.indexOf('&', at);
        if (reference == at) {
          var one = run.offsetByCodePoints(i, 1);
          open.getLast().append(run.substring(i, one), at);
          at = text.indexOf(';', at) + 1;
          i = one;
        } else {
          var most =
              reference < 0
                  ? run.length()
                  : (int) Math.min(run.length(), i + (long) reference - at);
          open.getLast().append(run.substring(i, most), at);
          at += most - i;
          i = most;
        }
      }
    }

    @Override
    public void comment(char[] characters, int from, int length) {
      at = reached();
    }

    @Override
    public void processingInstruction(String target, String data) {
      at = reached();
    }

    @Override
    public void startCDATA() {
      at = text.indexOf("<![CDATA[", at) + "<![CDATA[".length();
      verbatim = true;
    }

    @Override
    public void endCDATA() {
      at = reached();
      verbatim = false;
    }

    @Override
    public void fatalError(SAXParseException broken) throws SAXParseException {
      throw broken;
    }

    /// What the parser found wrong, in our words where they are better than its own.
    Source.Broken located(SAXParseException broken) {
      var place = offset(broken.getLineNumber(), broken.getColumnNumber());
      if (text.substring(place).isBlank() && !open.isEmpty()) {
        return source.broken(text.length(), "the end of the file", endOf(open.getLast()));
      }
      if (text.startsWith("</", place - 2) && !open.isEmpty()) {
        var tag = text.substring(place - 2, Math.max(place, text.indexOf('>', place) + 1));
        return source.broken(place - 2, Source.quoted(tag), endOf(open.getLast()));
      }
      return broken(place, broken);
    }

    /// The parser of JDK 25 loses its way, without a place, at a document type within an element.
    Source.Broken lost(SAXException fault) {
      var tag = text.lastIndexOf('<', reached() - 1);
      return text.startsWith("<!DOCTYPE", tag)
          ? source.broken(tag, "a document type", "it before the outermost element")
          : broken(reached(), fault);
    }

    private Source.Broken broken(int place, SAXException fault) {
      var because =
          String.valueOf(fault.getMessage())
              .strip()
              .replaceAll("\\s+", " ")
              .replaceFirst("\\.$", "");
      return source.broken(place, "text that is not XML (" + because + ")", "well-formed XML");
    }

    private static String endOf(Element element) {
      return "</" + element.name + ">";
    }
  }
}
