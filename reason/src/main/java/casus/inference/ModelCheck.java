package casus.inference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What makes a set of variables and local models a network.
record ModelCheck(List<Variable> variables) {
  static final int MAX_TABLE = 1 << 26;
  private static final double ROW_SUM_TOLERANCE = 1e-9;

  List<LocalModel> inOrderOfDeclaration(List<LocalModel> models) {
    var names = new HashSet<String>();
    for (var variable : variables) {
      require(names.add(variable.name()), variable.name() + " is declared twice");
    }
    @Nullable LocalModel[] byChild = new LocalModel[variables.size()];
    for (var model : models) {
      var child = model.child();
      member(child);
      require(byChild[child.index()] == null, child.name() + " has two local models");
      check(model);
      byChild[child.index()] = model;
    }
    var ordered = new ArrayList<LocalModel>();
    for (var variable : variables) {
      var model = byChild[variable.index()];
      if (model == null)
        throw new IllegalArgumentException(variable.name() + " has no local model");
      ordered.add(model);
    }
    checkAcyclic(ordered);
    return ordered;
  }

  private void check(LocalModel model) {
    var child = model.child();
    var parents = new HashSet<Integer>();
    for (var parent : model.parents()) {
      member(parent);
      require(parents.add(parent.index()), parent.name() + " is twice a parent of " + child.name());
    }
    switch (model) {
      case LocalModel.Table table -> {
        var size = (double) child.size();
        for (var parent : table.parents()) size *= parent.size();
        require(size <= MAX_TABLE, "the table of " + child.name() + " is too large: use a fold");
        require(
            table.values().length == (int) size,
            "the table of "
                + child.name()
                + " needs "
                + (int) size
                + " values and has "
                + table.values().length);
        checkRows(child, table.values(), table.free());
      }
      case LocalModel.Fold fold -> {
        checkSteps(fold);
        checkRows(child, fold.rows(), fold.free());
      }
    }
  }

  private static void checkSteps(LocalModel.Fold fold) {
    var child = fold.child();
    var rows = fold.rows().length / child.size();
    require(
        fold.rows().length == rows * child.size() && rows > 0,
        "the fold of " + child.name() + " has a broken row");
    require(
        fold.next().length == fold.parents().size(),
        "the fold of " + child.name() + " needs one step for each parent");
    for (var i = 0; i < fold.next().length; i++) {
      var step = fold.next()[i];
      var parent = fold.parents().get(i);
      var limit = i + 1 < fold.next().length ? fold.next()[i + 1].length : rows;
      require(
          step.length > 0, "the fold of " + child.name() + " has no memory at " + parent.name());
      for (var memory : step) {
        require(
            memory.length == parent.size(),
            "the fold of " + child.name() + " needs one memory for each state of " + parent.name());
        for (var after : memory) {
          require(
              after >= 0 && after < limit,
              "the fold of "
                  + child.name()
                  + " reaches memory "
                  + after
                  + " of "
                  + limit
                  + " after "
                  + parent.name());
        }
      }
    }
  }

  private static void checkRows(Variable child, double[] values, boolean[] free) {
    require(free.length == values.length, child.name() + ": free and values differ in length");
    for (var row = 0; row < values.length; row += child.size()) {
      var sum = 0.0;
      for (var i = row; i < row + child.size(); i++) {
        require(
            values[i] >= 0 && values[i] <= 1,
            child.name() + " has the probability " + values[i] + ", not in [0, 1]");
        sum += values[i];
      }
      require(
          Math.abs(sum - 1) <= ROW_SUM_TOLERANCE,
          "row " + row / child.size() + " of " + child.name() + " sums to " + sum + ", not 1");
    }
  }

  private void checkAcyclic(List<LocalModel> models) {
    var waiting = new int[models.size()];
    var children = new ArrayList<List<Integer>>();
    for (var i = 0; i < waiting.length; i++) children.add(new ArrayList<>());
    var ready = new ArrayDeque<Integer>();
    for (var model : models) {
      var child = model.child().index();
      waiting[child] = model.parents().size();
      if (waiting[child] == 0) ready.add(child);
      for (var parent : model.parents()) children.get(parent.index()).add(child);
    }
    var placed = 0;
    for (var next = ready.poll(); next != null; next = ready.poll()) {
      placed++;
      for (var child : children.get(next)) {
        if (--waiting[child] == 0) ready.add(child);
      }
    }
    if (placed < waiting.length) {
      throw new IllegalArgumentException("a cycle: " + cycle(models, waiting));
    }
  }

  /// Every variable left waiting has a parent left waiting: walking up must meet itself.
  private String cycle(List<LocalModel> models, int[] waiting) {
    var at = 0;
    while (waiting[at] == 0) at++;
    var path = new ArrayList<Integer>();
    while (!path.contains(at)) {
      path.add(at);
      for (var parent : models.get(at).parents()) {
        if (waiting[parent.index()] > 0) {
          at = parent.index();
          break;
        }
      }
    }
    path.add(at);
    var names =
        path.subList(path.indexOf(at), path.size()).reversed().stream()
            .map(i -> variables.get(i).name())
            .toList();
    return String.join(" -> ", names);
  }

  private void member(Variable variable) {
    require(
        variable.index() < variables.size() && variables.get(variable.index()).equals(variable),
        variable.name() + " was not declared here");
  }

  private static void require(boolean condition, String message) {
    if (!condition) throw new IllegalArgumentException(message);
  }
}
