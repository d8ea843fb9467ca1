/// Questions put to the network: could they, would they, how likely, what would change it, says
/// who.
@NullMarked
package casus.answer;

import org.jspecify.annotations.NullMarked;
