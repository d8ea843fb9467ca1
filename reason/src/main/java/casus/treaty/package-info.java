/// Norms, their defeat and their pathways: what the law says of an act, as conditions over facts.
@NullMarked
package casus.treaty;

import org.jspecify.annotations.NullMarked;
