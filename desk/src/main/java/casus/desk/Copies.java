package casus.desk;

import casus.desk.ProposalFile.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which candidates of several sources are the same words: reports that were copied from one
/// another, which are no second witness.
final class Copies {
  /// Two passages with so large a part of the shorter one's runs of words in common are copies.
  private static final double ALIKE = 0.6;

  private static final int RUN = 4;

  private final Map<String, List<Entry>> copies = new HashMap<>();

  Copies(List<Entry> entries) {
    var runs = new ArrayList<Set<String>>();
    var places = new HashMap<String, List<Integer>>();
    for (var i = 0; i < entries.size(); i++) {
      runs.add(runs(entries.get(i).words()));
      for (var run : runs.get(i)) places.computeIfAbsent(run, _ -> new ArrayList<>()).add(i);
    }
    for (var i = 0; i < entries.size(); i++) {
      var common = new TreeMap<Integer, Integer>();
      for (var run : runs.get(i))
        for (var other : places.getOrDefault(run, List.of())) common.merge(other, 1, Integer::sum);
      var found = new ArrayList<Entry>();
      for (var other : common.entrySet()) {
        var entry = entries.get(other.getKey());
        var shorter = Math.min(runs.get(i).size(), runs.get(other.getKey()).size());
        if (entry.kind() == entries.get(i).kind()
            && !entry.source().equals(entries.get(i).source())
            && other.getValue() >= ALIKE * shorter) found.add(entry);
      }
      if (!found.isEmpty()) copies.put(entries.get(i).id(), found);
    }
  }

  /// The candidates of other sources that say the same.
  List<Entry> of(Entry entry) {
    return copies.getOrDefault(entry.id(), List.of());
  }

  /// The names of those sources.
  List<String> sources(Entry entry) {
    return of(entry).stream().map(Entry::source).distinct().toList();
  }

  private static Set<String> runs(String words) {
    var all =
        words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} ]", "").strip().split(" +", -1);
    var runs = new HashSet<String>();
    for (var i = 0; i + RUN <= all.length; i++)
      runs.add(String.join(" ", List.of(all).subList(i, i + RUN)));
    return runs;
  }
}
