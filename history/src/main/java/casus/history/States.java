package casus.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// States and their numbers: the systems of the Correlates of War (State System Membership, version
/// 2016) and of Gleditsch and Ward (1999, version 2017), with the years in which they were members,
/// beside the codes of ISO 3166.
public final class States {
  private static final States KNOWN = read();

  /// Codes of ISO 3166-3 for states that are gone, and the code under which the table has them.
  private static final Map<String, String> GONE = Map.of("SUN", "RUS", "ZAR", "COD");

  private final List<Spell> spells;

  private States(List<Spell> spells) {
    this.spells = List.copyOf(spells);
  }

  public static States known() {
    return KNOWN;
  }

  /// A state in a system for some years.
  ///
  /// @param number in the system
  /// @param iso three letters, or empty for a state that has none
  /// @param from first year
  /// @param to last year, or a year far ahead
  public record Spell(
      Field.CodeSystem system, int number, String iso, String name, int from, int to) {}

  /// All spells of a system, in the order of the numbers.
  public List<Spell> spells(Field.CodeSystem system) {
    return spells.stream().filter(spell -> spell.system() == system).toList();
  }

  /// The numbers of a state in a system.
  ///
  /// @param typed three letters of ISO 3166, or the state's name in the system
  public List<Integer> numbers(Field.CodeSystem system, String typed) {
    var upper = typed.toUpperCase(Locale.ROOT);
    var iso = GONE.getOrDefault(upper, upper);
    var key = Field.key(typed);
    return spells.stream()
        .filter(spell -> spell.system() == system)
        .filter(spell -> spell.iso().equals(iso) || Field.key(spell.name()).equals(key))
        .map(Spell::number)
        .distinct()
        .toList();
  }

  /// The name that a number has in a system.
  public Optional<String> name(Field.CodeSystem system, int number) {
    return spells.stream()
        .filter(spell -> spell.system() == system && spell.number() == number)
        .reduce((_, last) -> last)
        .map(Spell::name);
  }

  /// The codes of ISO 3166 that a system has states for.
  public List<String> codes(Field.CodeSystem system) {
    return spells.stream()
        .filter(spell -> spell.system() == system && !spell.iso().isEmpty())
        .collect(Collectors.toMap(Spell::iso, Spell::name, (a, _) -> a, TreeMap::new))
        .keySet()
        .stream()
        .toList();
  }

  private static States read() {
    var in = Objects.requireNonNull(States.class.getResourceAsStream("states.csv"));
    var spells = new ArrayList<Spell>();
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().skip(1).forEach(line -> spells.add(spell(line)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new States(spells);
  }

  /// A name may hold commas, in quotes.
  private static Spell spell(String line) {
    var cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
    return new Spell(
        Field.CodeSystem.valueOf(cells[0]),
        Integer.parseInt(cells[1]),
        cells[2],
        cells[3].replace("\"", ""),
        Integer.parseInt(cells[4]),
        cells[5].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(cells[5]));
  }
}
