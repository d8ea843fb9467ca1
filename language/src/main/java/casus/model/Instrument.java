package casus.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A treaty, or a statute of domestic law, as in force on the as-of date.
///
/// @param statuteOf the state whose law it is; null for a treaty
/// @param inForce whether it binds on the as-of date; where not, its articles give nothing
/// @param parties codes of those bound on the as-of date and not suspended
/// @param memberships all of them, with dates
/// @param obligationsPrevail whether its obligations rank over those of all other instruments (UN
///   Charter 103)
/// @param refined whether the dossier changed it
public record Instrument(
    String id,
    String title,
    @Nullable String statuteOf,
    @Nullable LocalDate signed,
    boolean inForce,
    @Nullable String cite,
    boolean fromMemory,
    List<String> parties,
    List<Membership> memberships,
    List<Article> articles,
    boolean obligationsPrevail,
    boolean refined,
    Origin origin) {

  public record Membership(
      String party,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable LocalDate suspendedFrom,
      @Nullable LocalDate suspendedTo) {}
}
