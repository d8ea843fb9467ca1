package casus.desk;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A report as PDF, printed by a Chromium that is installed: on a profile of its own that is thrown
/// away, without network.
public final class Printing {
  /// The variable that names the browser.
  public static final String VARIABLE = "CASUS_CHROMIUM";

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final List<String> NAMES =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "chrome",
          "microsoft-edge",
          "microsoft-edge-stable",
          "msedge",
          "brave-browser");

  private static final List<String> PLACES =
      List.of(
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
          "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
          "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");

  private Printing() {}

  /// What came of it.
  public sealed interface Printed {
    record Done() implements Printed {}

    /// @param because a clause without a full stop, for a person
    record NotDone(String because) implements Printed {}
  }

  /// The browser that would print, or null where there is none.
  ///
  /// @param environment of the process: [#VARIABLE] names a file; else the names that Chromium,
  ///   Chrome and Edge have are looked for in the folders of `PATH`
  public static @Nullable Path browser(Map<String, String> environment) {
    var named = environment.getOrDefault(VARIABLE, "");
    if (!named.isEmpty()) return executable(named);
    for (var folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
      for (var name : NAMES)
        for (var ending : List.of("", ".exe")) {
          if (folder.isEmpty()) continue;
          var found = executable(folder + File.separator + name + ending);
          if (found != null) return found;
        }
    for (var place : PLACES) {
      var found = executable(place);
      if (found != null) return found;
    }
    return null;
  }

  private static @Nullable Path executable(String written) {
    try {
      var path = Path.of(written);
      return Files.isRegularFile(path) && Files.isExecutable(path) ? path : null;
    } catch (InvalidPathException unwritable) {
      return null;
    }
  }

  /// Prints a page to a file, which is written whole or not at all.
  ///
  /// @param html a page that needs nothing else
  /// @throws IOException where the file cannot be written
  public static Printed print(String html, Path file, Map<String, String> environment)
      throws IOException {
    var browser = browser(environment);
    if (browser == null) return new Printed.NotDone(none(environment));
    var folder = Files.createTempDirectory("casus-print");
    try {
      var page = folder.resolve("report.html");
      var pdf = folder.resolve("report.pdf");
      Files.writeString(page, html, StandardCharsets.UTF_8);
      var failure = run(command(browser, folder, page, pdf), folder);
      if (failure != null) return new Printed.NotDone(browser + " " + failure);
      if (!isPdf(pdf)) return new Printed.NotDone(browser + " printed nothing");
      StoredText.write(file, Files.readAllBytes(pdf));
      return new Printed.Done();
    } finally {
      delete(folder);
    }
  }

  private static String none(Map<String, String> environment) {
    var named = environment.getOrDefault(VARIABLE, "");
    return (named.isEmpty()
            ? "a PDF is printed by Chromium, Chrome or Edge, and none was found on the PATH"
            : VARIABLE + " names " + named + ", which is no program")
        + "; install one (Debian and Ubuntu: `apt install chromium`) or name it in "
        + VARIABLE
        + ", or write .html and print it from a browser";
  }

  private static List<String> command(Path browser, Path folder, Path page, Path pdf) {
    var command = new ArrayList<String>();
    command.add(browser.toString());
    command.add("--headless");
    command.add("--disable-gpu");
    command.add("--disable-quic");
    command.add("--no-first-run");
    command.add("--no-default-browser-check");
    command.add("--disable-background-networking");
    command.add("--disable-component-update");
    command.add("--disable-sync");
    command.add("--disable-extensions");
    command.add("--disable-dev-shm-usage");
    command.add("--host-resolver-rules=MAP * ~NOTFOUND");
    command.add("--no-pdf-header-footer");
    // Chromium does not start its sandbox for the superuser; the page runs no script either way.
    if (System.getProperty("user.name", "").equals("root")) command.add("--no-sandbox");
    command.add("--user-data-dir=" + folder.resolve("profile"));
    command.add("--print-to-pdf=" + pdf);
    command.add(page.toUri().toString());
    return command;
  }

  /// @return null where it ended well, or else what it did, as a clause
  private static @Nullable String run(List<String> command, Path folder) throws IOException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException refused) {
      return "could not be started (" + refused.getMessage() + ")";
    }
    try {
      if (process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        var code = process.exitValue();
        return code == 0 ? null : "ended with exit code " + code;
      }
      return "took longer than " + LONGEST.toSeconds() + " seconds";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "was interrupted";
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static boolean isPdf(Path file) throws IOException {
    if (!Files.isRegularFile(file)) return false;
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(5), StandardCharsets.ISO_8859_1).equals("%PDF-");
    }
  }

  /// Processes of the browser may still be writing to its profile: what cannot be deleted stays in
  /// the system's folder for temporary files.
  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return removed(file);
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) {
            return removed(visited);
          }
        });
  }

  private static FileVisitResult removed(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException busy) {
      return FileVisitResult.CONTINUE;
    }
    return FileVisitResult.CONTINUE;
  }
}
