/// Answers as pictures: pure functions to SVG, each with the sentence and the table that say the
/// same.
@NullMarked
package casus.view.chart;

import org.jspecify.annotations.NullMarked;
