package casus.mention;

import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The grammar of provisions. It reads the sentences of one text in order, since `Article 4` alone
/// speaks of the instrument named last.
final class Provisions {
  private static final int RANGE = 20;
  private static final double NAMED = 0.95;
  private static final double OWNED = 0.85;
  private static final double UNLISTED = 0.7;
  private static final double NOUN_ALONE = 0.6;
  private static final double ALONE = 0.5;
  private static final double NOWHERE = 0.3;

  private final Vocabulary words;
  private final Instruments instruments;
  private final String text;
  private @Nullable Named last;

  /// An instrument as named at some tokens.
  private record Named(
      @Nullable String id, String name, String noun, int from, int end, double confidence) {}

  private record Articles(List<String> ids, int from, int end) {}

  /// A provision and the tokens it takes.
  record Found(Provision provision, int from, int end) {}

  Provisions(Vocabulary words, Instruments instruments, String text) {
    this.words = words;
    this.instruments = instruments;
    this.text = text;
  }

  /// The provisions of the next sentence.
  List<Found> of(Sentence s) {
    var found = new ArrayList<Found>();
    for (var i = 0; i < s.size(); ) {
      var next = at(s, i);
      if (next != null) found.add(next);
      i = next == null ? after(s, i) : next.end();
    }
    return found;
  }

  /// Where to go on: an organisation's name holds no treaty's, even if it is called after one.
  private int after(Sentence s, int at) {
    var owner = instruments.owner(s, at);
    return owner != null && s.at(at).capital() ? owner.end() : at + 1;
  }

  private @Nullable Found at(Sentence s, int from) {
    var articles = articles(s, from);
    if (articles != null) return articlesFirst(s, articles);
    var owner = instruments.owner(s, from);
    var named = named(s, from);
    if (named != null && (owner == null || owner.end() < named.end()))
      return instrumentFirst(s, named);
    if (owner == null || !s.at(from).capital()) return null;
    var next = s.is(owner.end(), "'s") ? owner.end() + 1 : owner.end();
    articles = articles(s, next);
    if (articles == null) return null;
    return found(s, from, articles.end(), remember(byOwner(s, owner, from)), articles.ids());
  }

  /// `Article 4 of the Collective Security Treaty`, `Article 4 of the treaty`, `Article 4`
  private Found articlesFirst(Sentence s, Articles articles) {
    var at = articles.end();
    if (s.is(at, ",")) at++;
    var of = words.has("provision-of", s.at(at));
    if (of || words.genitive()) {
      if (of) at++;
      while (words.has("determiner", s.at(at)) || words.has("article", s.at(at))) at++;
      for (var k = at; k < at + 3; k++) {
        var named = k == at ? named(s, k) : adjective(s, at, k) ? named(s, k) : null;
        if (named != null)
          return found(s, articles.from(), named.end(), remember(named), articles.ids());
      }
      var owner = instruments.owner(s, at);
      if (owner != null && s.at(at).capital())
        return found(
            s, articles.from(), owner.end(), remember(byOwner(s, owner, at)), articles.ids());
      var noun = words.section("instrument").at(s, at);
      if (noun != null) return byNoun(s, articles, at, noun);
    }
    // "the organisation's Article 4" and "Article 4" alone
    if (articles.from() > 1 && s.is(articles.from() - 1, "'s")) {
      var noun = words.section("instrument").at(s, articles.from() - 2);
      if (noun != null) return byNoun(s, articles, articles.from() - 2, noun);
    }
    var known = last;
    if (known == null)
      return found(s, articles.from(), articles.end(), null, articles.ids(), NOWHERE);
    return found(s, articles.from(), articles.end(), known, articles.ids(), ALONE);
  }

  /// Whether a word before a name is no part of it: `of the 1992 Treaty`, `of the founding treaty`.
  private boolean adjective(Sentence s, int from, int to) {
    for (var i = from; i < to; i++) {
      var t = s.at(i);
      if (!t.number() && (!t.word() || words.has("stop", t) || words.has("of", t))) return false;
    }
    return true;
  }

  /// `Article 4 of the treaty`: the last named instrument if it is called so.
  private Found byNoun(Sentence s, Articles articles, int at, Phrases.Hit noun) {
    var from = Math.min(at, articles.from());
    var end = Math.max(noun.end(), articles.end());
    var known = last;
    if (known != null && known.noun().equals(noun.value()))
      return found(s, from, end, known, articles.ids(), NOUN_ALONE);
    var name = slice(s, at, noun.end());
    var unnamed = new Named(null, name, noun.value(), at, noun.end(), ALONE);
    return found(s, from, end, unnamed, articles.ids(), ALONE);
  }

  /// `the UN Charter's Article 51`, `under the UN Charter, Article 51`, or the name alone
  private Found instrumentFirst(Sentence s, Named named) {
    remember(named);
    var at = named.end();
    if (s.is(at, "'s") || s.is(at, ",") || s.is(at, "(")) at++;
    var articles = articles(s, at);
    if (articles == null) return found(s, named.from(), named.end(), named, List.of());
    var of =
        words.has("of", s.at(articles.end())) && !words.has("instrument", s.at(articles.end() + 1));
    if (of && named(s, skipped(s, articles.end() + 1)) != null)
      return found(s, named.from(), named.end(), named, List.of());
    return found(s, named.from(), articles.end(), named, articles.ids());
  }

  private int skipped(Sentence s, int from) {
    var i = from;
    while (words.has("determiner", s.at(i))) i++;
    return i;
  }

  private Named remember(Named named) {
    last = named;
    return named;
  }

  private Named byOwner(Sentence s, Phrases.Hit owner, int from) {
    return new Named(
        owner.value(), slice(s, from, owner.end()), "treaty", from, owner.end(), OWNED);
  }

  /// The instrument whose name begins at a token: one of the list, or capital words that end in the
  /// noun of an instrument.
  private @Nullable Named named(Sentence s, int from) {
    var hit = instruments.at(s, from);
    if (hit != null && capitals(s, from, hit.end())) {
      var id = hit.value().equals(Instruments.UNKNOWN) ? null : hit.value();
      return new Named(
          id, slice(s, from, hit.end()), noun(s, from, hit.end()), from, hit.end(), NAMED);
    }
    return unlisted(s, from);
  }

  /// A name must have a capital somewhere: "the warsaw pact" has none, and nobody writes it.
  private static boolean capitals(Sentence s, int from, int to) {
    for (var i = from; i < to; i++) if (s.at(i).capital() || s.at(i).number()) return true;
    return false;
  }

  private String noun(Sentence s, int from, int to) {
    for (var i = from; i < to; i++) {
      var noun = words.value("instrument", s.at(i));
      if (noun != null) return noun;
    }
    return "treaty";
  }

  /// `Budapest Convention`, `Convention on the Law of the Sea`
  private @Nullable Named unlisted(Sentence s, int from) {
    if (!s.at(from).capital() || words.has("provision", s.at(from))) return null;
    if (s.at(from - 1).capital() && from > 1 && !words.has("provision", s.at(from - 1)))
      return null;
    var end = from;
    var nounAt = -1;
    for (var i = from; i < s.size() && i - from < 12; i++) {
      var t = s.at(i);
      // "Monday UN Charter": the listed name begins later
      if (i > from && nounAt < 0 && instruments.at(s, i) != null) return null;
      if (t.capital()) {
        if (words.has("instrument", t)) nounAt = i;
        end = i + 1;
      } else if (!(words.has("name-joint", t) && nounAt >= 0 && nounAt + 12 > i)) break;
    }
    if (nounAt < 0 || end - from < 2) return null;
    if (from == 0 && words.has("determiner", s.at(0))) return null;
    while (end > from && words.has("name-joint", s.at(end - 1))) end--;
    var noun = words.value("instrument", s.at(nounAt));
    if (noun == null || (noun.equals("law") && end - from < 3)) return null;
    return new Named(null, slice(s, from, end), noun, from, end, UNLISTED);
  }

  /// `Articles 2(4), 39 and 51`, `paragraph 4 of Article 2`, `Article V`
  private @Nullable Articles articles(Sentence s, int from) {
    var t = s.at(from);
    if (words.has("paragraph", t)) {
      var paragraph = number(s, from + 1);
      if (paragraph == null) return null;
      var at = paragraph.end();
      if (words.has("of", s.at(at))) at++;
      if (at == paragraph.end() || !words.has("provision", s.at(at))) return null;
      var inside = articles(s, at);
      if (inside == null || inside.ids().size() != 1) return null;
      return new Articles(
          List.of(inside.ids().getFirst() + "." + paragraph.id()), from, inside.end());
    }
    if (!words.has("provision", t)) return null;
    // "an article 4 days ago" is one of a newspaper
    if (!t.capital() && words.has("article", s.at(from - 1))) return null;
    var at = s.is(from + 1, ".") && s.joined(from + 1) ? from + 2 : from + 1;
    var first = numbered(s, at);
    if (first == null) return null;
    var ids = new ArrayList<String>();
    ids.add(first.id());
    var end = first.end();
    while (ids.size() < 50) {
      var joint = joint(s, end);
      if (joint < 0) break;
      var next = numbered(s, joint);
      if (next == null) break;
      var range = words.has("list-range", s.at(joint - 1));
      if (range && !fill(ids, next.id())) break;
      ids.add(next.id());
      end = next.end();
    }
    return new Articles(List.copyOf(ids), from, end);
  }

  /// The articles between the last of the list and another; false where that is no range.
  private static boolean fill(List<String> ids, String to) {
    var from = ids.getLast();
    if (!from.chars().allMatch(Character::isDigit) || !to.chars().allMatch(Character::isDigit))
      return false;
    if (from.length() > 4 || to.length() > 4) return false;
    var low = Integer.parseInt(from);
    var high = Integer.parseInt(to);
    if (high <= low || high - low > RANGE) return false;
    for (var i = low + 1; i < high; i++) ids.add(String.valueOf(i));
    return true;
  }

  /// Where the next number of a list may begin; below 0 where the list ends.
  private int joint(Sentence s, int at) {
    if (s.is(at, ",")) {
      var next = words.has("list-joint", s.at(at + 1)) ? at + 2 : at + 1;
      // "Article 4, 12 of whose members": a list of articles goes on with an article
      return words.has("provision", s.at(next)) ? next + 1 : next;
    }
    if (words.has("list-joint", s.at(at)) || words.has("list-range", s.at(at)))
      return words.has("provision", s.at(at + 1)) ? at + 2 : at + 1;
    return -1;
  }

  private record Numbered(String id, int end) {}

  /// `2`, `2(4)`, `42.7`, `4(h)`, `2, paragraph 4`, `V`
  private @Nullable Numbered numbered(Sentence s, int at) {
    var number = number(s, at);
    if (number == null) return null;
    var id = new StringBuilder(number.id());
    var end = number.end();
    while (s.is(end, "(")
        && s.joined(end)
        && s.is(end + 2, ")")
        && (s.at(end + 1).number()
            || (s.at(end + 1).word() && s.at(end + 1).text().length() <= 3))) {
      id.append('.').append(s.at(end + 1).lower());
      end += 3;
    }
    var after = s.is(end, ",") ? end + 1 : end;
    if (words.has("paragraph", s.at(after))) {
      var stop = s.is(after + 1, ".") ? after + 2 : after + 1;
      var paragraph = number(s, stop);
      if (paragraph != null) return new Numbered(id + "." + paragraph.id(), paragraph.end());
    }
    return new Numbered(id.toString(), end);
  }

  private static @Nullable Numbered number(Sentence s, int at) {
    var t = s.at(at);
    if (t.number() && t.text().length() <= 8) {
      var id = t.text().toLowerCase(Locale.ROOT);
      if (id.indexOf(',') >= 0) return null;
      var letter = s.at(at + 1);
      if (s.joined(at + 1) && letter.word() && letter.text().length() == 1)
        return new Numbered(id + "." + letter.lower(), at + 2);
      return new Numbered(id, at + 1);
    }
    var roman = roman(t.text());
    return roman > 0 ? new Numbered(String.valueOf(roman), at + 1) : null;
  }

  /// A roman number up to 399; 0 for what is none.
  private static int roman(String text) {
    if (text.isEmpty() || text.length() > 10) return 0;
    var sum = 0;
    var before = 0;
    for (var i = text.length() - 1; i >= 0; i--) {
      var value =
          switch (text.charAt(i)) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            case 'L' -> 50;
            case 'C' -> 100;
            default -> 0;
          };
      if (value == 0) return 0;
      sum += value < before ? -value : value;
      before = Math.max(before, value);
    }
    return sum;
  }

  private Found found(Sentence s, int from, int end, Named named, List<String> articles) {
    return found(s, from, end, named, articles, named.confidence());
  }

  private Found found(
      Sentence s,
      int from,
      int end,
      @Nullable Named named,
      List<String> articles,
      double confidence) {
    return new Found(
        new Provision(
            Passage.of(text, s.span(from, end)),
            named == null ? null : named.id(),
            named == null ? "" : named.name(),
            articles,
            confidence),
        from,
        end);
  }

  private String slice(Sentence s, int from, int end) {
    Span span = s.span(from, end);
    return text.substring(span.start(), span.end());
  }
}
