package casus.model;

import java.util.List;

/// Words for probabilities, as a community of analysts has agreed on them.
///
/// @param id "icd203" or "uk"
/// @param bands in ascending order, covering 0 to 1 without gaps
public record Yardstick(String id, String title, List<Band> bands) {

  /// @param words for example "very unlikely"
  /// @param from lower bound, 0 to 1, inclusive
  /// @param to upper bound, exclusive, except that the last band includes 1
  public record Band(String words, double from, double to) {}

  /// US Intelligence Community Directive 203 (2015), with words for the two ends that it leaves
  /// out.
  public static final Yardstick ICD203 =
      new Yardstick(
          "icd203",
          "ICD 203",
          List.of(
              new Band("remote", 0, 0.01),
              new Band("almost no chance", 0.01, 0.05),
              new Band("very unlikely", 0.05, 0.20),
              new Band("unlikely", 0.20, 0.45),
              new Band("roughly even", 0.45, 0.55),
              new Band("likely", 0.55, 0.80),
              new Band("very likely", 0.80, 0.95),
              new Band("almost certain", 0.95, 0.99),
              new Band("virtually certain", 0.99, 1)));

  /// The UK Professional Head of Intelligence Assessment yardstick (2018); its gaps are closed at
  /// their middles.
  public static final Yardstick UK =
      new Yardstick(
          "uk",
          "UK PHIA yardstick",
          List.of(
              new Band("remote chance", 0, 0.075),
              new Band("highly unlikely", 0.075, 0.225),
              new Band("unlikely", 0.225, 0.375),
              new Band("realistic possibility", 0.375, 0.525),
              new Band("likely", 0.525, 0.775),
              new Band("highly likely", 0.775, 0.925),
              new Band("almost certain", 0.925, 1)));

  /// The band a probability falls in.
  public Band band(double probability) {
    for (var band : bands) if (probability < band.to) return band;
    return bands.getLast();
  }

  /// The words for a probability.
  public String words(double probability) {
    return band(probability).words();
  }
}
