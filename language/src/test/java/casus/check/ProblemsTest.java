package casus.check;

import static org.assertj.core.api.Assertions.assertThat;

import casus.text.Code;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every problem, exactly as reported. `-Dcasus.write=true` rewrites the table.
class ProblemsTest {
  @BeforeAll
  static void write() throws IOException {
    if (Boolean.getBoolean("casus.write"))
      java.nio.file.Files.writeString(
          Path.of("src/test/resources/casus/check/problems.txt"), ProblemTable.rewritten());
  }

  static List<ProblemTable.Entry> entries() {
    return ProblemTable.entries();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void isReported(ProblemTable.Entry entry) {
    assertThat(entry.reported().strip()).isEqualTo(String.join("\n", entry.expected()).strip());
  }

  @Test
  void theSmallDossierHasNone() {
    assertThat(Rendered.lines(new SmallDossier().check().problems())).isEmpty();
  }

  /// Without codes that another part reports: the form of lines, networks, records, forecasts and
  /// ledgers in files, judgements, the computation.
  @Test
  void coversEveryCodeOfTheCheck() {
    var missing = EnumSet.allOf(Code.class);
    missing.removeIf(code -> code.name().startsWith("E1") || code.name().startsWith("E8"));
    missing.removeAll(
        List.of(
            Code.E401, Code.E704, Code.E705, Code.E706, Code.E707, Code.E708, Code.E709, Code.W119,
            Code.W123, Code.W124));
    for (var entry : entries())
      for (var line : entry.expected()) missing.remove(Code.valueOf(line.substring(0, 4)));
    assertThat(missing).isEmpty();
  }
}
