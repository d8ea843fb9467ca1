package planted.cli;

import planted.inference.KnowsModel;

/// Breaks a rule of the house on purpose.
public record KnowsInference(KnowsModel model) {}
