/// What a dossier says, resolved and dated: the records that everything downstream computes with.
@NullMarked
package casus.model;

import org.jspecify.annotations.NullMarked;
