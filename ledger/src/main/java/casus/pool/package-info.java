/// One forecast from many: averages of several kinds, extremised, weighted, and made coherent.
@NullMarked
package casus.pool;

import org.jspecify.annotations.NullMarked;
