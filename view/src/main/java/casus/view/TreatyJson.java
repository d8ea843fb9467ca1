package casus.view;

import casus.model.Article;
import casus.model.Instrument;
import casus.treaty.Provisions;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Instruments of the library as JSON, as `docs/json.md` and `docs/schema/treaties.schema.json`
/// describe them.
public final class TreatyJson {
  /// Raised when a field changes its meaning or goes; new fields do not raise it.
  public static final int VERSION = 1;

  private TreatyJson() {}

  /// The whole document, ending in a line feed.
  public static String of(List<Provisions> instruments, LocalDate at) {
    return JsonOut.document(out ->
        out.count("version", VERSION)
            .text("at", at.toString())
            .array("instruments", instruments, TreatyJson::instrument));
  }

  private static void instrument(JsonOut out, Provisions one) {
    var instrument = one.instrument();
    out.text("id", instrument.id())
        .text("title", instrument.title())
        .text("statuteOf", instrument.statuteOf())
        .text("signed", day(instrument.signed()))
        .flag("inForce", instrument.inForce())
        .flag("fromMemory", instrument.fromMemory())
        .text("cite", instrument.cite())
        .texts("parties", instrument.parties())
        .array("memberships", instrument.memberships(), TreatyJson::membership)
        .array("articles", instrument.articles(), (o, article) -> article(o, one, article))
        .place("place", instrument.origin());
  }

  private static void membership(JsonOut out, Instrument.Membership membership) {
    out.text("party", membership.party())
        .text("from", day(membership.from()))
        .text("to", day(membership.to()))
        .text("suspendedFrom", day(membership.suspendedFrom()))
        .text("suspendedTo", day(membership.suspendedTo()));
  }

  private static void article(JsonOut out, Provisions one, Article article) {
    out.text("number", article.number())
        .text("text", article.text())
        .texts("gives", one.gives(article))
        .texts("needs", one.needs(article))
        .texts("unless", article.exceptions().stream().map(Article.Unless::label).toList())
        .texts("then", article.consequences())
        .flag("dormant", article.dormant())
        .flag("fromMemory", one.isRemembered(article))
        .text("cite", article.cite())
        .place("place", article.origin());
  }

  private static @Nullable String day(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }
}
