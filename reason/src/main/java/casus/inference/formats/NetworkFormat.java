package casus.inference.formats;

import casus.inference.Network;
import java.util.Locale;
import java.util.Optional;

/// A file format for discrete Bayesian networks. What each reads, writes and refuses is told in
/// `docs/formats.md`.
///
/// Rows that sum to 1 within a millionth for each state are renormalised silently (that is how
/// numbers of six decimals come out), rows within a thousandth with a note; any other row is a
/// fault. A text can claim more than it holds (2,000,000,000 states in a header): memory is taken
/// for what it holds.
public enum NetworkFormat {
  /// Interchange Format for Bayesian Networks 0.15 (Cozman 1998).
  BIF("bif") {
    @Override
    public Reading read(String text) {
      return BifReader.read(text);
    }

    @Override
    public Writing write(Network network) {
      return BifWriter.write(network);
    }
  },
  /// The XML-based BayesNets Interchange Format 0.3 (Cozman 1998).
  XMLBIF("xml", "xmlbif") {
    @Override
    public Reading read(String text) {
      return XmlBifReader.read(text, false);
    }

    @Override
    public Writing write(Network network) {
      return XmlBifWriter.write(network, false);
    }
  },
  /// XMLBIF as aGrUM reads and writes it: the first parent of a table varies fastest, not the last.
  BIFXML("bifxml") {
    @Override
    public Reading read(String text) {
      return XmlBifReader.read(text, true);
    }

    @Override
    public Writing write(Network network) {
      return XmlBifWriter.write(network, true);
    }
  },
  /// The format of GeNIe and SMILE (SMILE programmer's manual).
  XDSL("xdsl") {
    @Override
    public Reading read(String text) {
      return XdslReader.read(text);
    }

    @Override
    public Writing write(Network network) {
      return XdslWriter.write(network);
    }
  },
  /// The NET language of Hugin (Hugin API reference manual).
  NET("net", "hugin", "oobn") {
    @Override
    public Reading read(String text) {
      return NetReader.read(text);
    }

    @Override
    public Writing write(Network network) {
      return NetWriter.write(network);
    }
  },
  /// The model format of the UAI inference competitions, BAYES networks only.
  UAI("uai") {
    @Override
    public Reading read(String text) {
      return UaiReader.read(text);
    }

    @Override
    public Writing write(Network network) {
      return UaiWriter.write(network);
    }
  };

  private final String[] extensions;

  NetworkFormat(String... extensions) {
    this.extensions = extensions;
  }

  /// Reads a text of this format; never throws, whatever the text.
  public abstract Reading read(String text);

  /// Writes a network in this format. A fold, and a variable with hidden parents, is written as the
  /// equivalent table if that has at most 2^20 entries.
  public abstract Writing write(Network network);

  /// The usual ending of a file of this format, without the dot.
  public String extension() {
    return extensions[0];
  }

  /// The format that files with the ending of this name have, by custom.
  public static Optional<NetworkFormat> ofFileName(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    for (var format : values()) {
      for (var extension : format.extensions) {
        if (lower.endsWith("." + extension)) return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
