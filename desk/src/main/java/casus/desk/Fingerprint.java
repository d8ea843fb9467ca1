package casus.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// By what a text is known again: its SHA-256.
final class Fingerprint {
  private Fingerprint() {}

  /// In hexadecimal.
  static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The same, whatever ends its lines.
  static String ofLines(String text) {
    return of(text.replace("\r\n", "\n"));
  }

  static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
