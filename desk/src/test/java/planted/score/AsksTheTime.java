package planted.score;

import java.time.Clock;
import java.time.Instant;

/// A score that depends on when it is asked for.
final class AsksTheTime {
  private AsksTheTime() {}

  static Instant now() {
    return Instant.now(Clock.systemUTC());
  }
}
