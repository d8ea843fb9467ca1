package casus.attribution;

/// The ways in which a text attributes words, each with how often it is right.
public enum Rule {
  /// `NAME: …` at the head of a paragraph.
  TRANSCRIPT("transcript", 0.65),
  /// A quotation beside a verb of saying and its subject: `"…," Smith said`, `said Smith`, `Smith
  /// said: "…"`.
  QUOTATION_CUE("quotation-cue", 0.92),
  /// A quotation without a cue, given to who acts in the sentence around or before it.
  NEAREST_SPEAKER("nearest-speaker", 0.45),
  /// `according to`.
  ACCORDING_TO("according-to", 0.85),
  /// Subject, verb, clause: `Smith said that …`.
  CUE_CLAUSE("cue-clause", 0.70),
  /// A clause with its cue after it or inside it: `…, Smith said`.
  CUE_AFTER("cue-after", 0.70),
  /// Subject, verb, what is spoken of: `Smith condemned …`, `accused him of …`.
  CUE_OBJECT("cue-object", 0.55),
  /// `Smith vowed to …`.
  CUE_INFINITIVE("cue-infinitive", 0.45),
  /// `…, adding that …`.
  PARTICIPLE("participle", 0.65),
  /// `is accused of …`, `was reported that …`: who says it is left out or comes after `by`.
  PASSIVE("passive", 0.50),
  /// `Iran's claim that …`, `the allegation that …`.
  NOUN_CUE("noun-cue", 0.25);

  private final String label;
  private final double confidence;

  Rule(String label, double confidence) {
    this.label = label;
    this.confidence = confidence;
  }

  /// The name that proposals show.
  public String label() {
    return label;
  }

  /// The share of its proposals that were right, content and speaker, in news with every
  /// attribution marked: from 0 to 1.
  public double confidence() {
    return confidence;
  }
}
