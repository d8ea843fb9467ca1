package casus.attribution;

import java.util.Set;

/// The small words of English, by what they do: what a grammar without a dictionary can lean on.
final class Words {
  private Words() {}

  static final Set<String> ABBREVIATIONS =
      Set.of(
          "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Gen",
          "Col", "Lt", "Sgt", "Capt", "Maj", "Cmdr", "Adm", "Rev", "Hon", "St", "Jr", "Sr", "Inc",
          "Corp", "Co", "Ltd", "vs", "No", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep",
          "Sept", "Oct", "Nov", "Dec", "Calif", "Fla", "Mass", "Pa", "Va", "Ala", "Ariz", "Conn",
          "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb",
          "Nev", "Okla", "Ore", "Tenn", "Tex", "Vt", "Wash", "Wis", "Wyo", "Pres", "Amb", "Sec",
          "Art", "Arts", "Fig", "Vol", "approx", "Messrs", "Mme", "Brig", "Supt", "Atty");

  /// What a name may be followed by without its sentence having ended.
  static final Set<String> TITLES =
      Set.of(
          "mr.",
          "mrs.",
          "ms.",
          "dr.",
          "prof.",
          "sen.",
          "rep.",
          "gov.",
          "gen.",
          "col.",
          "lt.",
          "sgt.",
          "capt.",
          "maj.",
          "adm.",
          "rev.",
          "mr",
          "mrs",
          "ms",
          "dr",
          "senator",
          "representative",
          "president",
          "governor",
          "general",
          "secretary",
          "minister",
          "congressman",
          "congresswoman",
          "mayor",
          "judge",
          "justice",
          "ambassador",
          "chancellor",
          "premier",
          "chairman",
          "chairwoman",
          "speaker",
          "king",
          "queen",
          "prince",
          "pope",
          "sir",
          "lord",
          "lady",
          "professor",
          "spokesman",
          "spokeswoman",
          "spokesperson",
          "director",
          "colonel",
          "captain",
          "sheriff",
          "commissioner",
          "prime",
          "vice",
          "deputy",
          "former",
          "foreign",
          "defense",
          "defence",
          "state",
          "chief",
          "attorney",
          "commander",
          "vice-president",
          "reporter",
          "analyst",
          "candidate",
          "nominee",
          "leader",
          "adviser",
          "advisor",
          "author");

  static final Set<String> SUBJECT_PRONOUNS =
      Set.of(
          "i",
          "we",
          "you",
          "he",
          "she",
          "they",
          "it",
          "who",
          "everyone",
          "everybody",
          "nobody",
          "someone",
          "somebody",
          "no-one",
          "anyone",
          "others",
          "some",
          "many",
          "most",
          "few",
          "several",
          "both",
          "none",
          "one",
          "half",
          "all",
          "another",
          "neither",
          "either",
          "those",
          "this",
          "which");

  static final Set<String> OBJECT_PRONOUNS =
      Set.of(
          "me",
          "us",
          "him",
          "her",
          "them",
          "himself",
          "herself",
          "themselves",
          "itself",
          "myself",
          "ourselves",
          "yourself",
          "you",
          "it");

  static final Set<String> DETERMINERS =
      Set.of(
          "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our",
          "my", "your", "some", "any", "no", "every", "each", "another", "both", "all", "such",
          "what", "which", "whose", "many", "more", "most", "several", "few");

  static final Set<String> POSSESSIVES = Set.of("his", "her", "its", "their", "our", "my", "your");

  static final Set<String> PREPOSITIONS =
      Set.of(
          "of",
          "in",
          "on",
          "at",
          "by",
          "for",
          "with",
          "from",
          "to",
          "into",
          "about",
          "against",
          "among",
          "between",
          "through",
          "during",
          "under",
          "over",
          "within",
          "without",
          "toward",
          "towards",
          "upon",
          "near",
          "outside",
          "inside",
          "across",
          "around",
          "behind",
          "beyond",
          "despite",
          "amid",
          "via",
          "per",
          "along",
          "above",
          "below",
          "beside",
          "besides",
          "off",
          "onto",
          "throughout",
          "regarding",
          "concerning",
          "including",
          "like",
          "following");

  static final Set<String> SUBORDINATORS =
      Set.of(
          "that",
          "because",
          "if",
          "when",
          "while",
          "as",
          "after",
          "before",
          "although",
          "though",
          "since",
          "whether",
          "where",
          "how",
          "why",
          "what",
          "until",
          "unless",
          "once",
          "than",
          "whereas",
          "whenever",
          "wherever",
          "who",
          "whom",
          "which",
          "whose",
          "so");

  static final Set<String> COORDINATORS = Set.of("and", "but", "or", "nor", "yet");

  static final Set<String> BE =
      Set.of(
          "is", "are", "was", "were", "be", "been", "being", "am", "'re", "'m", "get", "gets",
          "got");

  static final Set<String> MODALS =
      Set.of(
          "will", "would", "could", "can", "may", "might", "must", "should", "shall", "wo", "ca",
          "'ll", "'d");

  static final Set<String> HAVE = Set.of("has", "have", "had", "'ve", "having");
  static final Set<String> DO = Set.of("do", "does", "did");

  static final Set<String> NEGATIONS = Set.of("not", "n't", "never", "no", "neither", "hardly");

  static final Set<String> ADVERBS =
      Set.of(
          "also",
          "then",
          "still",
          "since",
          "even",
          "just",
          "again",
          "long",
          "often",
          "later",
          "once",
          "first",
          "now",
          "soon",
          "too",
          "already",
          "always",
          "both",
          "only",
          "rather",
          "instead",
          "further",
          "perhaps",
          "sometimes",
          "ever",
          "yet",
          "quite",
          "much",
          "best",
          "reportedly",
          "simply",
          "well",
          "thus",
          "therefore",
          "twice",
          "almost",
          "recently",
          "ago",
          "far",
          "better",
          "more");

  static final Set<String> DAYS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "today",
          "yesterday",
          "tomorrow",
          "tonight",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "jan.",
          "feb.",
          "mar.",
          "apr.",
          "aug.",
          "sept.",
          "oct.",
          "nov.",
          "dec.");

  /// Verbs that an infinitive of saying hangs on without being denied or merely wished.
  static final Set<String> LEADING_VERBS =
      Set.of(
          "went",
          "goes",
          "continued",
          "continues",
          "began",
          "begins",
          "started",
          "proceeded",
          "seemed",
          "seems",
          "appeared",
          "appears",
          "used",
          "rushed",
          "moved",
          "hastened",
          "came",
          "comes",
          "likely",
          "tried",
          "trying",
          "sought",
          "seeking",
          "attempted",
          "wants",
          "wanted",
          "want",
          "going",
          "able",
          "quick",
          "happy",
          "careful",
          "expected",
          "ready",
          "set",
          "tend",
          "tends",
          "tended",
          "like",
          "likes",
          "willing",
          "dared",
          "managed",
          "had",
          "has",
          "have");

  /// Verbs that take back the saying that hangs on them.
  static final Set<String> REFUSING_VERBS =
      Set.of(
          "declined",
          "declines",
          "refused",
          "refuses",
          "failed",
          "fails",
          "hesitated",
          "stopped",
          "avoided",
          "unwilling",
          "reluctant",
          "declining",
          "refusing",
          "forgot",
          "neglected",
          "unable");

  /// Verbs that say no more than that the noun after them is said.
  static final Set<String> VOICING =
      Set.of(
          "expressed",
          "expresses",
          "express",
          "gave",
          "gives",
          "give",
          "raised",
          "raises",
          "raise",
          "voiced",
          "voices",
          "voice",
          "made",
          "makes",
          "make",
          "issued",
          "issues",
          "issue",
          "offered",
          "offers",
          "offer",
          "repeated",
          "repeats",
          "held",
          "hold",
          "holds",
          "sounded",
          "shared",
          "shares",
          "share",
          "has",
          "have",
          "had",
          "leveled",
          "levelled",
          "conveyed");

  static boolean adverb(Token t) {
    return t.word()
        && (ADVERBS.contains(t.lower())
            || NEGATIONS.contains(t.lower())
            || (t.lower().endsWith("ly") && t.lower().length() > 4 && !t.capital()));
  }

  static boolean auxiliary(Token t) {
    var w = t.lower();
    return BE.contains(w) || MODALS.contains(w) || HAVE.contains(w) || DO.contains(w);
  }

  /// Whether a word may end the subject of a clause: no small word but a pronoun.
  static boolean noun(Token t) {
    if (t.quotation()) return false;
    if (t.kind() == Token.Kind.NUMBER) return true;
    if (!t.word()) return false;
    var w = t.lower();
    if (SUBJECT_PRONOUNS.contains(w)) return true;
    return !(DETERMINERS.contains(w)
        || PREPOSITIONS.contains(w)
        || SUBORDINATORS.contains(w)
        || COORDINATORS.contains(w)
        || auxiliary(t)
        || OBJECT_PRONOUNS.contains(w)
        || adverb(t)
        || w.equals("'s"));
  }
}
