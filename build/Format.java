import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;

/// Formats every Java source of the project with google-java-format, on the build's own JDK.
/// `check` lists the files that are not formatted and fails; `write` formats them in place.
void main(String[] args) throws Exception {
  var write = args[0].equals("write");
  var formatter = new Formatter();
  var untidy = new ArrayList<Path>();
  for (var root : List.of(args).subList(1, args.length)) {
    if (!Files.isDirectory(Path.of(root))) continue; // the parent of the modules has no sources of its own
    try (var paths = Files.walk(Path.of(root))) {
      for (var path : (Iterable<Path>) paths.filter(p -> p.toString().endsWith(".java"))::iterator) {
        var before = Files.readString(path);
        var after = formatter.formatSource(
            ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(before), Style.GOOGLE));
        if (after.equals(before)) continue;
        untidy.add(path);
        if (write) Files.writeString(path, after);
      }
    }
  }
  if (write || untidy.isEmpty()) return;
  untidy.forEach(path -> IO.println("not formatted: " + path));
  IO.println("run: mvn -q validate -Dformat=write");
  System.exit(1);
}
