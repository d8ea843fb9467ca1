package casus.check;

import casus.model.Act;
import casus.model.Actor;
import casus.model.Article;
import casus.model.Dossier;
import casus.model.Instrument;
import casus.model.Law;
import casus.model.Norm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which articles can bear on an act: by its action, by who does it and where. What they then say
/// of it is another matter.
final class Bearing {
  private final Law law;
  private final Set<String> bodies = new HashSet<>();
  private final Map<String, List<String>> narrower = new HashMap<>();
  private final Map<String, Set<String>> covered = new HashMap<>();

  Bearing(Dossier dossier) {
    law = dossier.law();
    for (var actor : dossier.actors())
      if (actor.kind() == Actor.Kind.BODY) bodies.add(actor.code());
    for (var includes : law.actions()) narrower.put(includes.action(), includes.narrower());
  }

  /// An article, or one of its readings, and the norm it gives.
  record Applied(Article article, Norm norm) {}

  /// @param order an instrument's id, or null for all
  List<Applied> on(Act act, @Nullable String order) {
    var found = new ArrayList<Applied>();
    for (var instrument : law.instruments())
      if (instrument.inForce() && (order == null || order.equals(instrument.id())))
        for (var article : instrument.articles()) {
          if (article.norm() != null && bears(article.norm(), instrument, act))
            found.add(new Applied(article, article.norm()));
          for (var reading : article.readings())
            if (reading.norm() != null && bears(reading.norm(), instrument, act))
              found.add(new Applied(article, reading.norm()));
        }
    return found;
  }

  private boolean bears(Norm norm, Instrument instrument, Act act) {
    return isRelated(norm.action(), act.action())
        && binds(norm.subject(), instrument, act.actor())
        && reaches(norm.target(), instrument, act.target());
  }

  /// A norm on the narrower act bears on the wider one, and one on the wider act on the narrower.
  boolean isRelated(String one, String other) {
    return covers(one, other) || covers(other, one);
  }

  private boolean covers(String wide, String narrow) {
    return wide.equals(narrow) || covered.computeIfAbsent(wide, this::all).contains(narrow);
  }

  private Set<String> all(String action) {
    var found = new HashSet<String>();
    var open = new ArrayDeque<String>();
    open.add(action);
    while (!open.isEmpty())
      for (var next : narrower.getOrDefault(open.remove(), List.of()))
        if (found.add(next)) open.add(next);
    return found;
  }

  private boolean binds(Norm.Subject subject, Instrument instrument, String actor) {
    return switch (subject) {
      case Norm.Subject.AnyState _ -> true;
      case Norm.Subject.AnyOrganisation _ -> bodies.contains(actor);
      case Norm.Subject.EachParty _ -> isParty(actor, instrument);
      case Norm.Subject.Collective(String name) -> isParty(actor, instrument) || name.equals(actor);
      case Norm.Subject.One(String one) -> one.equals(actor);
    };
  }

  private static boolean reaches(String written, Instrument instrument, String target) {
    return switch (written) {
      case "", "S" -> true;
      case "P" -> isParty(target, instrument);
      default -> written.equals(target);
    };
  }

  private static boolean isParty(String state, Instrument instrument) {
    return instrument.parties().contains(state) || Dependencies.isVariable(state);
  }
}
