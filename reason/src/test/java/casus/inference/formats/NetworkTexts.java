package casus.inference.formats;

/// One small network in every format: rain and a sprinkler wet the grass.
final class NetworkTexts {
  private NetworkTexts() {}

  static final String BIF =
      """
      // Written by hand.
      network "the garden" { property "kept dry"; }
      variable rain { type discrete [ 2 ] { no, yes }; property seen = often; }
      variable "the lawn" { type discrete[3] { dry "a bit damp" wet }; }
      variable sprinkler { type discrete [ 2 ] { off, on }; }
      probability ( rain ) { table 0.8, 0.2; }
      probability ( sprinkler | rain ) { (no) 0.6, 0.4; default 0.99, 0.01; }
      probability ( "the lawn" | rain, sprinkler ) {
        (no, on) 0.1, 0.3, 0.6; (no, off) 0.9 0.1 0;
        /* the rest */ (yes, off) 0.2, 0.3, 0.5; (yes, on) 1e-2, 0.19, .8;
      }
      """;

  static final String XMLBIF =
      """
      <?xml version="1.0"?>
      <!DOCTYPE BIF [ <!ELEMENT BIF ( NETWORK )*> <!-- > ' --> <!ENTITY x "]>"> ]>
      <BIF VERSION="0.3"><NETWORK><NAME>the garden</NAME>
      <VARIABLE TYPE="nature"><NAME>rain</NAME><OUTCOME>no</OUTCOME><OUTCOME>yes</OUTCOME></VARIABLE>
      <VARIABLE><NAME>the lawn</NAME><OUTCOME>dry</OUTCOME><OUTCOME>a bit d&#97;mp</OUTCOME>
        <OUTCOME><![CDATA[wet]]></OUTCOME><PROPERTY>green</PROPERTY></VARIABLE>
      <VARIABLE TYPE="nature"><NAME>sprinkler</NAME><OUTCOME>off</OUTCOME><OUTCOME>on</OUTCOME></VARIABLE>
      <DEFINITION><FOR>rain</FOR><TABLE>0.8 0.2</TABLE></DEFINITION>
      <DEFINITION><FOR>sprinkler</FOR><GIVEN>rain</GIVEN><TABLE>0.6 0.4 <!-- yes --> 0.99 0.01</TABLE></DEFINITION>
      <DEFINITION><FOR>the lawn</FOR><GIVEN>rain</GIVEN><GIVEN>sprinkler</GIVEN>
        <TABLE>0.9 0.1 0  0.1 0.3 0.6  0.2 0.3 0.5  0.01 0.19 0.8</TABLE></DEFINITION>
      </NETWORK></BIF>
      """;

  static final String XDSL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <smile version="1.0" id="garden" numsamples="1000">
        <nodes>
          <cpt id="rain"><state id="no" /><state id="yes" /><probabilities>0.8 0.2</probabilities></cpt>
          <cpt id="sprinkler"><state id="off" /><state id="on" /><parents>rain</parents>
            <probabilities>0.6 0.4 0.99 0.01</probabilities></cpt>
          <cpt id="thex_u0020_lawn"><state id="dry" /><state id="ax_u0020_bitx_u0020_damp" /><state id="wet" />
            <parents>rain sprinkler</parents>
            <probabilities>0.9 0.1 0 0.1 0.3 0.6 0.2 0.3 0.5 0.01 0.19 0.8</probabilities></cpt>
        </nodes>
        <extensions><genie version="1.0"><node id="rain"><position>1 2 3 4</position></node></genie></extensions>
      </smile>
      """;

  static final String NET =
      """
      class garden % in a class
      {
        inputs = ();
        node rain { label = "Rain; 100 % of it"; states = ("no" "yes"); position = (1 2); }
        discrete node sprinkler { states = ("off" "on"); }
        node thex_u0020_lawn { states = ("dry" "a bit damp" "wet"); }
        potential (rain) { data = (0.8 0.2); }
        potential (sprinkler | rain) { data = ((0.6 0.4) (0.99 0.01)); experience = (1 2); }
        potential (thex_u0020_lawn | rain sprinkler)
        { data = (((0.9 0.1 0) % dry
             (0.1 0.3 0.6)) ((0.2 0.3 0.5) (0.01 0.19 0.8))); }
      }
      """;

  static final String UAI =
      """
      BAYES
      3
      2 3 2
      3
      1 0
      2 0 2
      3 0 2 1
      2 0.8 0.2
      4 0.6 0.4 0.99 0.01
      12 0.9 0.1 0 0.1 0.3 0.6 0.2 0.3 0.5 0.01 0.19 0.8
      """;

  /// A fault has three degrees, none last, as GeNIe lists them; two causes, one of three states
  /// that are not listed by their strength.
  static final String NOISY_MAX =
      """
      <smile version="1.0" id="engine"><nodes>
        <cpt id="oil"><state id="low"/><state id="right"/><state id="none"/>
          <probabilities>0.2 0.7 0.1</probabilities></cpt>
        <cpt id="age"><state id="old"/><state id="new"/><probabilities>0.4 0.6</probabilities></cpt>
        <noisymax id="damage"><state id="severe"/><state id="light"/><state id="none"/>
          <parents>oil age</parents>
          <strengths>2 0 1 0 1</strengths>
          <parameters>0.7 0.2 0.1  0.1 0.5 0.4  0 0 1   0.05 0.25 0.7  0 0 1   0.01 0.02 0.97</parameters>
        </noisymax>
      </nodes></smile>
      """;
}
