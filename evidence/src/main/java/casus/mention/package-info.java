/// What a text mentions that can be counted, dated or looked up: quantities, days, provisions.
@NullMarked
package casus.mention;

import org.jspecify.annotations.NullMarked;
