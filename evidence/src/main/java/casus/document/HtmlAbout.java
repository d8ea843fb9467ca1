package casus.document;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Where a page says it comes from: in JSON-LD, in OpenGraph and other `meta` elements, in its
/// visible parts; in that order, since the first are written for machines.
final class HtmlAbout {
  private static final int LONGEST_DATA = 1 << 20;
  private static final int MOST_NODES = 10_000;
  private static final Pattern ARTICLE =
      Pattern.compile(".*Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting");
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S{1,2000}");

  private final Document page;
  private final List<JsonNode> articles = new ArrayList<>();

  private HtmlAbout(Document page) {
    this.page = page;
    for (var data : page.select("script[type=application/ld+json]")) collect(data.data());
  }

  static About of(Document page) {
    var about = new HtmlAbout(page);
    return new About(
        about.title(),
        about.author(),
        about.publisher(),
        about.date(),
        about.language(),
        about.canonical());
  }

  private void collect(String json) {
    if (json.length() > LONGEST_DATA) return;
    try {
      var open = new ArrayDeque<JsonNode>(List.of(new ObjectMapper().readTree(json)));
      for (var n = 0; !open.isEmpty() && n < MOST_NODES; n++) {
        var node = open.poll();
        if (isArticle(node.path("@type"))) articles.add(node);
        for (var child : node) if (child.isContainer()) open.add(child);
      }
    } catch (JacksonException notJson) {
      // Pages hold broken data often; the other places then say it.
    }
  }

  private static boolean isArticle(JsonNode type) {
    if (type.isString()) return ARTICLE.matcher(type.asString()).matches();
    for (var one : type) if (one.isString() && isArticle(one)) return true;
    return false;
  }

  private @Nullable String title() {
    return first(data("headline"), meta("og:title", "twitter:title", "dc.title"), heading());
  }

  private @Nullable String heading() {
    var headings = page.select("h1");
    return headings.size() == 1 ? headings.text() : page.title();
  }

  private @Nullable String author() {
    var element = page.selectFirst("[rel=author], [itemprop=author]");
    return first(
        data("author"),
        notAddress(meta("author", "article:author", "dc.creator", "parsely-author")),
        element == null ? null : element.text());
  }

  /// Some pages name a profile's address where the name should be.
  private static @Nullable String notAddress(@Nullable String author) {
    return author == null || ADDRESS.matcher(author.strip()).matches() ? null : author;
  }

  private @Nullable String publisher() {
    return first(data("publisher"), meta("og:site_name", "publisher", "dc.publisher"));
  }

  private @Nullable LocalDate date() {
    var time = page.selectFirst("time[datetime]");
    for (var written :
        new @Nullable String[] {
          data("datePublished"),
          meta(
              "article:published_time",
              "datepublished",
              "date",
              "dc.date",
              "pubdate",
              "parsely-pub-date"),
          itemprop("datePublished"),
          time == null ? null : time.attr("datetime")
        }) {
      var day = About.day(written);
      if (day != null) return day;
    }
    return null;
  }

  private @Nullable String itemprop(String name) {
    var element = page.selectFirst("[itemprop=" + name + "]");
    if (element == null) return null;
    return element.hasAttr("content") ? element.attr("content") : element.attr("datetime");
  }

  private @Nullable String language() {
    for (var written :
        new @Nullable String[] {
          data("inLanguage"),
          page.select("html").attr("lang"),
          meta("og:locale", "language", "content-language")
        }) {
      var code = About.code(written);
      if (code != null) return code;
    }
    return null;
  }

  private @Nullable String canonical() {
    var link = page.selectFirst("link[rel=canonical]");
    for (var written :
        new @Nullable String[] {
          link == null ? null : link.attr("href"), meta("og:url"), data("url")
        })
      if (written != null && ADDRESS.matcher(written.strip()).matches()) return written.strip();
    return null;
  }

  /// A value of the page's data on its article: a text, a list of them, or what has a name.
  private @Nullable String data(String name) {
    for (var article : articles) {
      var names = new ArrayList<String>();
      var value = article.path(name);
      for (var one : value.isArray() ? value : List.of(value)) {
        var text = one.isObject() ? one.path("name") : one;
        if (text.isString() && !text.asString().isBlank()) names.add(text.asString().strip());
      }
      if (!names.isEmpty()) return String.join(", ", names);
    }
    return null;
  }

  private @Nullable String meta(String... names) {
    for (var name : names)
      for (var element : page.select("meta[content]"))
        if (name.equalsIgnoreCase(element.attr("property"))
            || name.equalsIgnoreCase(element.attr("name"))
            || name.equalsIgnoreCase(element.attr("http-equiv")))
          if (!element.attr("content").isBlank()) return element.attr("content");
    return null;
  }

  private static @Nullable String first(@Nullable String... found) {
    for (var one : found) {
      var line = About.line(one);
      if (line != null) return line;
    }
    return null;
  }
}
