package casus.inference.formats;

import java.util.ArrayDeque;

/// Reads an XML text into elements (Extensible Markup Language 1.0, without namespaces). A document
/// type is skipped, not read: no entity but the five of XML itself is ever replaced, nothing
/// outside the text is looked at, and no text grows by being read. The encoding that the text
/// declares is ignored, since it is characters already.
final class XmlScan {
  private final Source source;
  private final String text;
  private int position;

  XmlScan(Source source) {
    this.source = source;
    text = source.text;
  }

  /// The outermost element.
  Element document() {
    var open = new ArrayDeque<Element>();
    Element root = null;
    while (true) {
      var markup = text.indexOf('<', position);
      var end = markup < 0 ? text.length() : markup;
      characters(open, end);
      if (markup < 0) break;
      if (skips("<!--", "-->", "a comment") || skips("<?", "?>", "an instruction")) continue;
      if (text.startsWith("<![CDATA[", position)) {
        verbatim(open);
      } else if (text.startsWith("<!", position)) {
        skipDocumentType();
      } else if (text.startsWith("</", position)) {
        close(open);
      } else {
        if (root != null && open.isEmpty()) {
          throw source.broken(position, "a second outermost element", "the end of the file");
        }
        var element = open(open);
        if (root == null) root = element;
      }
    }
    if (!open.isEmpty()) {
      throw source.broken(text.length(), "the end of the file", "</" + open.getLast().name + ">");
    }
    if (root == null) throw source.broken(text.length(), "no element", "an XML document");
    return root;
  }

  private boolean skips(String start, String end, String what) {
    if (!text.startsWith(start, position)) return false;
    var closing = text.indexOf(end, position + start.length());
    if (closing < 0) throw source.broken(position, what + " without its end", "\"" + end + "\"");
    position = closing + end.length();
    return true;
  }

  private void verbatim(ArrayDeque<Element> open) {
    var start = position + "<![CDATA[".length();
    skips("<![CDATA[", "]]>", "a verbatim section");
    if (open.isEmpty()) throw source.broken(start, "text", "an element");
    open.getLast().append(text.substring(start, position - 3), start);
  }

  private void characters(ArrayDeque<Element> open, int end) {
    while (position < end) {
      var ampersand = text.indexOf('&', position, end);
      var plainEnd = ampersand < 0 ? end : ampersand;
      if (open.isEmpty()) {
        for (var i = position; i < plainEnd; i++) {
          if (!Source.isBlank(text.charAt(i))) throw source.broken(i, "text", "an element");
        }
      } else {
        open.getLast().append(text.substring(position, plainEnd), position);
      }
      position = plainEnd;
      if (plainEnd == end) return;
      var start = position;
      var replaced = entity();
      if (open.isEmpty()) throw source.broken(start, "text", "an element");
      open.getLast().append(replaced, start);
    }
  }

  private String entity() {
    var end = text.indexOf(';', position, Math.min(position + 12, text.length()));
    var name = end < 0 ? "" : text.substring(position + 1, end);
    var code =
        switch (name) {
          case "lt" -> '<';
          case "gt" -> '>';
          case "amp" -> '&';
          case "apos" -> '\'';
          case "quot" -> '"';
          default -> numbered(name);
        };
    if (code < 0) {
      throw source.broken(
          position,
          name.isEmpty() ? "\"&\"" : Source.quoted("&" + name + ";"),
          "&lt; &gt; &amp; &apos; &quot; or a character by its number");
    }
    position = end + 1;
    return Character.toString(code);
  }

  private static int numbered(String name) {
    if (!name.startsWith("#")) return -1;
    var hexadecimal = name.startsWith("#x");
    try {
      var code = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
      return Character.isValidCodePoint(code) ? code : -1;
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  /// Skips `<!DOCTYPE … [ … ]>`: to the first `>` outside brackets, quotation marks and comments.
  private void skipDocumentType() {
    var start = position;
    var brackets = 0;
    position += 2;
    while (position < text.length()) {
      if (skips("<!--", "-->", "a comment")) continue;
      var c = text.charAt(position++);
      if (c == '"' || c == '\'') {
        var closing = text.indexOf(c, position);
        if (closing < 0) break;
        position = closing + 1;
      } else if (c == '[') {
        brackets++;
      } else if (c == ']') {
        brackets--;
      } else if (c == '>' && brackets <= 0) {
        return;
      }
    }
    throw source.broken(start, "a document type without its end", "\">\"");
  }

  private void close(ArrayDeque<Element> open) {
    var start = position;
    position += 2;
    var name = name("the name of an element");
    skipBlanks();
    expect('>');
    if (open.isEmpty() || !open.getLast().name.equals(name)) {
      throw source.broken(
          start,
          Source.quoted("</" + name + ">"),
          open.isEmpty() ? "an element" : "</" + open.getLast().name + ">");
    }
    open.removeLast();
  }

  private Element open(ArrayDeque<Element> open) {
    var start = position++;
    var element = new Element(name("the name of an element"), start);
    while (true) {
      skipBlanks();
      if (text.startsWith("/>", position)) {
        position += 2;
        break;
      }
      if (position < text.length() && text.charAt(position) == '>') {
        position++;
        break;
      }
      attribute(element);
    }
    if (!open.isEmpty()) open.getLast().children.add(element);
    // The sign before the bracket tells an empty element from one that is now open.
    if (text.charAt(position - 2) != '/') open.addLast(element);
    return element;
  }

  private void attribute(Element element) {
    var start = position;
    var name = name("an attribute, \">\" or \"/>\"");
    skipBlanks();
    expect('=');
    skipBlanks();
    var quote = position < text.length() ? text.charAt(position) : ' ';
    if (quote != '"' && quote != '\'') throw unexpected("a value in quotation marks");
    var at = ++position;
    var value = new StringBuilder();
    while (position < text.length() && text.charAt(position) != quote) {
      var c = text.charAt(position);
      if (c == '<') throw unexpected("a closing quotation mark");
      if (c == '&') {
        value.append(entity());
      } else {
        value.append(c);
        position++;
      }
    }
    if (position == text.length()) throw unexpected("a closing quotation mark");
    position++;
    if (element.attributes.put(name, new Word(value.toString(), at)) != null) {
      throw source.broken(start, "a second attribute " + Source.quoted(name), "one of each name");
    }
  }

  private String name(String expected) {
    var start = position;
    while (position < text.length() && isInName(text.charAt(position))) position++;
    if (position == start) throw unexpected(expected);
    return text.substring(start, position);
  }

  private static boolean isInName(char c) {
    return !Source.isBlank(c) && "<>/=\"'&".indexOf(c) < 0;
  }

  private void skipBlanks() {
    while (position < text.length() && Source.isBlank(text.charAt(position))) position++;
  }

  private void expect(char sign) {
    if (position >= text.length() || text.charAt(position) != sign) {
      throw unexpected("\"" + sign + "\"");
    }
    position++;
  }

  private Source.Broken unexpected(String expected) {
    return source.broken(
        position,
        position < text.length()
            ? Source.quoted(text.substring(position, position + 1))
            : "the end of the file",
        expected);
  }
}
