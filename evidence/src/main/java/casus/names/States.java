package casus.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The states, by what English texts call them: `Belarus`, `Belarusian`, `Belarusians`, `Minsk`.
///
/// Words are looked up as a text writes them, with or without a leading `the`, in the usual case or
/// all in capitals (`UKRAINE`; words of up to three letters only as the table has them, so that
/// `us` is no state). What could mean several states is found for the one that most texts mean, or
/// not at all.
public final class States {
  private final List<State> all;
  private final Map<String, State> codes = new HashMap<>();
  private final Map<String, State> names = new HashMap<>();
  private final Map<String, State> peoples = new HashMap<>();
  private final Map<String, State> seats = new HashMap<>();

  /// A state, or a territory that is spoken of as one.
  ///
  /// @param code its ISO 3166 alpha-3 code; `XKX` for Kosovo
  /// @param names what it is called, the usual name first: `Russia`, `Russian Federation`
  /// @param peoples its adjectives and what its people are called, in the singular and the plural:
  ///   `Polish`, `Pole`, `Poles`
  /// @param seats its capital, and other words for its government: `Moscow`, `Kremlin`
  public record State(String code, List<String> names, List<String> peoples, List<String> seats) {
    public State {
      names = List.copyOf(names);
      peoples = List.copyOf(peoples);
      seats = List.copyOf(seats);
    }

    /// What it is usually called: `Russia`.
    public String name() {
      return names.getFirst();
    }
  }

  /// Reads the table.
  public States() {
    var read = new ArrayList<State>();
    for (var line : Table.lines("states.txt")) read.add(state(line));
    all = List.copyOf(read);
    for (var state : all) {
      codes.put(state.code(), state);
      for (var name : state.names()) put(names, name, state);
      for (var people : state.peoples()) put(peoples, people, state);
      for (var seat : state.seats()) put(seats, seat, state);
    }
  }

  /// All states, in the order of the table.
  public List<State> all() {
    return all;
  }

  /// The state with a code: `BLR`.
  public @Nullable State coded(String code) {
    return codes.get(code);
  }

  /// The state with a name: `Belarus`, `the United Kingdom`, `UK`.
  public @Nullable State named(String words) {
    return find(names, words);
  }

  /// The state whose adjective or people it is: `Belarusian`, `Poles`, `the British`.
  public @Nullable State ofPeople(String words) {
    return find(peoples, words);
  }

  /// The state whose capital or government it is: `Minsk`, `the Kremlin`, `Downing Street`. That a
  /// text says `Minsk` of the government and not of the city is for the caller to know.
  public @Nullable State seatedAt(String words) {
    return find(seats, words);
  }

  /// The state that words stand for in any of the three ways, a name before a people before a seat.
  public @Nullable State meant(String words) {
    var state = named(words);
    if (state == null) state = ofPeople(words);
    return state == null ? seatedAt(words) : state;
  }

  private static void put(Map<String, State> map, String words, State state) {
    map.putIfAbsent(words, state);
    if (words.length() > 3) map.putIfAbsent(words.toUpperCase(Locale.ROOT), state);
  }

  private static @Nullable State find(Map<String, State> map, String words) {
    var state = map.get(words);
    if (state != null || words.length() < 5) return state;
    return words.regionMatches(true, 0, "the ", 0, 4) ? map.get(words.substring(4)) : null;
  }

  private static State state(String line) {
    var parts = Table.parts(line, ';');
    var peoples = new ArrayList<String>();
    for (var people : Table.parts(parts.get(2), ',')) {
      peoples.add(people);
      var plural = plural(people);
      if (!plural.equals(people)) peoples.add(plural);
    }
    return new State(
        parts.get(0), Table.parts(parts.get(1), ','), peoples, Table.parts(parts.get(3), ','));
  }

  /// More than one of a people; adjectives that are no nouns stay as they are.
  private static String plural(String people) {
    for (var end : Arrays.asList("sh", "ch", "se", "s", "z", "ic", "ois"))
      if (people.endsWith(end)) return people;
    if (people.endsWith("woman") || people.endsWith("shman") || people.endsWith("chman"))
      return people.substring(0, people.length() - 2) + "en";
    return people + "s";
  }
}
