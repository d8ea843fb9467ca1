/// A dossier compiled to one Bayesian network, each parameter remembering the words it came from.
@NullMarked
package casus.network;

import org.jspecify.annotations.NullMarked;
