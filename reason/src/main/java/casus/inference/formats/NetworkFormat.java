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
  XMLBIF("xml") {
    @Override
    public Reading read(String text) {
      return XmlBifReader.read(text);
    }

    @Override
    public Writing write(Network network) {
      return XmlBifWriter.write(network);
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
  NET("net") {
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

  private final String extension;

  NetworkFormat(String extension) {
    this.extension = extension;
  }

  /// Reads a text of this format; never throws, whatever the text.
  public abstract Reading read(String text);

  /// Writes a network in this format. A fold, and a variable with hidden parents, is written as the
  /// equivalent table if that has at most 2^20 entries.
  public abstract Writing write(Network network);

  /// The usual ending of a file of this format, without the dot.
  public String extension() {
    return extension;
  }

  /// The format that files with the ending of this name have, by custom.
  public static Optional<NetworkFormat> ofFileName(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
      case "bif" -> Optional.of(BIF);
      case "xml", "bifxml", "xmlbif" -> Optional.of(XMLBIF);
      case "xdsl" -> Optional.of(XDSL);
      case "net", "hugin", "oobn" -> Optional.of(NET);
      case "uai" -> Optional.of(UAI);
      default -> Optional.empty();
    };
  }
}
