package casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The worked cases and the register of open questions, found by listing: each is a folder with a
/// dossier that has no errors, is in its one layout, keeps what it expects of the answer, and is on
/// the page of cases.
class CasesTest {
  private static final String PAGE = Repository.read(Path.of("docs/cases.md"));

  @TestFactory
  Stream<DynamicTest> everyCaseKeepsItsExpectations() {
    return Stream.of("cases/*/dossier.md", "cases/open/*/dossier.md")
        .flatMap(glob -> Repository.files(glob).stream())
        .map(CasesTest::folder)
        .map(folder -> DynamicTest.dynamicTest(folder.toString(), () -> keeps(folder)));
  }

  private static Path folder(Path dossier) {
    return Objects.requireNonNull(dossier.getParent());
  }

  /// Each is on record, as it was written.
  @TestFactory
  Stream<DynamicTest> everyOpenQuestionIsOnRecord() {
    return Repository.files("cases/open/*/dossier.md").stream()
        .map(CasesTest::folder)
        .map(folder ->
            DynamicTest.dynamicTest(
                folder.toString(),
                () -> {
                  assertThat(casus("record", folder, "--verify"))
                      .satisfies(CasesTest::succeeded)
                      .satisfies(
                          ran -> assertThat(ran.out()).startsWith("every line is as it was"));
                  assertThat(casus("record", folder, "--list").out()).contains("model");
                }));
  }

  private static void keeps(Path folder) {
    assertThat(PAGE).contains("(../" + folder.toString().replace('\\', '/') + "/dossier.md)");
    assertThat(casus("check", folder)).satisfies(CasesTest::succeeded);
    assertThat(casus("fmt", folder, "--check")).satisfies(CasesTest::succeeded);
    assertThat(casus("test", folder))
        .satisfies(CasesTest::succeeded)
        .satisfies(ran -> assertThat(ran.out().strip()).matches("(?s).*\\d expectations? met"));
  }

  private static void succeeded(Session.Ran ran) {
    assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(ExitCode.OK);
  }

  private static Session.Ran casus(String command, Path folder, String... options) {
    return new Session(Repository.ROOT)
        .run(
            Stream.concat(Stream.of(command, folder.toString()), Stream.of(options))
                .toArray(String[]::new));
  }
}
