/// The outside view: which records of the past there are, which of them a reference class takes in,
/// and how often what happened among them.
@NullMarked
package casus.history;

import org.jspecify.annotations.NullMarked;
