/// The use cases (assess, check, format, test, explain, render, new, infer, export, convert): the
/// one place that joins the others.
@NullMarked
package casus.desk;

import org.jspecify.annotations.NullMarked;
