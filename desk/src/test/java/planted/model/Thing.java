package planted.model;

import picocli.CommandLine;

/// Breaks a rule of the house on purpose.
public record Thing(CommandLine line) {}
