package casus.attribution;

import casus.attribution.Cues.Inflection;
import casus.attribution.Cues.Verb;
import org.jspecify.annotations.Nullable;

/// A verb of the lexicon with its auxiliaries: `would not have said`.
///
/// @param from the first token of the group
/// @param head the verb
/// @param bare whether no auxiliary stands before it
record VerbGroup(
    int from,
    int head,
    Verb verb,
    Voice voice,
    boolean bare,
    boolean unsaid,
    boolean hypothetical) {
  enum Voice {
    ACTIVE,
    PASSIVE,
    /// An `-ing` form without an auxiliary: `, adding that …`.
    GERUND
  }

  /// The same words as a participle whose subject is left out.
  VerbGroup passive() {
    return new VerbGroup(from, head, verb, Voice.PASSIVE, bare, unsaid, hypothetical);
  }

  /// The group around a token; null if the token is no verb of the lexicon, or hangs on another
  /// verb that this group does not understand.
  static @Nullable VerbGroup at(Sentence s, int head, Cues cues) {
    var t = s.get(head);
    var verb = cues.verb(t);
    if (verb == null
        || !verb.reports(head + 1 < s.size() ? s.get(head + 1).lower() : "")
        || (t.capital() && head > 0 && s.get(head - 1).capital())) return null;
    var i = head;
    var be = false;
    var have = false;
    var modal = false;
    var support = false;
    var unsaid = false;
    var hypothetical = false;
    var led = false;
    while (i > 0) {
      var before = s.get(i - 1);
      var w = before.lower();
      if (Words.NEGATIONS.contains(w) && !w.equals("no")) {
        unsaid = true;
      } else if (before.is("to") && i > 1) {
        var leading = s.get(i - 2).lower();
        var on = leading.equals("on") && i > 2 && Words.GOING.contains(s.get(i - 3).lower());
        if (Words.REFUSING_VERBS.contains(leading)) unsaid = true;
        else if (!on && !Words.LEADING_VERBS.contains(leading)) return null;
        led = true;
        i -= on ? 2 : 1;
      } else if (Words.adverb(before)) {
        // stands inside the group
      } else if (Words.auxiliary(before)) {
        if (i == head || !(be || have || modal)) {
          be |= Words.BE.contains(w);
          have |= Words.HAVE.contains(w);
        }
        modal |= Words.MODALS.contains(w);
        support |= Words.DO.contains(w);
        hypothetical |= supposes(w);
      } else if (before.is("'s") && verb.may(Inflection.GERUND)) {
        be = true;
      } else break;
      i--;
    }
    while (i < head && Words.adverb(s.get(i)) && !Words.NEGATIONS.contains(s.get(i).lower())) i++;
    if (led) return new VerbGroup(i, head, verb, Voice.ACTIVE, false, unsaid, hypothetical);
    if (be && verb.may(Inflection.GERUND))
      return new VerbGroup(i, head, verb, Voice.ACTIVE, false, unsaid, hypothetical);
    if (be && verb.may(Inflection.PARTICIPLE))
      return new VerbGroup(i, head, verb, Voice.PASSIVE, false, unsaid, hypothetical);
    if (verb.may(Inflection.GERUND))
      return new VerbGroup(i, head, verb, Voice.GERUND, true, unsaid, false);
    if (have && !verb.may(Inflection.PARTICIPLE)) return null;
    if ((modal || support) && !have && !verb.may(Inflection.BASE)) return null;
    var bare = !(have || modal || support);
    if (bare && be) return null;
    return new VerbGroup(i, head, verb, Voice.ACTIVE, bare, unsaid, hypothetical);
  }

  private static boolean supposes(String auxiliary) {
    return switch (auxiliary) {
      case "would", "could", "might", "may", "should", "'d" -> true;
      default -> false;
    };
  }
}
