package planted.history;

/// Something of the past, to be known by those who may not.
public final class Records {
  private Records() {}
}
