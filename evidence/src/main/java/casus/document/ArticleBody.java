package casus.document;

import casus.document.HtmlBlocks.Block;
import casus.document.Masked.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Which blocks of a page are the article. Three observations of any page do the work: articles are
/// prose (long, punctuated, with few links), they stand together in one element, and what stands
/// among them without belonging to them is named for what it is (`share`, `related`, `caption`).
final class ArticleBody {
  /// An element that holds more than this part of all prose is no aside, whatever it is called.
  private static final double MOST = 0.4;

  private static final int SHORT_PROSE = 60;
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "ul", "ol", "table", "blockquote", "pre");
  private static final Set<String> RUNNING = Set.of("p", "li", "blockquote", "pre");
  private static final Pattern HEADING = Pattern.compile("h[1-6]");
  private static final Pattern PICTURE =
      Pattern.compile("(?i)(^|[^a-z])(photos?|images?|img|pictures?)([^a-z]|$)");
  private static final Map<String, Kind> BY_TAG =
      Map.ofEntries(
          Map.entry("nav", Kind.NAVIGATION),
          Map.entry("menu", Kind.NAVIGATION),
          Map.entry("footer", Kind.NAVIGATION),
          Map.entry("aside", Kind.RELATED),
          Map.entry("form", Kind.APPEAL),
          Map.entry("fieldset", Kind.APPEAL),
          Map.entry("label", Kind.APPEAL),
          Map.entry("figure", Kind.CAPTION),
          Map.entry("figcaption", Kind.CAPTION),
          Map.entry("address", Kind.HEADING));
  private static final Map<String, Kind> BY_ROLE =
      Map.of(
          "navigation", Kind.NAVIGATION,
          "banner", Kind.NAVIGATION,
          "contentinfo", Kind.NAVIGATION,
          "complementary", Kind.RELATED,
          "dialog", Kind.NOTICE);

  /// Words in names of classes and ids.
  private static final Map<Kind, Pattern> BY_NAME =
      Map.ofEntries(
          named(
              Kind.NAVIGATION,
              "nav|navbar|navigation|menu|breadcrumbs?|footer|toolbar|tags|taglist|pagination|pager|login"),
          named(
              Kind.RELATED,
              "sidebar|related|recommend(ed|ations?)?|outbrain|taboola|trending|popular|widgets?|teasers?|readmore|infobox"),
          named(Kind.SHARING, "shar(e|es|ing)|social"),
          named(
              Kind.APPEAL,
              "newsletter|subscribe|subscription|signup|promos?|promotions?|donate|donation|feedback|poll|ratings?"),
          named(Kind.COMMENTS, "comments?|disqus|respond"),
          named(
              Kind.ADVERTISEMENT,
              "adverts?|advertisement|advertising|ads?|sponsor|sponsored|banner"),
          named(
              Kind.NOTICE,
              "cookies?|privacy|consent|gdpr|popup|modal|overlay|copyright|disclaimer"),
          named(Kind.CAPTION, "captions?|credits?"),
          named(Kind.HEADING, "byline|authors?|bio|timestamp|dateline|meta|metadata|postmeta"));

  private final Document page;
  private final HtmlBlocks blocks;
  private final Map<Element, Double> prose = new HashMap<>();
  private final Map<Element, Kind> asides = new HashMap<>();
  private final Set<Element> seen = new HashSet<>();
  private final Set<Element> pictured = new HashSet<>();
  private double all;

  private ArticleBody(Document page, HtmlBlocks blocks) {
    this.page = page;
    this.blocks = blocks;
  }

  private static Map.Entry<Kind, Pattern> named(Kind kind, String words) {
    return Map.entry(kind, Pattern.compile("(?i)" + words));
  }

  /// For each block of the page what it is besides the article, or null where it is the article.
  static List<@Nullable Kind> kinds(Document page, HtmlBlocks blocks) {
    return new ArticleBody(page, blocks).kinds();
  }

  private List<@Nullable Kind> kinds() {
    for (var image : page.select("img, picture"))
      for (var at = image; at != null && pictured.add(at); ) at = at.parent();
    for (var block : blocks.blocks()) {
      all += prose(block);
      addUp(prose, block);
    }
    var home = home();
    var kinds = new ArrayList<@Nullable Kind>();
    for (var block : blocks.blocks()) kinds.add(kind(block, home));
    trim(blocks.blocks(), kinds);
    return kinds;
  }

  private void addUp(Map<Element, Double> sums, Block block) {
    var weight = prose(block);
    for (var at = block.holder(); at != null; at = at.parent()) sums.merge(at, weight, Double::sum);
  }

  /// How many characters of prose a block has: few for what has no punctuation, none for links.
  private double prose(Block block) {
    if (block.length() < 25 || block.linked() * 2 > block.length()) return 0;
    var own = block.length() - block.linked();
    for (var i = block.start(); i < block.end(); i++)
      if (".,;:!?。，、؟،".indexOf(blocks.text().charAt(i)) >= 0) return own;
    return own < 80 ? 0 : own * 0.3;
  }

  /// The smallest element that holds nearly all prose.
  private Element home() {
    var sums = new HashMap<Element, Double>();
    var total = 0.0;
    for (var block : blocks.blocks()) {
      if (aside(block.holder()) != null) continue;
      total += prose(block);
      addUp(sums, block);
    }
    for (var declared : page.select("[itemprop=articleBody]"))
      if (sums.getOrDefault(declared, 0.0) > MOST * total) return declared;
    var at = page.body();
    for (var article : page.select("article, [role=article]"))
      if (sums.getOrDefault(article, 0.0) > total / 2) at = article;
    while (true) {
      @Nullable Element most = null;
      for (var child : at.children())
        if (sums.getOrDefault(child, 0.0) > (most == null ? 0 : sums.getOrDefault(most, 0.0)))
          most = child;
      if (most == null
          || sums.getOrDefault(most, 0.0) < 0.75 * sums.getOrDefault(at, 0.0)
          || PARAGRAPHS.contains(most.normalName())) return at;
      at = most;
    }
  }

  private @Nullable Kind kind(Block block, Element home) {
    var aside = aside(block.holder());
    if (aside != null) return aside;
    if (!isWithin(block.holder(), home)) return outside(block);
    if (block.length() < 400 && block.linked() * 10 > block.length() * 8) return Kind.RELATED;
    if (block.holder().normalName().equals("h1")) return Kind.HEADING;
    return Boilerplate.kind(blocks.textOf(block));
  }

  private Kind outside(Block block) {
    if (HEADING.matcher(block.holder().normalName()).matches()) return Kind.HEADING;
    if (block.linked() * 2 > block.length()) return Kind.NAVIGATION;
    var words = Boilerplate.kind(blocks.textOf(block));
    return words == null ? Kind.OTHER : words;
  }

  private static boolean isWithin(Element element, Element home) {
    for (@Nullable Element at = element; at != null; at = at.parent())
      if (at.equals(home)) return true;
    return false;
  }

  /// What stands before the first prose and after the last is no article, but for short lines in
  /// the same element.
  private void trim(List<Block> each, List<@Nullable Kind> kinds) {
    var inside = new ArrayList<Integer>();
    for (var i = 0; i < kinds.size(); i++) if (kinds.get(i) == null) inside.add(i);
    var first = 0;
    while (first < inside.size() && !opens(each.get(inside.get(first)))) first++;
    if (first == inside.size()) return;
    var start = each.get(inside.get(first)).holder().parent();
    while (first > 0 && continues(each.get(inside.get(first - 1)), start)) first--;
    var last = inside.size();
    while (prose(each.get(inside.get(last - 1))) == 0) last--;
    var end = each.get(inside.get(last - 1)).holder().parent();
    while (last < inside.size() && follows(each.get(inside.get(last)), end)) last++;
    for (var i = 0; i < first; i++) kinds.set(inside.get(i), Kind.HEADING);
    for (var i = last; i < inside.size(); i++) kinds.set(inside.get(i), Kind.OTHER);
  }

  private boolean opens(Block block) {
    return prose(block) >= SHORT_PROSE && !HEADING.matcher(block.holder().normalName()).matches();
  }

  private static boolean continues(Block block, @Nullable Element parent) {
    return RUNNING.contains(block.holder().normalName())
        && block.linked() * 2 < block.length()
        && isSame(block.holder().parent(), parent);
  }

  /// A list after the last paragraph still belongs to it.
  private static boolean follows(Block block, @Nullable Element parent) {
    var own = block.holder().parent();
    return RUNNING.contains(block.holder().normalName())
        && block.linked() * 2 < block.length()
        && (isSame(own, parent) || (own != null && isSame(own.parent(), parent)));
  }

  private static boolean isSame(@Nullable Element one, @Nullable Element other) {
    return one != null && one.equals(other);
  }

  /// What an element or one around it is named for, or null.
  private @Nullable Kind aside(Element element) {
    if (!seen.add(element)) return asides.get(element);
    var own = prose.getOrDefault(element, 0.0) < MOST * all ? named(element) : null;
    var parent = element.parent();
    // Outermost first: a share bar in a list of related articles is a related article.
    var around = parent == null ? null : aside(parent);
    var kind = around == null ? own : around;
    if (kind != null) asides.put(element, kind);
    return kind;
  }

  private @Nullable Kind named(Element element) {
    var byTag = BY_TAG.get(element.normalName());
    if (byTag != null) return byTag;
    if (pictured.contains(element)
        && prose.getOrDefault(element, 0.0) < 400
        && PICTURE.matcher(element.className()).find()) return Kind.CAPTION;
    var names = element.className() + " " + element.id();
    // A quoted post is part of what the article shows.
    var plain = names.strip().isEmpty() || names.toLowerCase(Locale.ROOT).contains("embed");
    if (plain || element.normalName().equals("body") || element.normalName().equals("html"))
      return BY_ROLE.get(element.attr("role"));
    for (var word : names.replaceAll("([a-z])([A-Z])", "$1 $2").split("[^A-Za-z]+", 200))
      for (var entry : BY_NAME.entrySet())
        if (entry.getValue().matcher(word).matches()) return entry.getKey();
    return BY_ROLE.get(element.attr("role"));
  }
}
