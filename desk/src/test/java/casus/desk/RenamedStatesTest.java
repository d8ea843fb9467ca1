package casus.desk;

import static org.assertj.core.api.Assertions.assertThat;

import casus.check.Files;
import casus.desk.Opening.Opened;
import casus.text.SourceText;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The law knows states by what binds them, not by their names: with every code changed throughout,
/// in the file and in all it uses, each test of the library still holds.
class RenamedStatesTest {
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]{3}\\b");

  /// What every file says, with other states.
  private record Renamed(Files files) implements Files {
    @Override
    public Reading read(String path) {
      return files.read(path) instanceof Reading.Found(var source)
          ? new Reading.Found(renamed(source))
          : files.read(path);
    }
  }

  private static SourceText renamed(SourceText source) {
    return new SourceText(source.name(), CODE.matcher(source.text()).replaceAll("Z$0"));
  }

  @TestFactory
  Stream<DynamicTest> theTestsOfTheLibraryHoldOfOtherStates() {
    return Library.paths().stream().map(path -> DynamicTest.dynamicTest(path, () -> holds(path)));
  }

  private static void holds(String path) {
    var source = renamed(Objects.requireNonNull(Library.read(path)));
    var files = new Renamed(new FolderFiles(Path.of(""), "", Map.of()));
    var tested = Testing.test(new Opened(Path.of(path), source, files));
    assertThat(tested.problems()).noneMatch(problem -> problem.isError());
    assertThat(tested.results()).isNotEmpty();
    for (var result : tested.results())
      assertThat(result.met()).as(result.expectation().written() + ": " + result.found()).isTrue();
  }
}
