/// The ledger: what was forecast when and by whom, and how it came out.
@NullMarked
package casus.ledger;

import org.jspecify.annotations.NullMarked;
