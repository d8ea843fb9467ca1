package casus.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A probability as typed: `20%` or `0.2`.
///
/// @param fraction from 0 to 1
record Percent(double fraction) {
  static final class Converter implements ITypeConverter<Percent> {
    @Override
    public Percent convert(String typed) {
      try {
        var percent = typed.strip().endsWith("%");
        var number = Double.parseDouble(percent ? typed.strip().replaceFirst("%$", "") : typed);
        var fraction = percent ? number / 100 : number;
        if (fraction >= 0 && fraction <= 1) return new Percent(fraction);
      } catch (NumberFormatException fallsThrough) {
        // the message below says what was expected
      }
      throw new TypeConversionException("'" + typed + "' is not a probability such as 20%");
    }
  }
}
