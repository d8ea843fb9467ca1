package planted.web;

import planted.cli.KnowsInference;

/// Breaks a rule of the house on purpose.
public record KnowsTheCommandLine(KnowsInference cli) {}
