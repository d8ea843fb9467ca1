package casus.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// In which encoding the bytes of a text are.
final class Encoding {
  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9_:.+-]{1,40})");

  private Encoding() {}

  /// The encoding that a content type names, or null.
  static @Nullable Charset declared(@Nullable String contentType) {
    if (contentType == null) return null;
    var found = CHARSET.matcher(contentType);
    return found.find() ? named(found.group(1)) : null;
  }

  /// As browsers do, what calls itself Latin-1 is read as Windows-1252, which holds more.
  static @Nullable Charset named(String name) {
    try {
      var charset = Charset.forName(name);
      return charset.equals(StandardCharsets.ISO_8859_1)
              || charset.equals(StandardCharsets.US_ASCII)
          ? Charset.forName("windows-1252")
          : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return null;
    }
  }

  /// The mark at the start, else UTF-8 where the bytes are that, else what was declared, else
  /// Windows-1251 where they look like Cyrillic and Windows-1252 otherwise.
  ///
  /// @param declared what a header or the text itself says, or null
  static Charset of(byte[] bytes, @Nullable Charset declared) {
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) return StandardCharsets.UTF_8;
    if (begins(bytes, 0xFE, 0xFF)) return StandardCharsets.UTF_16BE;
    if (begins(bytes, 0xFF, 0xFE)) return StandardCharsets.UTF_16LE;
    if (isUtf8(bytes)) return StandardCharsets.UTF_8;
    if (declared != null && !declared.equals(StandardCharsets.UTF_8)) return declared;
    if (mostlyUtf8(bytes)) return StandardCharsets.UTF_8;
    return Charset.forName(looksCyrillic(bytes) ? "windows-1251" : "windows-1252");
  }

  /// The text, without a byte-order mark; bytes that stand for no character become U+FFFD.
  static String decode(byte[] bytes, Charset charset) {
    var text = new String(bytes, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean begins(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) return false;
    for (var i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
    return true;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      var _ =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  /// UTF-8 with a few broken characters, as pages have that were cut or pasted together.
  private static boolean mostlyUtf8(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    var broken = text.chars().filter(c -> c == 0xFFFD).count();
    var beyond = text.chars().filter(c -> c > 127 && c != 0xFFFD).count();
    return broken * 10 < beyond;
  }

  /// In Windows-1251 Russian words are runs of bytes from C0 on; in Western texts such bytes stand
  /// alone between ASCII letters.
  private static boolean looksCyrillic(byte[] bytes) {
    var high = 0;
    var paired = 0;
    for (var i = 1; i < bytes.length; i++) {
      if ((bytes[i] & 0xFF) < 0xC0) continue;
      high++;
      if ((bytes[i - 1] & 0xFF) >= 0xC0) paired++;
    }
    return high > 0 && paired * 2 > high;
  }
}
