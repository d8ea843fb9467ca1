package planted.cli;

import planted.web.KnowsTheCommandLine;

/// Breaks a rule of the house on purpose.
public record KnowsTheServer(KnowsTheCommandLine web) {}
