/// Model to answer: exact inference, law, and the answers with what they rest on.
module casus.reason {
  requires transitive casus.language;
  requires java.xml;
  requires static transitive org.jspecify;

  exports casus.answer;
  exports casus.inference;
  exports casus.inference.formats;
  exports casus.network;
  exports casus.treaty;
}
