/// Who did what to whom in a text: events by the types of PLOVER.
@NullMarked
package casus.event;

import org.jspecify.annotations.NullMarked;
