package casus.inference.formats;

/// A word of a text and where it begins.
record Word(String text, int at) {
  String quoted() {
    return Source.quoted(text);
  }
}
