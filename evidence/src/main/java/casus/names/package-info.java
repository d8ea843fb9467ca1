/// Who and where a text names: persons, organisations and places, and the states they stand for.
@NullMarked
package casus.names;

import org.jspecify.annotations.NullMarked;
