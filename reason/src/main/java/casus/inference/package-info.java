/// Exact inference in discrete Bayesian networks; knows nothing of dossiers and is usable alone.
@NullMarked
package casus.inference;

import org.jspecify.annotations.NullMarked;
