package planted.view;

import org.eclipse.elk.core.options.Direction;

/// Breaks a rule of the house on purpose.
record LaysOutMaps(Direction direction) {}
