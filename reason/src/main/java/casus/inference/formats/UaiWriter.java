package casus.inference.formats;

import casus.inference.Network;
import java.util.ArrayList;
import java.util.HashMap;

/// Writes what [UaiReader] reads; names are lost.
final class UaiWriter {
  private UaiWriter() {}

  static Writing write(Network network) {
    var families = Families.of(network);
    if (!families.reasons().isEmpty()) return new Writing.Unwritable(families.reasons());
    var numbers = new HashMap<Integer, Integer>();
    for (var family : families.inOrder()) numbers.put(family.child().index(), numbers.size());
    var text = new StringBuilder("BAYES\n").append(numbers.size()).append('\n');
    for (var family : families.inOrder()) text.append(family.child().size()).append(' ');
    text.append('\n').append(numbers.size()).append('\n');
    for (var family : families.inOrder()) {
      text.append(family.parents().size() + 1);
      for (var parent : family.parents()) text.append(' ').append(numbers.get(parent.index()));
      text.append(' ').append(numbers.get(family.child().index())).append('\n');
    }
    for (var family : families.inOrder()) {
      text.append('\n').append(family.values().length);
      for (var i = 0; i < family.values().length; i++) {
        text.append(i % family.child().size() == 0 ? "\n " : " ").append(family.values()[i]);
      }
      text.append('\n');
    }
    var notes = new ArrayList<>(families.notes());
    notes.add("the format has no names: variables and states are numbered in order of declaration");
    return new Writing.Written(text.toString(), notes);
  }
}
