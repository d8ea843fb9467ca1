package casus.inference.formats;

/// The words of a UAI file, one after the other.
final class UaiWords {
  private final Source source;
  private int position;
  private int place;

  UaiWords(Source source, int position) {
    this.source = source;
    this.position = position;
    skipBlanks();
  }

  private void skipBlanks() {
    while (position < source.text.length() && Source.isBlank(source.text.charAt(position))) {
      position++;
    }
  }

  /// Where the word taken last begins.
  int place() {
    return place;
  }

  /// Where the next word begins.
  int position() {
    return position;
  }

  boolean isAtEnd() {
    return position == source.text.length();
  }

  /// The most words that can still follow.
  long most() {
    return (source.text.length() - position + 1L) / 2;
  }

  Word next(String expected) {
    place = position;
    if (isAtEnd()) throw source.broken(position, "the end of the file", expected);
    while (!isAtEnd() && !Source.isBlank(source.text.charAt(position))) position++;
    var word = new Word(source.text.substring(place, position), place);
    skipBlanks();
    return word;
  }

  /// A count of things that must still follow, each at least a word.
  long count(String what, long most) {
    return upTo(what, Math.max(most, 0), " (the file ends before more could follow)");
  }

  /// An index from 0 to below `size`.
  int index(String what, int size) {
    return (int) upTo(what, size - 1L, "");
  }

  private long upTo(String what, long most, String why) {
    var word = next(what);
    var count = Numbers.parseCount(word.text());
    if (count < 0) throw source.broken(word.at(), word.quoted(), what);
    if (count > most) {
      throw source.broken(word.at(), count + " as " + what, "at most " + most + why);
    }
    return count;
  }

  void expectEnd() {
    if (!isAtEnd()) {
      var word = next("");
      throw source.broken(word.at(), word.quoted(), "the end of the file");
    }
  }
}
