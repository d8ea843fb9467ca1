package casus.treaty;

import casus.model.Article;
import casus.model.Instrument;
import casus.model.Norm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A norm that bears on the act in question, with its conditions bound to the act's target.
///
/// @param id unique: the article's id, with the reading where it gives different norms under
///   different readings
/// @param reading the reading of the article that gives it, or null
/// @param bearing what it says of the act
/// @param applies when its conditions hold, whatever its exceptions say
/// @param exceptions each lifts it
/// @param active when it applies and no exception does
public record GroundNorm(
    String id,
    Instrument instrument,
    Article article,
    Article.@Nullable Reading reading,
    Norm norm,
    Bearing bearing,
    Formula applies,
    List<Exempt> exceptions,
    Formula active) {

  /// What a norm says of an act.
  public enum Bearing {
    PERMITS,
    OBLIGES,
    FORBIDS
  }

  /// An exception, bound.
  public record Exempt(Article.Unless unless, Formula holds) {}

  boolean isObligation() {
    return norm.modality() != Norm.Modality.MAY;
  }
}
