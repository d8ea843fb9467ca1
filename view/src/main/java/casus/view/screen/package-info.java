/// The workbench's screens as HTML: pure functions from answers to pages and parts of pages.
@NullMarked
package casus.view.screen;

import org.jspecify.annotations.NullMarked;
