package planted.text;

import org.commonmark.node.Node;

/// Breaks a rule of the house on purpose.
record KnowsMarkdown(Node node) {}
