package planted.util;

/// Breaks a rule of the house on purpose.
record Drawer() {}
