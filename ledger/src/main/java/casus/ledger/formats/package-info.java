/// Files of forecasts as their sites give them, and our own lines: text to sets of forecasts.
@NullMarked
package casus.ledger.formats;

import org.jspecify.annotations.NullMarked;
