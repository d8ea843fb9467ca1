package casus.answer;

import casus.model.Origin;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A claim and what it does.
///
/// @param bearsOn ids of the facts it is evidence for or against, and of the reasons and signs that
///   cite it
/// @param without the subject's probability were it withdrawn
/// @param quote the quoted words, or null for a paraphrase
/// @param passage where they stand in the stored text, or null
/// @param origin where the claim stands in the dossier
public record ClaimAnswer(
    String id,
    String source,
    LocalDate date,
    String text,
    List<String> bearsOn,
    double without,
    @Nullable String quote,
    @Nullable Origin passage,
    Origin origin) {}
