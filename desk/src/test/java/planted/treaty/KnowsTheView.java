package planted.treaty;

import planted.view.KnowsTheDesk;

/// Breaks a rule of the house on purpose.
record KnowsTheView(KnowsTheDesk view) {}
