/// Networks as text: the file formats of other programs, read and written. Works on text, never on
/// files; what is wrong with a text is a [casus.inference.formats.Fault], never an exception.
@NullMarked
package casus.inference.formats;

import org.jspecify.annotations.NullMarked;
