/// Syntax tree to model: names, dates, units, types and lints, every problem at once.
@NullMarked
package casus.check;

import org.jspecify.annotations.NullMarked;
