package casus.view;

/// The page that text is set on.
///
/// @param width in columns; no line is longer. Narrower than 40 counts as 40
/// @param colour whether ANSI colours underline what the words already say; nothing is told by
///   colour alone
/// @param ascii whether only ASCII characters are used
/// @param full everything, rather than one screen of about 50 lines at 100 columns
public record Page(int width, boolean colour, boolean ascii, boolean full) {
  /// 100 columns, Unicode without colour, one screen.
  public static final Page PLAIN = new Page(100, false, false, false);

  public Page {
    width = Math.max(40, width);
  }

  public Page width(int columns) {
    return new Page(columns, colour, ascii, full);
  }

  public Page colour(boolean on) {
    return new Page(width, on, ascii, full);
  }

  public Page ascii(boolean on) {
    return new Page(width, colour, on, full);
  }

  public Page full(boolean on) {
    return new Page(width, colour, ascii, on);
  }
}
