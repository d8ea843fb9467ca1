/// Who said what in a text, how, and to whom: candidate claims for an analyst to accept.
@NullMarked
package casus.attribution;

import org.jspecify.annotations.NullMarked;
