/// Documents as stored text: what a page, a letter or a file says, which parts of it are not the
/// article, where it comes from, and where in it quoted words stand.
@NullMarked
package casus.document;

import org.jspecify.annotations.NullMarked;
