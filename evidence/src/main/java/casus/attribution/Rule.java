package casus.attribution;

/// The ways in which a text attributes words, each with how far it is trusted.
public enum Rule {
  /// `NAME: …` at the head of a paragraph.
  TRANSCRIPT("transcript", 0.9),
  /// A quotation beside a verb of saying and its subject: `"…," Smith said`, `said Smith`, `Smith
  /// said: "…"`.
  QUOTATION_CUE("quotation-cue", 0.9),
  /// A quotation with a name after a dash: `“…” — Anna Berg`.
  SIGNED("signed-quotation", 0.85),
  /// Speech that a dash begins or that the author's words interrupt, as Russian prints it: `— We
  /// hold, — she said. — We stay.`
  INTERRUPTED("interrupted-speech", 0.9),
  /// A quotation without a cue, given to who acts in the sentence around or before it.
  NEAREST_SPEAKER("nearest-speaker", 0.5),
  /// `according to`.
  ACCORDING_TO("according-to", 0.85),
  /// Subject, verb, clause: `Smith said that …`.
  CUE_CLAUSE("cue-clause", 0.8),
  /// A clause with its cue after it or inside it: `…, Smith said`.
  CUE_AFTER("cue-after", 0.75),
  /// Subject, verb, what is spoken of: `Smith condemned …`, `accused him of …`.
  CUE_OBJECT("cue-object", 0.6),
  /// `Smith vowed to …`.
  CUE_INFINITIVE("cue-infinitive", 0.6),
  /// `…, adding that …`.
  PARTICIPLE("participle", 0.7),
  /// `is accused of …`, `was reported that …`: who says it is left out or comes after `by`.
  PASSIVE("passive", 0.5),
  /// `Iran's claim that …`, `the allegation that …`.
  NOUN_CUE("noun-cue", 0.6),
  /// `gave a warning about …`, `expressed concern over …`: the noun says what is done.
  LIGHT_VERB("light-verb", 0.55),
  /// `is adamant that …`, `is opposed to …`, `a critic of …`: a stance, perhaps never put in words.
  STANCE("stance", 0.45),
  /// A sentence in the author's own voice that judges, weighs or predicts.
  AUTHOR("author", 0.45),
  /// A language model pointed at it.
  MODEL("model", 0.5);

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

  /// How far its proposals are trusted, by judgement and not counted on any corpus: from 0 to 1.
  public double confidence() {
    return confidence;
  }
}
