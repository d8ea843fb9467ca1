/// An answer as a document to hand on, in HTML and in Markdown: prose, figures, charts, sources.
@NullMarked
package casus.view.report;

import org.jspecify.annotations.NullMarked;
