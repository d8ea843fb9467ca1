package casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/// `docs/cli.md` cannot fall behind: it names every command, option and exit code.
class DocumentedTest {
  private static final String PAGE = Repository.read(Path.of("docs/cli.md"));

  @TestFactory
  Stream<DynamicTest> everyCommandAndOptionIsDocumented() {
    return Casus.commandLine(Terminal.ofProcess()).getSubcommands().entrySet().stream()
        .map(c -> DynamicTest.dynamicTest(c.getKey(), () -> documented(c.getKey(), c.getValue())));
  }

  private static void documented(String name, CommandLine command) {
    assertThat(PAGE).contains("\n## " + name + "\n");
    for (var option : command.getCommandSpec().options())
      for (var spelling : option.names())
        assertThat(PAGE).as("option of casus " + name).containsPattern("[`(]" + spelling + "[` ]");
    // Commands below a command stand on its part of the page.
    for (var below : command.getSubcommands().entrySet())
      for (var option : below.getValue().getCommandSpec().options())
        for (var spelling : option.names())
          assertThat(PAGE)
              .as("option of casus " + name + " " + below.getKey())
              .containsPattern("[`(]" + spelling + "[` ]");
    var help = command.getUsageMessage();
    assertThat(help).as("examples").contains("casus " + name);
    assertThat(help.indexOf("casus " + name))
        .as("examples first")
        .isLessThan(help.indexOf("How to call it"));
  }

  @TestFactory
  Stream<DynamicTest> everyExitCodeIsDocumented() {
    return Stream.of(ExitCode.class.getDeclaredFields())
        .map(f ->
            DynamicTest.dynamicTest(
                f.getName(), () -> assertThat(PAGE).contains("\n| " + f.get(null) + " |")));
  }
}
