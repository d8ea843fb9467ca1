package casus.bench;

import casus.inference.Beliefs;
import casus.inference.Circuit;
import casus.inference.Evidence;
import casus.inference.JunctionTree;

/// An exact engine that has read a network and made itself ready for its sets of findings.
@FunctionalInterface
public interface Engine {
  /// Enters a set of findings, forgetting the one before, and reads the posterior of every
  /// variable.
  ///
  /// @param set from 0
  /// @return by variable and state; overwritten by the next call
  double[][] posteriors(int set);

  /// The engines that are compared.
  enum Kind {
    /// A junction tree, asked anew each time.
    TREE {
      @Override
      Engine open(PublishedNetwork published) {
        var tree = JunctionTree.of(published.network());
        var posteriors = published.table();
        return set -> read(published, tree.infer(published.sets().get(set)).beliefs(), posteriors);
      }
    },
    /// A junction tree whose beliefs without findings are revised.
    REVISED {
      @Override
      Engine open(PublishedNetwork published) {
        var beliefs = JunctionTree.of(published.network()).infer(Evidence.none()).beliefs();
        var posteriors = published.table();
        return set ->
            read(published, beliefs.revise(published.sets().get(set)).beliefs(), posteriors);
      }
    },
    /// An arithmetic circuit, compiled for one variable and propagated for all.
    CIRCUIT {
      @Override
      Engine open(PublishedNetwork published) {
        var variables = published.network().variables();
        var circuit = Circuit.compile(published.network(), variables.getFirst()).circuit();
        var posteriors = published.table();
        return set -> {
          var answer = circuit.propagate(published.sets().get(set));
          for (var variable : variables) posteriors[variable.index()] = answer.posterior(variable);
          return posteriors;
        };
      }
    },
    /// The join tree of jbayes 0.0.3 (Huang and Darwiche 1996). It keeps one separator where two
    /// have the same variables, and so cuts cliques off: of the published networks with up to 76
    /// variables it is right on `asia` and `survey`. It is not among the engines that are compared
    /// by default.
    JBAYES {
      @Override
      Engine open(PublishedNetwork published) {
        return new JbayesEngine(published);
      }
    };

    private static final double CLOSE = 1e-9;

    abstract Engine open(PublishedNetwork published);

    /// As [#open], and its answers have been compared with those of the junction tree.
    ///
    /// @throws IllegalStateException if one differs by more than 1e-9, naming it
    Engine checked(PublishedNetwork published) {
      var engine = open(published);
      var reference = TREE.open(published);
      for (var set = 0; set < PublishedNetwork.SETS; set++) {
        var expected = reference.posteriors(set);
        var found = engine.posteriors(set);
        for (var variable : published.network().variables()) {
          for (var s = 0; s < variable.size(); s++) {
            var p = found[variable.index()][s];
            var q = expected[variable.index()][s];
            if (!(Math.abs(p - q) <= CLOSE))
              throw new IllegalStateException(
                  "%s is wrong on %s: with set %d, P(%s = %s) is %s, not %s"
                      .formatted(
                          this,
                          published.name(),
                          set + 1,
                          variable.name(),
                          variable.states().get(s),
                          p,
                          q));
          }
        }
      }
      return engine;
    }

    private static double[][] read(
        PublishedNetwork published, Beliefs beliefs, double[][] posteriors) {
      for (var variable : published.network().variables())
        beliefs.posterior(variable, posteriors[variable.index()]);
      return posteriors;
    }
  }
}
