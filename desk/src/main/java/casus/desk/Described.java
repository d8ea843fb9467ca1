package casus.desk;

import casus.desk.ProposalFile.Amount;
import casus.desk.ProposalFile.Entry;
import casus.desk.ProposalFile.Law;
import casus.desk.ProposalFile.Said;
import casus.model.Dossier;
import java.util.ArrayList;
import java.util.List;

/// A candidate in a few words.
final class Described {
  private Described() {}

  /// Who says it, how much it is, or which instrument is named.
  static String head(Entry entry) {
    return switch (entry.kind()) {
      case CLAIM -> entry.speaker() == null ? "somebody" : entry.speaker();
      case FINDING -> entry.number() == null ? "?" : entry.number().value();
      case LAW -> entry.law() == null ? "?" : name(entry.law());
      case EVENT -> entry.deed() == null ? "?" : String.join(", ", entry.deed().by());
    };
  }

  private static String name(Law law) {
    return law.instrument() == null ? law.name() : law.instrument();
  }

  /// How it is said, of what and from whom a number is, which articles are named.
  static String manner(Dossier dossier, Entry entry) {
    var parts = new ArrayList<String>();
    if (entry.said() != null) saying(entry.said(), parts);
    if (entry.number() != null) number(entry.number(), parts);
    if (entry.law() != null) law(dossier, entry.law(), parts);
    if (entry.deed() != null)
      parts.add(entry.deed().type() + " → " + String.join(", ", entry.deed().against()));
    if (entry.date() != null) parts.add("on " + entry.date());
    else if (entry.day() != null) parts.add(entry.day());
    for (var other : entry.agreeing()) parts.add("so does " + other);
    return String.join(", ", parts);
  }

  /// Whether the dossier uses an instrument.
  static boolean isInUse(Dossier dossier, String instrument) {
    return dossier.law().instruments().stream().anyMatch(one -> one.id().equals(instrument));
  }

  private static void saying(Said said, List<String> parts) {
    parts.add(said.act());
    if (!said.form().equals("indirect")) parts.add(said.form());
    if (!said.polarity().equals("asserted")) parts.add(said.polarity());
    if (!said.modality().equals("actual")) parts.add(said.modality());
    if (said.addressee() != null) parts.add("to " + said.addressee());
    if (said.via() != null) parts.add("via " + said.via());
  }

  private static void number(Amount number, List<String> parts) {
    if (number.of() != null) parts.add("of " + number.of());
    if (number.n() != null) parts.add("n = " + number.n().toPlainString());
    if (number.says() != null) parts.add("from " + number.says());
  }

  private static void law(Dossier dossier, Law law, List<String> parts) {
    if (!law.articles().isEmpty())
      parts.add(
          (law.articles().size() == 1 ? "article " : "articles ")
              + String.join(", ", law.articles()));
    if (law.instrument() == null) parts.add("not in the library");
    else if (isInUse(dossier, law.instrument())) parts.add("in use");
  }
}
