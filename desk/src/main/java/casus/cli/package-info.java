/// The command line over the desk.
@NullMarked
package casus.cli;

import org.jspecify.annotations.NullMarked;
