package casus.answer;

import casus.model.Condition;
import casus.model.Dossier;
import casus.model.Scenario;
import casus.treaty.ConditionText;

/// Conditions and settings in the words of the language, for readers.
final class Wording {
  private Wording() {}

  static String of(Condition condition, Dossier dossier) {
    return ConditionText.of(condition, dossier, null);
  }

  static String of(Scenario.Setting setting) {
    return setting.fact() + " = " + setting.value();
  }
}
