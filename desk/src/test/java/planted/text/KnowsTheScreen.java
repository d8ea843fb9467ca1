package planted.text;

import picocli.CommandLine;

/// Breaks a rule of the house on purpose.
record KnowsTheScreen(CommandLine line) {}
