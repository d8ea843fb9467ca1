package planted.syntax;

import planted.model.Thing;

/// Breaks a rule of the house on purpose.
record KnowsModel(Thing thing) {}
