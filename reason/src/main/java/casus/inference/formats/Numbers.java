package casus.inference.formats;

import java.util.Arrays;

/// Numbers as they stand in a text, each with its place. Grows with what is there.
final class Numbers {
  private double[] values = new double[8];
  private int[] places = new int[8];
  private int size;

  void add(double value, int at) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
      places = Arrays.copyOf(places, 2 * size);
    }
    values[size] = value;
    places[size++] = at;
  }

  /// Adds the word as a probability, or records that it is none.
  void addProbability(Source source, Word word) {
    var value = parse(word.text());
    if (!(value >= 0 && value <= Double.MAX_VALUE)) {
      source.fault(word.at(), word.quoted(), "a probability");
      value = Double.NaN;
    }
    add(value, word.at());
  }

  int size() {
    return size;
  }

  double value(int i) {
    return values[i];
  }

  int place(int i) {
    return places[i];
  }

  /// A decimal number, or NaN: other spellings that Java knows (hexadecimal, 1d, Infinity) are no
  /// numbers here.
  static double parse(String word) {
    for (var i = 0; i < word.length(); i++) {
      var c = word.charAt(i);
      var digit = c >= '0' && c <= '9';
      if (!(digit || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E')) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  /// A whole number from 0, or −1 where the word is none or beyond a long.
  static long parseCount(String word) {
    if (word.isEmpty() || word.length() > 18) return -1;
    var count = 0L;
    for (var i = 0; i < word.length(); i++) {
      var c = word.charAt(i);
      if (c < '0' || c > '9') return -1;
      count = count * 10 + (c - '0');
    }
    return count;
  }
}
