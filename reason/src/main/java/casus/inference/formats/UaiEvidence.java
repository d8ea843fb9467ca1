package casus.inference.formats;

import casus.inference.Evidence;
import casus.inference.Network;
import casus.inference.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Evidence in the form of the UAI inference competitions: `n {variable state: n times}`, all
/// counted from 0; files of 2008 put the number of such sets before them. Variables are the visible
/// ones of the network, in order of declaration.
public final class UaiEvidence {
  private UaiEvidence() {}

  /// What came of reading a text as evidence.
  public sealed interface Sets {
    /// The sets of findings, at least one.
    record Read(List<Evidence> evidence) implements Sets {
      public Read {
        evidence = List.copyOf(evidence);
      }
    }

    /// Not evidence on this network; at least one fault.
    record Malformed(List<Fault> faults) implements Sets {
      public Malformed {
        faults = List.copyOf(faults);
      }
    }
  }

  /// Reads evidence on this network; never throws, whatever the text.
  public static Sets read(String text, Network network) {
    var source = new Source(text);
    try {
      var words = new UaiWords(source, 0);
      var visible = visible(network);
      var all = 0L;
      while (!words.isAtEnd()) {
        words.next("");
        all++;
      }
      words = new UaiWords(source, 0);
      var count = words.count("the number of findings", words.most());
      var sets = new ArrayList<Evidence>();
      // One set of n findings is 1 + 2n words, and nothing else of that length begins with n.
      if (all == 1 + 2 * count) {
        sets.add(findings(words, source, visible, count));
      } else {
        for (var i = 0L; i < count; i++) {
          var size = words.count("the number of findings", words.most());
          sets.add(findings(words, source, visible, size));
        }
      }
      words.expectEnd();
      if (sets.isEmpty()) source.fault(0, "no set of findings", "at least one");
      if (source.isSound()) return new Sets.Read(sets);
    } catch (Source.Broken _) {
      // Recorded.
    }
    return new Sets.Malformed(source.faults());
  }

  private static Evidence findings(
      UaiWords words, Source source, List<Variable> visible, long count) {
    var evidence = Evidence.none();
    var seen = new HashSet<Integer>();
    for (var i = 0L; i < count; i++) {
      var index = words.index("a variable", visible.size());
      if (!seen.add(index)) {
        source.fault(words.place(), "a second finding on variable " + index, "one for each");
      }
      var variable = visible.get(index);
      evidence = evidence.with(variable, words.index("a state", variable.size()));
    }
    return evidence;
  }

  /// Writes one set of findings. A finding that leaves more than one state possible cannot be
  /// written.
  public static Writing write(Evidence evidence, Network network) {
    var visible = visible(network);
    var reasons = new ArrayList<String>();
    var text = new StringBuilder().append(evidence.variables().size());
    for (var variable : evidence.variables()) {
      var likelihood = evidence.likelihood(variable);
      var state = -1;
      for (var s = 0; s < likelihood.length; s++) {
        if (likelihood[s] != 0) state = state == -1 ? s : -2;
      }
      if (state < 0) reasons.add(variable.name() + " is left in more than one state");
      if (network.isHidden(variable)) reasons.add(variable.name() + " is hidden");
      text.append(' ').append(visible.indexOf(variable)).append(' ').append(state);
    }
    return reasons.isEmpty()
        ? new Writing.Written(text.append('\n').toString(), List.of())
        : new Writing.Unwritable(reasons);
  }

  static List<Variable> visible(Network network) {
    return network.variables().stream().filter(variable -> !network.isHidden(variable)).toList();
  }
}
