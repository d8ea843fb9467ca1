package planted.check;

import java.nio.file.Path;

/// Breaks a rule of the house on purpose.
record OpensFile(Path path) {}
