package casus.history.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The engine's native code, kept unpacked.
class KeptDriverTest {
  @TempDir Path folder;

  private Path library() throws IOException {
    try (var all = Files.walk(folder)) {
      var files = all.filter(Files::isRegularFile).toList();
      assertThat(files).hasSize(1);
      return files.getFirst();
    }
  }

  /// The answer of an engine whose driver is this one.
  private static @Nullable String answer(java.sql.@Nullable Driver driver) throws SQLException {
    if (driver == null) return null;
    try (var connection = Objects.requireNonNull(driver.connect("jdbc:duckdb:", new Properties()));
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select 6 * 7")) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void itIsUnpackedOnceAndUnpackedAgainWhereItIsNoLongerWhole() throws IOException, SQLException {
    Files.createDirectories(folder.resolve("duckdb_jdbc-0.1"));
    Files.writeString(folder.resolve("duckdb_jdbc-0.1").resolve("old.so"), "of an older version");
    Assumptions.assumeTrue(KeptDriver.in(folder) != null, "no native code for this machine");
    var library = library();
    var whole = Files.size(library);
    var written = Files.getLastModifiedTime(library);
    var driver = KeptDriver.in(folder);
    assertThat(Files.getLastModifiedTime(library)).isEqualTo(written);
    assertThat(answer(driver)).isEqualTo("42");

    var again = folder.resolve("again");
    var copy = again.resolve(folder.relativize(library));
    Files.createDirectories(Objects.requireNonNull(copy.getParent()));
    Files.writeString(copy, "half of it");
    assertThat(KeptDriver.in(again)).isNotNull();
    assertThat(Files.size(copy)).isEqualTo(whole);
  }

  @Test
  void whatOthersMayWriteIsNotLoaded() throws IOException {
    Assumptions.assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no permissions");
    Assumptions.assumeTrue(KeptDriver.in(folder) != null, "no native code for this machine");
    var library = library();
    Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(KeptDriver.in(folder)).isNotNull();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(library)))
        .doesNotContain("rw-rw");
    var home = Objects.requireNonNull(library.getParent());
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(KeptDriver.in(folder)).isNull();
  }

  @Test
  void whereItCannotBeKeptTheDriverGoesItsOwnWay() throws IOException, SQLException {
    var file = Files.writeString(folder.resolve("file"), "no folder");
    assertThat(KeptDriver.in(file)).isNull();
    try (var connection = Engine.open(file)) {
      assertThat(connection.isValid(5)).isTrue();
    }
    assertThat(List.of(Files.readString(file))).containsExactly("no folder");
  }
}
