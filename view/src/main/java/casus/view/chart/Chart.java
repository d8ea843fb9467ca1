package casus.view.chart;

/// A picture, what it says in a sentence, and the table that says the same.
///
/// @param svg escaped where it was drawn; its ids begin with the name of the chart, so that a page
///   may hold one of each kind
public record Chart(String svg, String sentence, Grid grid) {}
