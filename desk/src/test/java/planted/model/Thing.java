package planted.model;

import org.commonmark.node.Node;

/// Breaks a rule of the house on purpose.
public record Thing(Node node) {}
