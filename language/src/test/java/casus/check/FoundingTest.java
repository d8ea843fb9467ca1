package casus.check;

import static org.assertj.core.api.Assertions.assertThat;

import casus.model.Claim;
import casus.model.Dossier;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The dossiers and library files of the repository, read as a user would have them read.
class FoundingTest {
  private static Checked check(String path) {
    var file = RepositoryFiles.ROOT.resolve(path);
    var folder = Objects.requireNonNull(file.getParent());
    return Checker.check(RepositoryFiles.text(file), new RepositoryFiles(folder), null);
  }

  private static Dossier golden() {
    return Objects.requireNonNull(check("spec/founding/golden.md").dossier());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec/founding/golden.md",
        "spec/founding/shared-source.md",
        "cases/belarus-2020/dossier.md",
        "treaties/cst.md",
        "treaties/csto-charter.md",
        "treaties/un-charter.md",
        "treaties/union-state.md",
        "treaties/russian-forces-abroad.md"
      })
  void hasNoErrors(String path) {
    var checked = check(path);
    assertThat(checked.problems()).filteredOn(problem -> problem.isError()).isEmpty();
    assertThat(checked.dossier()).isNotNull();
    assertThat(checked.expectations()).isNotEmpty();
  }

  /// The hand-compiled model takes the column as leaning along C1, C2 and C6, Minsk along C3, and
  /// nobody along the others.
  @Test
  void leansAsTheHandCompiledModel() {
    var leaning = new StringBuilder();
    for (var claim : golden().claims()) leaning.append(claim.id()).append(links(claim)).append(' ');
    assertThat(leaning.toString().strip())
        .isEqualTo("C1[o112] C2[o112] C3[minsk] C4[] C6[o112] C8[]");
  }

  private static String links(Claim claim) {
    return claim.leaning().stream().map(Claim.Link::source).toList().toString();
  }
}
