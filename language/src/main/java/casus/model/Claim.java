package casus.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a source said, on the day it became public.
///
/// @param source who said it
/// @param chain the speaker, then the sources through which it reaches us (`via`), nearest to the
///   speaker first
/// @param leaning the links of the chain that, were they unsound, would say this anyway
/// @param omits the words whose absence is the claim, for a telling silence
/// @param quote the quoted words and where they stand, or null for a paraphrase
/// @param finding the number found, or null
public record Claim(
    String id,
    String source,
    LocalDate date,
    String text,
    List<Link> chain,
    List<Link> leaning,
    @Nullable String omits,
    @Nullable Quote quote,
    @Nullable Finding finding,
    Origin origin) {

  /// A source as far as it speaks on a topic.
  ///
  /// @param topic id of the fact for which the source has a grade of its own, or null
  public record Link(String source, @Nullable String topic) {}

  /// @param source the source whose stored text is quoted
  /// @param words the quoted words
  /// @param passage where they stand in the stored text, or null where they were not found or no
  ///   text is stored
  public record Quote(String source, String words, @Nullable Origin passage) {}

  /// A typed number, such as 6.7 % of adults, n = 1000.
  ///
  /// @param written as the analyst wrote it: "6.7%"
  /// @param population what it is a share or count of, or null
  /// @param sampleSize 0 where unknown
  public record Finding(
      double value,
      double low,
      double high,
      String unit,
      String written,
      @Nullable String population,
      int sampleSize) {}
}
