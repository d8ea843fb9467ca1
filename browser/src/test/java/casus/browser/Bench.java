package casus.browser;

import casus.desk.Workbench;
import casus.desk.Workspace;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// A workbench and a browser to look at it with.
final class Bench implements AutoCloseable {
  static final Path ROOT = Path.of(System.getProperty("casus.root", "..")).toAbsolutePath();

  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final Clock TODAY =
      Clock.fixed(
          LocalDate.of(2020, 8, 20).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);

  private final Workbench.Running running;
  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  private Bench(Workbench.Running running, Playwright playwright, Browser browser) {
    this.running = running;
    this.playwright = playwright;
    this.browser = browser;
  }

  /// Skips the test with a message where there is no browser.
  static Bench over(Path folder) {
    var chromium = chromium();
    Assumptions.assumeTrue(
        chromium != null,
        "no Chromium on this machine: apt-get install chromium, or CASUS_CHROMIUM");
    try {
      var workspace = Objects.requireNonNull(Workspace.of(folder, ".", Map.of()));
      var running =
          ServiceLoader.load(Workbench.class)
              .findFirst()
              .orElseThrow()
              .start(workspace, 0, "casus test", TODAY);
      var playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      var browser =
          playwright
              .chromium()
              .launch(
                  new LaunchOptions()
                      .setExecutablePath(Objects.requireNonNull(chromium))
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              "--disable-gpu",
                              "--disable-quic",
                              "--no-first-run",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-sync")));
      return new Bench(running, playwright, browser);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static @Nullable Path chromium() {
    var named = System.getenv("CASUS_CHROMIUM");
    if (named != null && Files.isExecutable(Path.of(named))) return Path.of(named);
    return BROWSERS.stream().map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
  }

  /// A page that has come in by the printed address.
  ///
  /// @param width in pixels
  Page page(int width, boolean dark, boolean scripts) {
    return enter(
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, Math.max(700, width * 9 / 16))
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setJavaScriptEnabled(scripts)));
  }

  Page page() {
    return page(1280, false, true);
  }

  private Page enter(BrowserContext context) {
    var page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) complaints.add(message.text());
    });
    page.onPageError(complaints::add);
    page.navigate(running.entrance().toString());
    return page;
  }

  /// @param path from the `/` on
  String address(String path) {
    return "http://127.0.0.1:" + running.entrance().getPort() + path;
  }

  /// What the browser has complained of: errors of scripts, what the policy forbade.
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    running.close();
  }
}
