package planted.view;

import planted.desk.KnowsTheCommandLine;

/// Breaks a rule of the house on purpose.
public record KnowsTheDesk(KnowsTheCommandLine desk) {}
