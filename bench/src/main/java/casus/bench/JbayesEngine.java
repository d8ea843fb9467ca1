package casus.bench;

import casus.inference.LocalModel;
import casus.inference.Variable;
import com.github.vangj.jbayes.inf.exact.graph.Dag;
import com.github.vangj.jbayes.inf.exact.graph.Node;
import com.github.vangj.jbayes.inf.exact.graph.pptc.Evidence;
import com.github.vangj.jbayes.inf.exact.graph.pptc.JoinTree;
import com.github.vangj.jbayes.inf.exact.graph.pptc.blocks.InferenceControl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The join tree of jbayes, driven as its manual says.
final class JbayesEngine implements Engine {
  private final JoinTree tree;
  private final List<Node> nodes = new ArrayList<>();
  private final List<List<Evidence>> sets = new ArrayList<>();
  private final double[][] posteriors;

  JbayesEngine(PublishedNetwork published) {
    posteriors = published.table();
    var network = published.network();
    var dag = new Dag();
    for (var variable : network.variables()) dag.addNode(node(variable, network.model(variable)));
    for (var variable : network.variables())
      for (var parent : network.model(variable).parents()) dag.addEdge(id(parent), id(variable));
    tree = InferenceControl.apply(dag.initializePotentials());
    for (var variable : network.variables()) nodes.add(tree.node(id(variable)));
    for (var set : published.sets()) {
      var findings = new ArrayList<Evidence>();
      for (var variable : set.variables()) {
        var finding = Evidence.newBuilder().node(nodes.get(variable.index()));
        var likelihood = set.likelihood(variable);
        for (var s = 0; s < likelihood.length; s++) finding.value(state(s), likelihood[s]);
        findings.add(finding.type(Evidence.Type.Observation).build());
      }
      sets.add(findings);
    }
  }

  private static Node node(Variable variable, LocalModel model) {
    var node = Node.builder().id(id(variable)).name(variable.name());
    for (var s = 0; s < variable.size(); s++) node.value(state(s));
    return switch (model) {
      case LocalModel.Table table ->
          node.probs(Arrays.stream(table.values()).boxed().toList()).build();
      case LocalModel.Fold fold ->
          throw new IllegalArgumentException(fold.child().name() + " has no table");
    };
  }

  /// Names serve as keys and are joined to others, so they must not hold marks.
  private static String id(Variable variable) {
    return "v" + variable.index();
  }

  private static String state(int index) {
    return "s" + index;
  }

  @Override
  public double[][] posteriors(int set) {
    tree.unobserveAll();
    tree.updateEvidence(sets.get(set));
    for (var v = 0; v < posteriors.length; v++) {
      var entries = tree.getPotential(nodes.get(v)).entries();
      for (var s = 0; s < posteriors[v].length; s++) posteriors[v][s] = entries.get(s).getValue();
    }
    return posteriors;
  }
}
