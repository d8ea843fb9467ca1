package planted.there;

import org.jspecify.annotations.Nullable;

/// Breaks a rule of the house on purpose.
public record Here(planted.here.@Nullable There there) {}
