import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/// Writes a table of a million forecasts, to see how long they take: 2,000 questions, 50
/// forecasters each out of 200, ten forecasts of everyone. Seeded.
final class Million {
  private Million() {}

  public static void main(String[] arguments) throws IOException {
    var random = new SplittableRandom(1);
    try (var out = Files.newBufferedWriter(Path.of(arguments[0]))) {
      out.write("question,forecaster,time,probability,outcome,opens,closes,known\n");
      for (var q = 0; q < 2000; q++) {
        var opens = LocalDate.of(2020, 1, 1).plusDays(q / 2);
        var closes = opens.plusDays(60);
        var truth = random.nextDouble();
        var outcome = random.nextDouble() < truth ? "yes" : "no";
        for (var f = 0; f < 50; f++)
          for (var day = 0; day < 60; day += 6)
            out.write(
                String.format(
                    Locale.ROOT,
                    "q%d,f%d,%s,%.3f,%s,%s,%s,%s%n",
                    q,
                    f + 50 * (q % 4),
                    opens.plusDays(day),
                    Math.clamp(truth + random.nextDouble(-0.3, 0.3), 0.01, 0.99),
                    outcome,
                    opens,
                    closes,
                    closes.plusDays(1)));
      }
    }
  }
}
