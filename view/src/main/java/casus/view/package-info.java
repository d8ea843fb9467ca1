/// Answers as text and JSON: pure functions of the answer.
@NullMarked
package casus.view;

import org.jspecify.annotations.NullMarked;
