package casus.desk;

import casus.check.Checker;
import casus.model.Instrument;
import casus.text.NearestName;
import casus.treaty.Provisions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The instruments of the library as they stood on a day.
///
/// @param provisions in alphabetical order of their files, as they stand in them
public record LawInForce(LocalDate at, List<Provisions> provisions) {

  /// The whole library.
  public static LawInForce on(LocalDate at) {
    var provisions = new ArrayList<Provisions>();
    for (var path : Library.paths()) {
      var source = Library.read(path);
      if (source == null) continue;
      var dossier = Checker.check(source, new FolderFiles(Path.of(""), "", Map.of()), at).dossier();
      if (dossier == null) continue;
      // A file may use others; what they hold is found under their own path.
      for (var instrument : dossier.law().instruments())
        if (instrument.origin().file().equals(path + ".md"))
          provisions.add(new Provisions(dossier, instrument));
    }
    return new LawInForce(at, provisions);
  }

  /// What is called so: one instrument, or all those of a file.
  ///
  /// @param name "cst", "treaties/cst"
  public List<Provisions> named(String name) {
    var one = provisions.stream().filter(p -> p.instrument().id().equals(name)).toList();
    if (!one.isEmpty()) return one;
    var path = name.startsWith("treaties/") ? name.replaceFirst("\\.md$", "") : "treaties/" + name;
    return provisions.stream().filter(p -> p.path().equals(path)).toList();
  }

  /// The instrument that was probably meant.
  public Optional<String> nearest(String name) {
    var ids = provisions.stream().map(p -> p.instrument().id()).toList();
    return Optional.ofNullable(NearestName.of(name, ids));
  }

  /// The instruments in force that bind both, the domestic law of the one that acts, and whatever
  /// binds every state.
  ///
  /// @param actor the code of the state that acts
  /// @param target the code of the state where it would
  public List<Provisions> binding(String actor, String target) {
    return provisions.stream().filter(p -> binds(p.instrument(), actor, target)).toList();
  }

  private static boolean binds(Instrument instrument, String actor, String target) {
    if (!instrument.inForce()) return false;
    if (instrument.statuteOf() != null) return instrument.statuteOf().equals(actor);
    return instrument.obligationsPrevail()
        || instrument.parties().containsAll(List.of(actor, target));
  }

  /// The codes of all that were ever bound by something.
  public List<String> bound() {
    var codes = new TreeSet<String>();
    for (var provision : provisions) {
      if (provision.instrument().statuteOf() != null) codes.add(provision.instrument().statuteOf());
      for (var membership : provision.instrument().memberships()) codes.add(membership.party());
    }
    return List.copyOf(codes);
  }
}
