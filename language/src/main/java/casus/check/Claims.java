package casus.check;

import casus.check.Names.Kind;
import casus.model.Claim;
import casus.model.Fact;
import casus.model.Source;
import casus.syntax.Amount;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the sources said by the as-of date: chains, quotations, findings.
final class Claims {
  private final Checking checking;
  private final Map<String, Source> sources;
  private final StoredTexts texts;
  private final Map<String, List<String>> topics = new HashMap<>();

  /// @param facts whose evidence says what each claim bears on
  Claims(Checking checking, Map<String, Source> sources, StoredTexts texts, List<Fact> facts) {
    this.checking = checking;
    this.sources = sources;
    this.texts = texts;
    for (var fact : facts)
      for (var evidence : fact.evidence())
        topics.computeIfAbsent(evidence.claim(), _ -> new ArrayList<>()).add(fact.id());
  }

  /// The claims that are known on the as-of date; which way they lean is not told yet.
  List<Claim> resolve() {
    var claims = new ArrayList<Claim>();
    for (var declared : checking.declarations().of(Statement.Claim.class)) {
      var claim = claim(declared);
      if (claim != null && !checking.names().isLeftOut(claim.id())) claims.add(claim);
    }
    return List.copyOf(claims);
  }

  private @Nullable Claim claim(Declared<Statement.Claim> declared) {
    var written = declared.syntax();
    var source = written.source();
    var known = checking.conditions().known(Kind.SOURCE, source, declared.at(source.span()));
    var at = written.at();
    if (at != null) known &= checking.conditions().known(Kind.SOURCE, at, declared.at(at.span()));
    if (!known) return null;
    var leaning = written.leaning();
    if (leaning != null && leaning.outcome() != null)
      checking.conditions().leanedOutcome(leaning.outcome(), declared.at(leaning.outcome().span()));
    var omits = written.omits();
    if (omits != null) checkOmission(declared, omits.text());
    return new Claim(
        written.name().text(),
        source.text(),
        written.date().day(),
        written.text().text(),
        chain(written.name().text(), source.text()),
        List.of(),
        omits == null ? null : omits.text(),
        quote(declared),
        finding(declared),
        declared.origin(written.span()));
  }

  /// The speaker and those through whom it reaches us. Where one of them has a grade of its own for
  /// a fact that the claim bears on, the claim shares that soundness.
  private List<Claim.Link> chain(String claim, String speaker) {
    var chain = new ArrayList<Claim.Link>();
    var facts = topics.getOrDefault(claim, List.of());
    for (var source = sources.get(speaker);
        source != null;
        source = source.via() == null ? null : sources.get(source.via()))
      chain.add(new Claim.Link(source.id(), topic(source, facts)));
    return List.copyOf(chain);
  }

  private static @Nullable String topic(Source source, List<String> facts) {
    for (var topic : source.topicSoundness()) if (facts.contains(topic.fact())) return topic.fact();
    return null;
  }

  private Claim.@Nullable Quote quote(Declared<Statement.Claim> declared) {
    var at = declared.syntax().at();
    var quoted = declared.syntax().quote();
    if (at == null || quoted == null) return null;
    var text = texts.of(at.text());
    var passage = text == null ? null : text.find(quoted.text());
    if (text != null && passage == null)
      checking
          .findings()
          .add(
              Problem.of(
                      Code.W105,
                      declared.at(quoted.span()),
                      "these words are not in the stored text " + text.name())
                  .expecting(
                      "the words as the text has them, or none: the claim then counts as a paraphrase"));
    return new Claim.Quote(at.text(), quoted.text(), passage);
  }

  /// A silence is checked against the text that is cited for it, else the nearest one on the way to
  /// the speaker.
  private void checkOmission(Declared<Statement.Claim> declared, String words) {
    var written = declared.syntax();
    var text =
        written.at() == null ? textOf(written.source().text()) : texts.of(written.at().text());
    if (text == null || !text.mentions(words)) return;
    checking
        .findings()
        .add(
            Problem.of(
                    Code.W115,
                    declared.at(java.util.Objects.requireNonNull(written.omits()).span()),
                    "the stored text " + text.name() + " does mention `" + words + "`")
                .expecting(
                    "words that the text leaves out, or @SOURCE for the text that is silent"));
  }

  private @Nullable StoredText textOf(String speaker) {
    for (var source = sources.get(speaker);
        source != null;
        source = source.via() == null ? null : sources.get(source.via())) {
      var text = texts.of(source.id());
      if (text != null) return text;
    }
    return null;
  }

  private Claim.@Nullable Finding finding(Declared<Statement.Claim> declared) {
    var written = declared.syntax();
    var value = written.value();
    if (value == null) return null;
    var size = written.sampleSize() instanceof Amount.Count count ? count.value() : 0;
    return switch (value) {
      case Amount.Percent percent ->
          finding(percent.value(), percent.range(), "%", declared, value, size);
      case Amount.PercentRange range ->
          finding(Double.NaN, range.range(), "%", declared, value, size);
      case Amount.Count count ->
          finding(count.value(), count.range(), count.unit(), declared, value, size);
      case Amount.Factor _, Amount.Rate _, Amount.Share _, Amount.Word _ -> {
        checking
            .findings()
            .add(
                Problem.of(
                        Code.E301,
                        declared.at(value.span()),
                        "`" + declared.slice(value.span()) + "` is no number that can be found")
                    .expecting(
                        "a percentage, or a number with its unit: 6.7%, 5.1 pp, 3000 troops"));
        yield null;
      }
    };
  }

  private Claim.@Nullable Finding finding(
      double value,
      Amount.@Nullable Range range,
      String unit,
      Declared<Statement.Claim> declared,
      Amount amount,
      double size) {
    var low = range == null ? value : range.low();
    var high = range == null ? value : range.high();
    if (!(low <= high)) {
      checking
          .findings()
          .add(Code.E303, declared.at(amount.span()), "the range starts above its end");
      return null;
    }
    var point = Double.isNaN(value) ? (low + high) / 2 : value;
    var sample = size >= 0 && size <= Integer.MAX_VALUE ? (int) size : 0;
    return new Claim.Finding(
        point,
        low,
        high,
        unit,
        declared.slice(amount.span()),
        declared.syntax().population(),
        sample);
  }
}
