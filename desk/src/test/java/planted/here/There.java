package planted.here;

/// Breaks a rule of the house on purpose.
public record There(planted.there.Here here) {}
