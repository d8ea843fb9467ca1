package casus.inference.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What is wrong with a text is told with its place, what stands there, and what should.
class MalformedTextsTest {
  private static final String TWO =
      """
      variable a { type discrete [2] { t, f }; }
      variable b { type discrete [2] { t, f }; }
      """;
  private static final String ONE_KNOWN = "probability ( a ) { table 0.5, 0.5; }\n";

  @TestFactory
  Stream<DynamicTest> eachMistakeIsToldWhereItStands() {
    return Stream.of(
        malformed(
            "truncated within a block",
            NetworkFormat.BIF,
            TWO + "probability ( a ) { table 0.5,",
            "3:31: found the end of the file, expected a probability or \";\""),
        malformed(
            "no text", NetworkFormat.BIF, "", "1:1: found no variable, expected at least one"),
        malformed(
            "not the format",
            NetworkFormat.BIF,
            "{\"network\": 1}",
            "1:1: found \"{\", expected \"network\", \"variable\" or \"probability\""),
        malformed(
            "too few numbers",
            NetworkFormat.BIF,
            TWO + ONE_KNOWN + "probability ( b | a ) { (t) 0.5, 0.5; (f) 1; }",
            "4:39: found 1 number for \"b\", expected 2 numbers"),
        malformed(
            "a table of the wrong size",
            NetworkFormat.BIF,
            TWO + ONE_KNOWN + "probability ( b | a ) { table 0.5, 0.5; }",
            "4:25: found 2 numbers for \"b\", expected 2 states times 2 configurations"),
        malformed(
            "a negative number",
            NetworkFormat.BIF,
            TWO + ONE_KNOWN + "probability ( b ) { table -0.5, 1.5; }",
            "4:27: found \"-0.5\", expected a probability"),
        malformed(
            "no number",
            NetworkFormat.BIF,
            TWO + ONE_KNOWN + "probability ( b ) { table NaN, 1; }",
            "4:27: found \"NaN\", expected a probability"),
        malformed(
            "a hexadecimal number",
            NetworkFormat.BIF,
            TWO + ONE_KNOWN + "probability ( b ) { table 0x1p-1, 0.5; }",
            "4:27: found \"0x1p-1\", expected a probability"),
        malformed(
            "an infinite number",
            NetworkFormat.BIF,
            TWO + ONE_KNOWN + "probability ( b ) { table 1e999, 0; }",
            "4:27: found \"1e999\", expected a probability"),
        malformed(
            "a row that does not sum to 1",
            NetworkFormat.BIF,
            TWO + ONE_KNOWN + "probability ( b | a ) { (t) 0.5, 0.5; (f) 0.5, 0.4; }",
            "4:43: found a row of \"b\" that sums to 0.9, expected a sum of 1"),
        malformed(
            "a cycle",
            NetworkFormat.BIF,
            TWO
                + "probability ( a | b ) { default 0.5, 0.5; }\nprobability ( b | a ) { default 0.5, 0.5; }",
            "3:15: found a cycle: a -> b -> a, expected a graph without cycles"),
        malformed(
            "a variable that is its own parent",
            NetworkFormat.BIF,
            TWO + ONE_KNOWN + "probability ( b | b ) { default 0.5, 0.5; }",
            "4:15: found a cycle: b -> b, expected a graph without cycles"),
        malformed(
            "a name declared twice",
            NetworkFormat.BIF,
            TWO
                + "variable a { type discrete [1] { x }; }\nprobability ( a ) { table 0.5, 0.5; }\nprobability ( b ) { table 0.5, 0.5; }",
            "3:10: found a second variable \"a\", expected a variable of another name"),
        malformed(
            "two tables of one variable",
            NetworkFormat.BIF,
            TWO + ONE_KNOWN + ONE_KNOWN + "probability ( b ) { table 0.5, 0.5; }",
            "4:15: found a second table of \"a\", expected one table for each variable"),
        malformed(
            "a variable without a table",
            NetworkFormat.BIF,
            TWO + ONE_KNOWN,
            "2:10: found \"b\" without probabilities, expected a table for each variable"),
        malformed(
            "an unknown parent",
            NetworkFormat.BIF,
            TWO + ONE_KNOWN + "probability ( b | c ) { default 0.5, 0.5; }",
            "4:19: found the unknown name \"c\", expected the name of a declared variable"),
        malformed(
            "a parent twice",
            NetworkFormat.BIF,
            TWO + ONE_KNOWN + "probability ( b | a, a ) { default 0.5, 0.5; }",
            "4:22: found \"a\" twice among the parents of \"b\", expected each parent once"),
        malformed(
            "an unknown state",
            NetworkFormat.BIF,
            TWO + ONE_KNOWN + "probability ( b | a ) { (t) 0.5, 0.5; (x) 0.5, 0.5; }",
            "4:40: found \"x\", expected a state of \"a\" (t, f)"),
        malformed(
            "a configuration twice",
            NetworkFormat.BIF,
            TWO + ONE_KNOWN + "probability ( b | a ) { (t) 0.5, 0.5; (t) 0.5, 0.5; }",
            "4:39: found a second row for the same configuration, expected one row for each"),
        malformed(
            "a row missing",
            NetworkFormat.BIF,
            TWO + ONE_KNOWN + "probability ( b | a ) { (t) 0.5, 0.5; }",
            "4:15: found 1 row for \"b\", expected 2 rows"),
        malformed(
            "two billion states",
            NetworkFormat.BIF,
            "variable a { type discrete [2000000000] { t, f }; }\nprobability ( a ) { table 0.5, 0.5; }\n",
            "1:29: found \"2000000000\" as the number of states of \"a\", expected 2, as many as are listed"),
        malformed(
            "a state twice",
            NetworkFormat.BIF,
            "variable a { type discrete [2] { t, t }; }\nprobability ( a ) { table 0.5, 0.5; }\n",
            "1:37: found a second state \"t\" of \"a\", expected a state of another name"),
        malformed(
            "no states",
            NetworkFormat.BIF,
            "variable a { }\n",
            "1:10: found \"a\" without states, expected at least one state"),
        malformed(
            "a continuous variable",
            NetworkFormat.BIF,
            "variable a { type continuous; }\n",
            "1:19: found \"continuous\", expected \"discrete\""),
        malformed(
            "a text without its end",
            NetworkFormat.BIF,
            "variable \"a { type discrete [2] { t, f }; }",
            "1:10: found a text without its end, expected a closing quotation mark"),
        malformed(
            "a comment without its end",
            NetworkFormat.BIF,
            "/* variable",
            "1:1: found a comment without its end, expected \"*/\""),
        malformed(
            "truncated",
            NetworkFormat.XMLBIF,
            "<BIF VERSION=\"0.3\"><NETWORK>",
            "1:29: found the end of the file, expected </NETWORK>"),
        malformed(
            "not closed in order",
            NetworkFormat.XMLBIF,
            "<BIF><NETWORK></BIF>",
            "1:15: found \"</BIF>\", expected </NETWORK>"),
        malformed(
            "another version",
            NetworkFormat.XMLBIF,
            "<BIF VERSION=\"0.5\"></BIF>",
            "1:15: found version \"0.5\", expected version 0.3"),
        malformed(
            "another document",
            NetworkFormat.XMLBIF,
            "<html></html>",
            "1:1: found the element <html>, expected <BIF>"),
        malformed(
            "an entity of the document type",
            NetworkFormat.XMLBIF,
            "<!DOCTYPE BIF [ <!ENTITY x SYSTEM \"file:///etc/hostname\"> ]>\n<BIF><NETWORK><NAME>&x;</NAME></NETWORK></BIF>",
            "2:24: found text that is not XML (The entity \"x\" was referenced, but not declared), expected well-formed XML"),
        malformed(
            "an attribute without its quotation marks",
            NetworkFormat.XMLBIF,
            "<!-- 𝕏 --><BIF VERSION=0.3></BIF>",
            "1:24: found text that is not XML (Open quote is expected for attribute \"VERSION\" associated with an element type \"BIF\"), expected well-formed XML"),
        malformed(
            "a number after references, comments and Windows line ends",
            NetworkFormat.XMLBIF,
            "<BIF><NETWORK><VARIABLE><NAME>a</NAME><OUTCOME>t</OUTCOME></VARIABLE>\r\n<DEFINITION><FOR>&#97;</FOR><TABLE>\r\n &#49; <!-- 𝕏 --><![CDATA[ 0 &x ]]> é</TABLE></DEFINITION></NETWORK></BIF>",
            "2:29: found 4 numbers for \"a\", expected 1 number",
            "3:30: found \"&x\", expected a probability",
            "3:37: found \"é\", expected a probability"),
        malformed(
            "a text before the document",
            NetworkFormat.XMLBIF,
            "BIF",
            "1:1: found text that is not XML (Content is not allowed in prolog), expected well-formed XML"),
        malformed(
            "a document type without its end",
            NetworkFormat.XMLBIF,
            "<?xml version=\"1.0\"?>\n<!DOCTYPE BIF [ <!ENTITY a \"]>\"> ",
            "2:1: found a document type without its end, expected \">\""),
        malformed(
            "a document type within the document",
            NetworkFormat.XMLBIF,
            "<BIF><!DOCTYPE BIF></BIF>",
            "1:6: found a document type, expected it before the outermost element"),
        malformed(
            "a utility",
            NetworkFormat.XMLBIF,
            "<BIF><NETWORK>\n<VARIABLE TYPE=\"utility\"><NAME>u</NAME></VARIABLE></NETWORK></BIF>",
            "2:17: found a variable of type \"utility\", expected \"nature\", a chance variable"),
        malformed(
            "two children",
            NetworkFormat.XMLBIF,
            "<BIF><NETWORK><VARIABLE><NAME>a</NAME><OUTCOME>t</OUTCOME></VARIABLE>\n<DEFINITION><FOR>a</FOR><FOR>b</FOR></DEFINITION></NETWORK></BIF>",
            "1:31: found \"a\" without probabilities, expected a table for each variable",
            "2:1: found 2 <FOR> in a definition, expected one: the child"),
        malformed(
            "no table",
            NetworkFormat.XMLBIF,
            "<BIF><NETWORK><VARIABLE><NAME>a</NAME><OUTCOME>t</OUTCOME></VARIABLE>\n<DEFINITION><FOR>a</FOR></DEFINITION></NETWORK></BIF>",
            "2:1: found no <TABLE> for \"a\", expected its probabilities"),
        malformed(
            "a bad number",
            NetworkFormat.XMLBIF,
            "<BIF><NETWORK><VARIABLE><NAME>a</NAME><OUTCOME>t</OUTCOME></VARIABLE>\n<DEFINITION><FOR>a</FOR><TABLE>\n one</TABLE></DEFINITION></NETWORK></BIF>",
            "3:2: found \"one\", expected a probability"),
        malformed(
            "a decision",
            NetworkFormat.XDSL,
            "<smile><nodes>\n<decision id=\"d\"><state id=\"a\"/></decision></nodes></smile>",
            "2:1: found a node of the kind \"decision\", expected \"cpt\", \"deterministic\" or \"noisymax\""),
        malformed(
            "an equation",
            NetworkFormat.XDSL,
            "<smile><nodes>\n<equation id=\"e\"><definition>e=Normal(0,1)</definition></equation></nodes></smile>",
            "2:1: found a node of the kind \"equation\", expected \"cpt\", \"deterministic\" or \"noisymax\""),
        malformed(
            "a DeMorgan gate",
            NetworkFormat.XDSL,
            "<smile><nodes>\n<demorgan id=\"d\"/></nodes></smile>",
            "2:1: found a node of the kind \"demorgan\", expected \"cpt\", \"deterministic\" or \"noisymax\""),
        malformed(
            "time slices",
            NetworkFormat.XDSL,
            "<smile>\n<dynamic numslices=\"10\"/><nodes/></smile>",
            "2:1: found a dynamic network, expected a network without time slices"),
        malformed(
            "no node",
            NetworkFormat.XDSL,
            "<smile><nodes/></smile>",
            "1:1: found no variable, expected at least one"),
        malformed(
            "no id",
            NetworkFormat.XDSL,
            "<smile><nodes>\n<cpt/></nodes></smile>",
            "2:1: found <cpt> without an id, expected one"),
        malformed(
            "an unknown resulting state",
            NetworkFormat.XDSL,
            "<smile><nodes><deterministic id=\"a\"><state id=\"t\"/>\n<resultingstates>x</resultingstates></deterministic></nodes></smile>",
            "2:18: found \"x\", expected a state of \"a\" (t)"),
        malformed(
            "too few parameters",
            NetworkFormat.XDSL,
            "<smile><nodes><noisymax id=\"a\"><state id=\"t\"/><state id=\"f\"/>\n<parameters>0.5</parameters></noisymax></nodes></smile>",
            "2:1: found 1 number for \"a\", expected 2 states times 1 row, one for each state of each parent and one for the leak"),
        malformed(
            "a strength twice",
            NetworkFormat.XDSL,
            "<smile><nodes><cpt id=\"p\"><state id=\"t\"/><state id=\"f\"/><probabilities>1 0</probabilities></cpt>\n<noisymax id=\"a\"><state id=\"t\"/><state id=\"f\"/><parents>p</parents><strengths>0 0</strengths><parameters>0.5 0.5 0 1 0 1</parameters></noisymax></nodes></smile>",
            "2:81: found \"0\", expected each state of \"p\" once, counted from 0"),
        malformed(
            "a utility",
            NetworkFormat.NET,
            "net { }\nutility u { }",
            "2:1: found \"utility\", expected only discrete chance nodes (\"node\")"),
        malformed(
            "a decision",
            NetworkFormat.NET,
            "net { }\ndecision d { states = (\"a\"); }",
            "2:1: found \"decision\", expected only discrete chance nodes (\"node\")"),
        malformed(
            "a continuous node",
            NetworkFormat.NET,
            "net { }\ncontinuous node c { }",
            "2:1: found \"continuous\", expected only discrete chance nodes (\"node\")"),
        malformed(
            "a normal distribution",
            NetworkFormat.NET,
            "node a { states = (\"t\"); }\npotential (a) { data = ( normal (0, 1) ); }",
            "2:26: found \"normal\", expected the table of a discrete node"),
        malformed(
            "two children",
            NetworkFormat.NET,
            "node a { states = (\"t\"); }\npotential (a b) { }",
            "2:14: found \"b\", expected \"|\" or \")\": a potential has one child"),
        malformed(
            "an expression alone",
            NetworkFormat.NET,
            "node a { states = (\"t\"); }\npotential (a) { model_data = ( Binomial (1, 2) ); }",
            "2:17: found an expression without its table, expected \"data\""),
        malformed(
            "parentheses that do not balance",
            NetworkFormat.NET,
            "node a { states = (\"t\"); }\npotential (a) { data = (( 1 ); }",
            "2:30: found \";\", expected a probability, \"(\" or \")\""),
        malformed(
            "truncated",
            NetworkFormat.NET,
            "node a { states = (\"t\"",
            "1:23: found the end of the file, expected a state or \")\""),
        malformed(
            "a wrong size",
            NetworkFormat.NET,
            "node a { states = (\"t\" \"f\"); }\npotential (a) { data = (0.2 0.3 0.5); }",
            "2:12: found 3 numbers for \"a\", expected 2 numbers"),
        malformed(
            "a Markov network",
            NetworkFormat.UAI,
            "MARKOV 1 2 1 1 0 2 1 1",
            "1:1: found a Markov network, expected a Bayesian network (\"BAYES\")"),
        malformed(
            "two billion variables",
            NetworkFormat.UAI,
            "BAYES\n2000000000 2",
            "2:1: found 2000000000 as the number of variables, expected at most 6 (the file ends before more could follow)"),
        malformed(
            "two billion states",
            NetworkFormat.UAI,
            "BAYES\n1\n2000000000\n1\n1 0\n2 0.5 0.5",
            "3:1: found 2000000000 as the number of states of variable 0, expected at most 13 (the file ends before more could follow)"),
        malformed(
            "a table of two billion numbers",
            NetworkFormat.UAI,
            "BAYES\n1\n2\n1\n1 0\n2000000000 0.5 0.5",
            "6:1: found 2000000000 as the size of a table, expected at most 9 (the file ends before more could follow)"),
        malformed(
            "a number beyond all counts",
            NetworkFormat.UAI,
            "BAYES\n99999999999999999999",
            "2:1: found \"99999999999999999999\", expected the number of variables"),
        malformed(
            "an unknown variable",
            NetworkFormat.UAI,
            "BAYES 1 2 1 1 7 2 0.5 0.5",
            "1:15: found 7 as a variable, expected at most 0"),
        malformed(
            "too many tables",
            NetworkFormat.UAI,
            "BAYES 1 2 2 1 0 1 0 2 1 0 2 1 0",
            "1:11: found 2 tables, expected 1, one for each variable"),
        malformed(
            "a wrong size",
            NetworkFormat.UAI,
            "BAYES 1 2 1 1 0 3 0.2 0.3 0.5",
            "1:17: found 3 numbers for \"x0\", expected 2 numbers"),
        malformed(
            "something after the end",
            NetworkFormat.UAI,
            "BAYES 1 2 1 1 0 2 0.5 0.5 more",
            "1:27: found \"more\", expected the end of the file"),
        malformed(
            "truncated",
            NetworkFormat.UAI,
            "BAYES 1 2 1 1 0 2 0.5",
            "1:22: found the end of the file, expected a probability"));
  }

  private static DynamicTest malformed(
      String mistake, NetworkFormat format, String text, String... messages) {
    return DynamicTest.dynamicTest(
        format + ": " + mistake,
        () -> assertThat(messages(format, text)).containsExactly(messages));
  }

  private static List<String> messages(NetworkFormat format, String text) {
    return format.read(text) instanceof Reading.Malformed malformed
        ? malformed.faults().stream().map(Fault::message).toList()
        : List.of();
  }

  @Test
  void aDefaultDoesNotStandForAnyNumberOfRows() {
    var text = new StringBuilder();
    for (var i = 0; i < 40; i++) {
      text.append("variable v%d { type discrete [2] { t, f }; }\n".formatted(i));
    }
    text.append("probability ( v0 |");
    for (var i = 1; i < 40; i++) text.append(" v").append(i);
    text.append(" ) { default 0.5, 0.5; }\n");
    for (var i = 1; i < 40; i++) {
      text.append("probability ( v%d ) { table 0.5, 0.5; }\n".formatted(i));
    }
    assertThat(messages(NetworkFormat.BIF, text.toString()))
        .containsExactly(
            "41:15: found 0 rows for \"v0\" of 549755813888 and a \"default\", expected at most"
                + " 4194304 entries that the file implies without listing them");
  }

  @Test
  void allFaultsAreToldAtOnceAndNoMoreThanAHundred() {
    var text = TWO + "probability ( a | c ) { (t) x; }\nprobability ( b ) { table 0.5, 0.6; }";
    assertThat(messages(NetworkFormat.BIF, text))
        .containsExactly(
            "3:19: found the unknown name \"c\", expected the name of a declared variable",
            "3:29: found \"x\", expected a probability",
            "4:27: found a row of \"b\" that sums to 1.1, expected a sum of 1");
    assertThat(messages(NetworkFormat.BIF, TWO.repeat(200))).hasSize(100);
  }
}
