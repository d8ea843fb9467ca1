package casus.history.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Driver;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The engine's driver with its native code kept unpacked. The driver by itself unpacks 70 MB of it
/// into the system's temporary folder at every start of a process. Where the same code already lies
/// in a folder of the user's, a class loader of its own hides the packed one from the driver, which
/// then asks that loader where the unpacked one is.
///
/// What is loaded has the size and the checksum (CRC-32) that the driver's jar states, belongs to
/// the user, and nobody else may write it. It is written under another name, tried, and renamed.
/// Whatever goes wrong, the driver goes its own way.
final class KeptDriver {
  private static final String DRIVER = "org/duckdb/DuckDBDriver.class";
  private static final String LIBRARY = "duckdb_java";
  private static final int CHUNK = 1 << 20;

  private KeptDriver() {}

  /// The driver, or null where it has to go its own way.
  ///
  /// @param folder of unpacked native code; made where it is not there
  static @Nullable Driver in(Path folder) {
    try {
      var jar = jar();
      if (jar == null) return null;
      var library = library(jar, folder);
      if (library == null) return null;
      // Open as long as the process runs, as the driver is.
      var loader = new Loader(jar.toUri().toURL(), library);
      return (Driver)
          loader.loadClass("org.duckdb.DuckDBDriver").getDeclaredConstructor().newInstance();
    } catch (IOException | URISyntaxException | ReflectiveOperationException refused) {
      return null;
    }
  }

  /// The jar that the driver's classes come from, or null where they come from elsewhere.
  private static @Nullable Path jar() throws IOException, URISyntaxException {
    var driver = KeptDriver.class.getClassLoader().getResource(DRIVER);
    return driver != null && driver.openConnection() instanceof JarURLConnection in
        ? Path.of(in.getJarFileURL().toURI())
        : null;
  }

  /// The unpacked native code of this jar for this machine, or null where there is none.
  private static @Nullable Path library(Path jar, Path folder) throws IOException {
    try (var packed = new ZipFile(jar.toFile())) {
      var entry = packed.getEntry(name());
      if (entry == null) return null;
      var home = folder.resolve(String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", ""));
      var library = home.resolve(name());
      if (isSame(library, entry)) return library;
      createOwn(home);
      if (!isOwn(home)) return null;
      var written = Files.createTempFile(home, "unpacking-", ".tmp");
      try (var in = packed.getInputStream(entry)) {
        Files.copy(in, written, StandardCopyOption.REPLACE_EXISTING);
        if (!isSame(written, entry) || !loads(written)) return null;
        Files.move(
            written, library, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(written);
      }
      deleteOthers(folder, home);
      return library;
    }
  }

  /// As the driver calls it.
  private static String name() {
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return "lib"
        + LIBRARY
        + ".so_"
        + (system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "macos" : system)
        + "_"
        + switch (processor) {
          case "x86_64" -> "amd64";
          case "aarch64" -> "arm64";
          default -> processor;
        };
  }

  private static boolean isSame(Path file, ZipEntry entry) throws IOException {
    if (!Files.isRegularFile(file)
        || Files.size(file) != entry.getSize()
        || !isOwn(file)
        || !isOwn(Objects.requireNonNull(file.getParent()))) return false;
    var sum = new CRC32();
    var buffer = ByteBuffer.allocateDirect(CHUNK);
    try (var in = FileChannel.open(file)) {
      while (in.read(buffer.clear()) >= 0) sum.update(buffer.flip());
    }
    return sum.getValue() == entry.getCrc();
  }

  /// Whether a file belongs to whoever runs casus, and nobody else may write it. Where files have
  /// no such permissions, what lies in a user's own folder is taken for theirs.
  private static boolean isOwn(Path file) throws IOException {
    if (!posix(file)) return true;
    var permissions = Files.getPosixFilePermissions(file);
    return Files.getOwner(file).getName().equals(System.getProperty("user.name"))
        && !permissions.contains(PosixFilePermission.GROUP_WRITE)
        && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
  }

  private static boolean posix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static void createOwn(Path home) throws IOException {
    Files.createDirectories(Objects.requireNonNull(home.getParent()));
    if (Files.isDirectory(home)) return;
    if (posix(home))
      Files.createDirectories(
          home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    else Files.createDirectories(home);
  }

  /// Whether the system takes it for a library: a folder may forbid to run anything in it. What is
  /// loaded is what the driver would load itself.
  @SuppressWarnings("restricted")
  private static boolean loads(Path library) {
    try (var arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(library, arena);
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  /// Removes what was unpacked for other versions.
  private static void deleteOthers(Path folder, Path home) throws IOException {
    try (var homes = Files.newDirectoryStream(folder, "duckdb_jdbc-*")) {
      for (var other : homes) if (!other.equals(home)) delete(other);
    }
  }

  /// What another process has loaded may stay where the system does not let it go.
  private static void delete(Path other) {
    try (var files = Files.newDirectoryStream(other)) {
      for (var file : files) Files.delete(file);
      Files.delete(other);
    } catch (IOException inUse) {
      return;
    }
  }

  /// Loads the driver's classes anew, and knows where their native code is.
  private static final class Loader extends URLClassLoader {
    private final Path library;

    Loader(URL jar, Path library) {
      super(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
      this.library = library;
    }

    @Override
    public @Nullable URL getResource(String name) {
      return name.startsWith("lib" + LIBRARY) ? null : super.getResource(name);
    }

    @Override
    protected @Nullable String findLibrary(String name) {
      return name.equals(LIBRARY) ? library.toAbsolutePath().toString() : super.findLibrary(name);
    }
  }
}
