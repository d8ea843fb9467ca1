package casus.answer;

/// Something still to be seen or learned, and how much it would tell.
///
/// @param kind "indicator" or "fact"
/// @param bits mutual information with the whole outcome variable, after the claims
/// @param probability that it is seen (that the fact is true)
/// @param ifSeen the subject's probability were it seen (true)
/// @param ifNotSeen likewise not seen (false)
public record Watch(
    String id,
    String text,
    String kind,
    double bits,
    double probability,
    double ifSeen,
    double ifNotSeen) {}
