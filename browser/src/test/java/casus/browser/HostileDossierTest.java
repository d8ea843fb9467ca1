package casus.browser;

import static org.assertj.core.api.Assertions.assertThat;

import casus.desk.Checking;
import casus.text.Problem;
import casus.view.screen.Screen;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// A dossier and a source that try to run something, load something or take over the page: on every
/// screen their words are shown and nothing of it happens.
@TestInstance(Lifecycle.PER_CLASS)
class HostileDossierTest {
  /// Where a trick that works leaves its mark.
  private static final String MARK = "window.taken = true";

  private static final List<String> TRICKS =
      List.of(
          "<script>" + MARK + "</script>",
          "<img src=x onerror='" + MARK + "'>",
          "<svg onload='" + MARK + "'><style>body{display:none}</style></svg>",
          "</textarea></title></style></script><script>" + MARK + "</script>",
          "<iframe srcdoc='<script>parent." + MARK + "</script>'></iframe>",
          "<style>*{display:none}</style><link rel=stylesheet href=//evil.example/a.css>",
          "<form action=//evil.example><button autofocus onfocus='" + MARK + "'>go</button></form>",
          "<meta http-equiv=refresh content='0;url=//evil.example/'><base href=//evil.example/>",
          "' onmouseover='" + MARK + "' x='",
          "${constructor.constructor('" + MARK + "')()}",
          "<div hx-get='/nowhere' hx-trigger='load' hx-on::load='" + MARK + "'>htmx</div>");

  private @Nullable Bench bench;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    var dossier = Files.createDirectories(folder.resolve("hostile/sources")).getParent();
    Files.writeString(dossier.resolve("dossier.md"), dossier());
    Files.writeString(dossier.resolve("sources/herald.md"), source());
    assertThat(Checking.check(folder, "hostile", Map.of())).noneMatch(Problem::isError);
    bench = Bench.over(folder);
  }

  @AfterAll
  void stop() {
    if (bench != null) bench.close();
  }

  private Bench bench() {
    if (bench == null) throw new IllegalStateException("not started");
    return bench;
  }

  /// Words of the dossier's language: between quotation marks.
  private static String quoted(int trick) {
    return "\"" + TRICKS.get(trick) + "\"";
  }

  private static String dossier() {
    var prose =
        String.join("\n\n", TRICKS)
            + "\n\n[a](javascript:"
            + MARK
            + ") [b](data:text/html,<script>"
            + MARK
            + "</script>) ![c](//evil.example/x.png) <javascript:"
            + MARK
            + ">\n\n| a | b |\n|---|---|\n| "
            + TRICKS.get(0)
            + " | "
            + TRICKS.get(1)
            + " |\n";
    return "# Will it? "
        + TRICKS.get(0)
        + "\n\n"
        + prose
        + "\n```casus\n"
        + "dossier hostile "
        + quoted(3)
        + "  as of 2031-05-20\n"
        + "question war "
        + quoted(0)
        + "\n  from 2031-05-20 to 2031-12-31\n  outcomes\n    no "
        + quoted(1)
        + "\n    yes "
        + quoted(2)
        + "\nactor COR "
        + quoted(4)
        + "\nsource herald "
        + quoted(5)
        + "  grade C  text sources/herald.md  leans none\n"
        + "claim C1 herald 2031-05-18 "
        + quoted(6)
        + "  @herald \"they <b>marched</b> at dawn\"\n"
        + "fact marched "
        + quoted(7)
        + "  prior 30% (20..40%)\n  C1 for moderate because "
        + quoted(8)
        + "\nbase war yes 10% (5..20%)\n"
        + "weigh war\n  for yes\n    + "
        + quoted(9)
        + "  strong  if marched  because "
        + quoted(10)
        + "\nscenario asked "
        + quoted(0)
        + "  suppose marched\n```\n\nIt is {{ P(war = yes) }} [C1].\n";
  }

  private static String source() {
    return "# "
        + TRICKS.get(0)
        + "\n\n"
        + String.join("\n\n", TRICKS)
        + "\n\nWitnesses said they <b>marched</b> at dawn, [see](javascript:"
        + MARK
        + ").\n";
  }

  @TestFactory
  Stream<DynamicTest> everyScreenShowsItAndNothingHappens() {
    var paths = new ArrayList<String>(List.of("/", "/why/hostile?what=C1"));
    Arrays.stream(Screen.values()).map(screen -> screen.of("hostile")).forEach(paths::add);
    return paths.stream().map(path -> DynamicTest.dynamicTest(path, () -> isInert(path)));
  }

  private void isInert(String path) {
    bench().complaints().clear();
    var page = bench().page();
    var asked = new ArrayList<String>();
    page.onRequest(request -> asked.add(request.url()));
    page.onDialog(dialog -> {
      asked.add("dialog " + dialog.message());
      dialog.dismiss();
    });
    page.navigate(bench().address(path));
    page.waitForLoadState(LoadState.NETWORKIDLE);
    hover(page);
    assertThat(page.evaluate("window.taken === undefined")).isEqualTo(true);
    assertThat(page.locator("main").isVisible()).isTrue();
    assertThat(
            page.locator(
                    "iframe, main base, main meta, main script, main style, main [onload], main [onerror], main [onmouseover], main [onfocus], main a[href^='javascript'], main a[href^='data'], main [hx-on\\:\\:load]")
                .count())
        .isZero();
    assertThat(asked).allMatch(url -> url.startsWith(bench().address("/")));
    assertThat(page.url()).startsWith(bench().address("/"));
    // Not even tried: what the policy would have to forbid has not reached the page.
    assertThat(bench().complaints()).isEmpty();
    page.context().close();
  }

  /// What shows itself only under the pointer.
  private static void hover(Page page) {
    var numbers = page.locator("[data-why]");
    for (var i = 0; i < Math.min(3, numbers.count()); i++)
      if (numbers.nth(i).isVisible()) {
        numbers.nth(i).hover();
        page.waitForTimeout(400);
        page.mouse().move(1, 1);
        page.keyboard().press("Escape");
        page.waitForCondition(() -> !page.locator("#why").isVisible());
      }
  }
}
