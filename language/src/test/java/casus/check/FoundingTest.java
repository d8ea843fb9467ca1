package casus.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoundingTest {
  static Checked check(String path) {
    var file = RepositoryFiles.ROOT.resolve(path);
    var folder = java.util.Objects.requireNonNull(file.getParent());
    return Checker.check(RepositoryFiles.text(file), new RepositoryFiles(folder), null);
  }

  @Test
  void golden() {
    for (var path :
        java.util.List.of(
            "spec/founding/golden.md",
            "spec/founding/shared-source.md",
            "cases/belarus-2020/dossier.md",
            "treaties/cst.md",
            "treaties/csto-charter.md",
            "treaties/un-charter.md",
            "treaties/union-state.md",
            "treaties/russian-forces-abroad.md")) {
      var checked = check(path);
      System.out.println("== " + path + "\n" + Rendered.lines(checked.problems()));
      if (checked.dossier() != null)
        for (var claim : checked.dossier().claims())
          System.out.println(claim.id() + " " + claim.chain() + " " + claim.leaning());
      assertThat(checked.dossier()).isNotNull();
    }
  }
}
