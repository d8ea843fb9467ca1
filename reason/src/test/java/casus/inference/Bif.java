package casus.inference;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/// A minimal reader of the Bayesian network interchange format, as the bnlearn repository writes
/// it. Rows are renormalised to a sum of 1.
final class Bif {
  private static final Pattern VARIABLE =
      Pattern.compile("variable\\s+(\\S+)\\s*\\{[^{]*\\{([^}]*)}[^}]*}");
  private static final Pattern PROBABILITY =
      Pattern.compile("probability\\s*\\(([^)|]+)(?:\\|([^)]*))?\\)\\s*\\{([^}]*)}");
  private static final Pattern ROW = Pattern.compile("(?:\\(([^)]*)\\)|table)\\s*([^;]*);");

  private Bif() {}

  static Network read(Path file) throws IOException {
    var text = Files.readString(file);
    var builder = Network.builder();
    var byName = new HashMap<String, Variable>();
    for (var m = VARIABLE.matcher(text); m.find(); ) {
      byName.put(m.group(1), builder.addVariable(m.group(1), split(m.group(2))));
    }
    for (var m = PROBABILITY.matcher(text); m.find(); ) {
      var child = requireNonNull(byName.get(m.group(1).strip()));
      var parents =
          m.group(2) == null
              ? List.<Variable>of()
              : split(m.group(2)).stream().map(byName::get).toList();
      builder.table(child, parents, values(child, parents, m.group(3)));
    }
    return builder.build();
  }

  private static double[] values(Variable child, List<Variable> parents, String rows) {
    var count = parents.stream().mapToInt(Variable::size).reduce(1, (a, b) -> a * b);
    var values = new double[count * child.size()];
    for (var m = ROW.matcher(rows); m.find(); ) {
      var row = 0;
      var states = m.group(1) == null ? List.<String>of() : split(m.group(1));
      for (var i = 0; i < states.size(); i++) {
        row = row * parents.get(i).size() + parents.get(i).states().indexOf(states.get(i));
      }
      var numbers = split(m.group(2)).stream().mapToDouble(Double::parseDouble).toArray();
      var sum = 0.0;
      for (var x : numbers) sum += x;
      for (var s = 0; s < numbers.length; s++) values[row * child.size() + s] = numbers[s] / sum;
    }
    return values;
  }

  private static List<String> split(String list) {
    var parts = new ArrayList<String>();
    for (var part : list.split(",", -1)) parts.add(part.strip());
    return parts;
  }
}
