package planted.inference.formats;

import planted.model.Thing;

/// Breaks a rule of the house on purpose.
public record KnowsModel(Thing thing) {}
