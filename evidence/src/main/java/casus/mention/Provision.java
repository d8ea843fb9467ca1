package casus.mention;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A treaty, a law or some of its articles, as a text mentions them.
///
/// @param instrument its id in the treaty library; null for one that the library does not have
/// @param name the instrument as the text names it, here or, for `Article 4` alone, before; empty
///   where no instrument was named
/// @param articles as the library writes them, `2.4` for Article 2(4), in the order of the text;
///   empty where the instrument alone is mentioned
/// @param confidence how far instrument and articles are trusted, from 0 to 1
public record Provision(
    Passage passage,
    @Nullable String instrument,
    String name,
    List<String> articles,
    double confidence)
    implements Mention {
  public Provision {
    articles = List.copyOf(articles);
    if (!(confidence >= 0 && confidence <= 1)) throw new IllegalArgumentException("" + confidence);
  }
}
