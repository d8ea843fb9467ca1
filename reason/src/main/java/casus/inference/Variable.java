package casus.inference;

import java.util.List;

/// A discrete random variable of one network.
///
/// @param index its position in the network, from 0, in order of declaration
/// @param name unique in its network
/// @param states at least one state, in order; a yes/no variable has the states "false" and "true",
///   in that order
public record Variable(int index, String name, List<String> states) {
  public Variable {
    if (states.isEmpty()) throw new IllegalArgumentException(name + " has no states");
    states = List.copyOf(states);
  }

  /// The number of states.
  public int size() {
    return states.size();
  }
}
