/// Text to model: fences, syntax, names, dates, units, lints.
module casus.language {
  requires static transitive org.jspecify;

  exports casus.check;
  exports casus.model;
  exports casus.syntax;
  exports casus.text;
}
