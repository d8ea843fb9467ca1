package casus.inference.formats;

import casus.inference.Network;
import casus.inference.Propagation;
import java.util.ArrayList;
import java.util.List;

/// Posterior marginals in the result form of the UAI inference competitions: `MAR n {size
/// {probability: size times}: n times}`, for the visible variables in order of declaration; files
/// of 2008 put the number of evidence sets before each of them (here: 1).
public final class UaiMarginals {
  private UaiMarginals() {}

  /// What came of reading a text as marginals.
  public sealed interface Marginals {
    /// For each variable the probability of each of its states, as it stands.
    record Read(List<List<Double>> probabilities) implements Marginals {
      public Read {
        probabilities = probabilities.stream().map(List::copyOf).toList();
      }
    }

    /// Not marginals; at least one fault.
    record Malformed(List<Fault> faults) implements Marginals {
      public Malformed {
        faults = List.copyOf(faults);
      }
    }
  }

  /// Reads marginals; never throws, whatever the text.
  public static Marginals read(String text) {
    var later = new Source(text);
    var marginals = read(later, false);
    if (marginals instanceof Marginals.Read) return marginals;
    return read(new Source(text), true) instanceof Marginals.Read earlier ? earlier : marginals;
  }

  private static Marginals read(Source source, boolean withSets) {
    try {
      var words = new UaiWords(source, 0);
      var kind = words.next("\"MAR\"");
      if (!kind.text().equals("MAR")) throw source.broken(kind.at(), kind.quoted(), "\"MAR\"");
      if (withSets && words.count("the number of sets", words.most()) != 1) {
        throw source.broken(words.place(), "several sets", "one");
      }
      var count = words.count("the number of variables", words.most());
      var all = new ArrayList<List<Double>>();
      for (var i = 0L; i < count; i++) {
        var size = words.count("the number of states", words.most());
        var numbers = new Numbers();
        for (var s = 0L; s < size; s++) numbers.addProbability(source, words.next("a probability"));
        var list = new ArrayList<Double>();
        for (var s = 0; s < numbers.size(); s++) list.add(numbers.value(s));
        all.add(list);
      }
      words.expectEnd();
      if (source.isSound()) return new Marginals.Read(all);
    } catch (Source.Broken _) {
      // Recorded.
    }
    return new Marginals.Malformed(source.faults());
  }

  /// Writes the posteriors of the visible variables.
  ///
  /// @param posteriors an evaluation of this network, under evidence that is possible
  public static String write(Network network, Propagation posteriors) {
    var visible = UaiEvidence.visible(network);
    var text = new StringBuilder("MAR\n").append(visible.size());
    for (var variable : visible) {
      text.append(' ').append(variable.size());
      for (var p : posteriors.posterior(variable)) text.append(' ').append(p);
    }
    return text.append('\n').toString();
  }
}
