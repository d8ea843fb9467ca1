package casus.attribution;

import casus.attribution.Proposal.Passage;
import casus.text.Span;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A report that we wrote ourselves, with what is said in it marked by hand: the text, a line of
/// dashes, then a line for each saying and each number, day and provision.
///
/// @param marks other marks, as `kind | words`
record Report(String name, String text, List<Marked> sayings, List<String> marks) {
  /// A saying.
  ///
  /// @param speaker in the nominative, or `-` where nobody is named
  record Marked(
      String speaker,
      List<Span> content,
      Form form,
      Act act,
      Polarity polarity,
      @Nullable String addressee,
      @Nullable String day) {}

  /// A saying and the proposal that agrees with it by half or more of their characters.
  record Pair(Marked marked, Proposal proposal, double agreement) {}

  /// The reports of a folder of the tests' resources.
  static List<Report> all(String folder) throws IOException {
    URI place;
    try {
      var found = Report.class.getResource("reports/" + folder);
      if (found == null) throw new IOException(folder + " is not there");
      place = found.toURI();
    } catch (URISyntaxException broken) {
      throw new IOException(broken);
    }
    try (var files = Files.list(Path.of(place))) {
      var reports = new ArrayList<Report>();
      for (var file : files.sorted().toList())
        reports.add(read(file.getFileName().toString(), Files.readString(file)));
      return reports;
    }
  }

  private static Report read(String name, String whole) {
    var cut = whole.indexOf("\n---\n");
    var text = whole.substring(0, cut);
    var sayings = new ArrayList<Marked>();
    var marks = new ArrayList<String>();
    for (var line : whole.substring(cut + 5).split("\n", -1)) {
      if (!line.startsWith("say | ")) {
        marks.add(line);
        continue;
      }
      var parts = line.split(" \\| ", -1);
      sayings.add(
          new Marked(
              parts[1],
              spans(name, text, parts[2]),
              Form.valueOf(parts[3]),
              Act.valueOf(parts[4]),
              Polarity.valueOf(parts[5]),
              parts.length > 6 && !parts[6].equals("-") ? parts[6] : null,
              parts.length > 7 ? parts[7] : null));
    }
    return new Report(name, text, sayings, marks);
  }

  /// `first words ... last words / another passage`
  private static List<Span> spans(String name, String text, String content) {
    var spans = new ArrayList<Span>();
    for (var passage : content.split(" / ", -1)) {
      var ends = passage.split(" \\.\\.\\. ", -1);
      var start = text.indexOf(ends[0]);
      var end = start < 0 ? -1 : text.indexOf(ends[ends.length - 1], start);
      if (end < 0) throw new IllegalArgumentException(name + " does not say: " + passage);
      spans.add(new Span(start, end + ends[ends.length - 1].length()));
    }
    return spans;
  }

  /// Sayings and proposals that agree, the best agreement first; each stands in one pair.
  List<Pair> pairs(List<Proposal> proposals) {
    var candidates = new ArrayList<Pair>();
    for (var marked : sayings)
      for (var proposal : proposals) {
        var agreement = agreement(marked, proposal);
        if (agreement >= 0.5) candidates.add(new Pair(marked, proposal, agreement));
      }
    candidates.sort((one, other) -> Double.compare(other.agreement(), one.agreement()));
    var pairs = new ArrayList<Pair>();
    for (var pair : candidates) {
      var free = true;
      for (var taken : pairs)
        if (taken.marked().equals(pair.marked()) || taken.proposal().equals(pair.proposal()))
          free = false;
      if (free) pairs.add(pair);
    }
    return pairs;
  }

  private double agreement(Marked marked, Proposal proposal) {
    var one = characters(marked.content());
    var other = characters(proposal.content().stream().map(Passage::span).toList());
    var both = (BitSet) one.clone();
    both.and(other);
    one.or(other);
    return one.isEmpty() ? 0 : (double) both.cardinality() / one.cardinality();
  }

  private BitSet characters(List<Span> spans) {
    var set = new BitSet();
    for (var span : spans)
      for (var i = span.start(); i < span.end(); i++)
        if (Character.isLetterOrDigit(text.charAt(i))) set.set(i);
    return set;
  }

  /// Whether the speaker is the marked one, by name: capitals do not count.
  static boolean sameSpeaker(Pair pair) {
    var speaker = pair.proposal().speaker();
    var name = speaker == null ? "-" : speaker.name();
    return name.toLowerCase(Locale.ROOT).equals(pair.marked().speaker().toLowerCase(Locale.ROOT));
  }
}
