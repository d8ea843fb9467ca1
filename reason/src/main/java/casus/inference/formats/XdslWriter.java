package casus.inference.formats;

import casus.inference.LocalModel;
import casus.inference.Network;
import casus.inference.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes what [XdslReader] reads, parents before their children: `noisymax` for what
/// [Network.Builder#noisyMin] made, where each cause has a state that contributes nothing;
/// `deterministic` for a function of parents; `cpt` for all else.
final class XdslWriter {
  private final Network network;
  private final Families families;
  private final Map<Integer, String> names;
  private final StringBuilder text = new StringBuilder();

  /// A cause of a noisy-max, its states from the strongest, and its table.
  private record Cause(Variable variable, int[] strengths, double[] contributions) {}

  private record NoisyMax(List<Cause> causes, double[] leak) {}

  private XdslWriter(Network network) {
    this.network = network;
    families = Families.of(network, child -> noisyMax(child) != null);
    names = families.names(Spelling.IDENTIFIER);
  }

  static Writing write(Network network) {
    return new XdslWriter(network).file();
  }

  private Writing file() {
    if (!families.reasons().isEmpty()) return new Writing.Unwritable(families.reasons());
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<smile version=\"1.0\" id=\"network\" numsamples=\"1000\"");
    text.append(" discsamples=\"10000\">\n\t<nodes>\n");
    families.parentsFirst().forEach(this::node);
    text.append("\t</nodes>\n</smile>\n");
    return new Writing.Written(text.toString(), families.notes());
  }

  private void node(Family family) {
    var child = family.child();
    var noisyMax = noisyMax(child);
    var kind =
        noisyMax != null
            ? "noisymax"
            : !family.parents().isEmpty() && family.isDeterministic() ? "deterministic" : "cpt";
    text.append("\t\t<").append(kind).append(" id=\"");
    text.append(names.get(child.index())).append("\">\n");
    for (var state : child.states()) {
      text.append("\t\t\t<state id=\"").append(Spelling.IDENTIFIER.written(state));
      text.append("\" />\n");
    }
    var parents =
        noisyMax == null
            ? family.parents()
            : noisyMax.causes().stream().map(Cause::variable).toList();
    if (!parents.isEmpty()) {
      list(
          "parents",
          parents.stream().map(parent -> names.getOrDefault(parent.index(), "")).toList());
    }
    if (noisyMax != null) {
      strengths(noisyMax);
    } else if (kind.equals("deterministic")) {
      var states = new ArrayList<String>();
      for (var i = 0; i < family.values().length; i++) {
        if (family.values()[i] == 1) {
          states.add(Spelling.IDENTIFIER.written(child.states().get(i % child.size())));
        }
      }
      list("resultingstates", states);
    } else {
      list("probabilities", numbers(family.values()));
    }
    text.append("\t\t</").append(kind).append(">\n");
  }

  private void list(String element, List<String> words) {
    text.append("\t\t\t<").append(element).append('>').append(String.join(" ", words));
    text.append("</").append(element).append(">\n");
  }

  private static List<String> numbers(double[] values) {
    var numbers = new ArrayList<String>(values.length);
    for (var value : values) numbers.add(Double.toString(value));
    return numbers;
  }

  private void strengths(NoisyMax noisyMax) {
    var strengths = new ArrayList<String>();
    var parameters = new ArrayList<String>();
    var size = noisyMax.leak().length;
    for (var cause : noisyMax.causes()) {
      for (var state : cause.strengths()) {
        strengths.add(Integer.toString(state));
        for (var s = 0; s < size; s++) {
          parameters.add(Double.toString(cause.contributions()[state * size + s]));
        }
      }
    }
    parameters.addAll(numbers(noisyMax.leak()));
    list("strengths", strengths);
    list("parameters", parameters);
  }

  private @Nullable NoisyMax noisyMax(Variable child) {
    if (!(network.model(child) instanceof LocalModel.Fold fold) || !keepsLowest(fold)) return null;
    var causes = new ArrayList<Cause>();
    var seen = new HashSet<Integer>();
    var last = fold.parents().size() - 1;
    for (var i = 0; i < last; i++) {
      var cause = cause(fold.parents().get(i), child.size());
      if (cause == null || !seen.add(cause.variable().index())) return null;
      causes.add(cause);
    }
    var unnamed = fold.parents().get(last);
    return network.isHidden(unnamed)
            && network.model(unnamed) instanceof LocalModel.Table leak
            && leak.parents().isEmpty()
        ? new NoisyMax(causes, leak.values())
        : null;
  }

  private @Nullable Cause cause(Variable contribution, int size) {
    if (!network.isHidden(contribution)
        || !(network.model(contribution) instanceof LocalModel.Table table)
        || table.parents().size() != 1
        || network.isHidden(table.parents().getFirst())) return null;
    var variable = table.parents().getFirst();
    for (var absent = variable.size() - 1; absent >= 0; absent--) {
      if (table.values()[absent * size + size - 1] != 1) continue;
      var strengths = new int[variable.size()];
      var next = 0;
      for (var s = 0; s < strengths.length; s++) if (s != absent) strengths[next++] = s;
      strengths[next] = absent;
      return new Cause(variable, strengths, table.values());
    }
    return null;
  }

  /// Whether the fold is that of [Network.Builder#noisyMin]: its memory is the rank, from the last
  /// state, of the first state so far.
  private static boolean keepsLowest(LocalModel.Fold fold) {
    var size = fold.child().size();
    if (fold.rows().length != size * size || fold.parents().isEmpty()) return false;
    for (var i = 0; i < fold.next().length; i++) {
      if (fold.next()[i].length != (i == 0 ? 1 : size)) return false;
      for (var m = 0; m < fold.next()[i].length; m++) {
        if (fold.next()[i][m].length != size) return false;
        for (var s = 0; s < size; s++) {
          if (fold.next()[i][m][s] != Math.max(m, size - 1 - s)) return false;
        }
      }
    }
    for (var m = 0; m < size; m++) {
      if (fold.rows()[m * size + size - 1 - m] != 1) return false;
    }
    return true;
  }
}
