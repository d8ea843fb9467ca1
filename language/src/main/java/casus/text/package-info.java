/// Source text, places in it, and the problems found there.
@NullMarked
package casus.text;

import org.jspecify.annotations.NullMarked;
