/// The workbench in a browser, on this machine only: addresses, and who may ask.
@NullMarked
package casus.web;

import org.jspecify.annotations.NullMarked;
