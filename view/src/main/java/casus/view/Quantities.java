package casus.view;

import casus.model.BaseRate.Rate;
import casus.model.Chance;
import casus.model.Council;
import casus.model.Dossier;
import casus.model.Fact;
import casus.model.Fact.Basis;
import casus.model.Fact.Support;
import casus.model.Quantity;
import casus.model.Source.TopicSoundness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The uncertain numbers of a dossier, in the order of its parts, each once.
public final class Quantities {
  private final Map<String, Quantity> byId = new LinkedHashMap<>();

  private Quantities() {}

  /// All of them.
  public static List<Quantity> of(Dossier dossier) {
    var all = new Quantities();
    dossier.strengths().forEach(all::add);
    for (var source : dossier.sources()) {
      all.add(source.soundness());
      source.topicSoundness().stream().map(TopicSoundness::soundness).forEach(all::add);
    }
    for (var fact : dossier.facts()) all.addFact(fact);
    for (var term : dossier.law().terms()) term.readings().forEach(r -> all.add(r.weight()));
    for (var instrument : dossier.law().instruments())
      for (var article : instrument.articles())
        article.readings().forEach(r -> all.add(r.weight()));
    for (var council : dossier.law().councils()) council.votes().forEach(all::addVote);
    for (var base : dossier.baseRates())
      base.rates().stream().map(Rate::probability).forEach(all::add);
    for (var weighing : dossier.weighings()) weighing.reasons().forEach(r -> all.add(r.factor()));
    for (var indicator : dossier.indicators()) all.addChance(indicator.cases());
    return new ArrayList<>(all.byId.values());
  }

  private void add(@Nullable Quantity quantity) {
    if (quantity != null) byId.putIfAbsent(quantity.id(), quantity);
  }

  private void addChance(Chance chance) {
    chance.cases().forEach(c -> add(c.probability()));
  }

  private void addFact(Fact fact) {
    switch (fact.basis()) {
      case Basis.Prior(var chance) -> addChance(chance);
      case Basis.ArisesFrom(var causes, var leak) -> {
        causes.forEach(c -> add(c.strength()));
        add(leak);
      }
      case Basis.Given _, Basis.Decision _ -> {}
    }
    for (var evidence : fact.evidence()) {
      switch (evidence.support()) {
        case Support.Ratio ratio -> add(ratio.ratio());
        case Support.Rates(var ifTrue, var ifFalse) -> {
          add(ifTrue);
          add(ifFalse);
        }
      }
    }
  }

  private void addVote(Council.Vote vote) {
    addChance(vote.favours());
    add(vote.abstains());
    add(vote.absent());
  }
}
