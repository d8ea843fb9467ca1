package casus.desk;

import casus.desk.Opening.Opened;
import casus.desk.Phrases.Phrase;
import casus.inference.Evidence;
import casus.inference.formats.NetworkFormat;
import casus.inference.formats.UaiEvidence;
import casus.inference.formats.Writing;
import casus.network.Built;
import casus.network.DossierNetwork;
import casus.network.NetworkBuilder;
import casus.network.PlainNetwork;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.Span;
import casus.treaty.Acts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A dossier's network as a file for other programs.
public final class Exporting {
  private Exporting() {}

  /// What is to be exported.
  ///
  /// @param readings readings to choose, `cst.aggression = broad`; elsewhere the first one counts
  /// @param file the file to write, as the user wrote it
  /// @param format its format, or null for the one that its ending names
  /// @param evidence a file for the findings, or null
  /// @param force whether files that are there are replaced
  public record Request(
      @Nullable LocalDate asOf,
      List<String> readings,
      String file,
      @Nullable String format,
      @Nullable String evidence,
      boolean force) {}

  /// @param from the folder that the files are relative to
  public static NetworkWritten export(Opened opened, Path from, Request request)
      throws IOException {
    return switch (Networks.format(request.file(), request.format(), "--to")) {
      case Networks.Named.NoFormat(var because) -> new NetworkWritten.Misused(because);
      case Networks.Named.Format(var format) -> {
        for (var file : files(request))
          if (!request.force() && Networks.exists(from, file))
            yield new NetworkWritten.Misused(file + " is there already; --force replaces it");
        yield export(opened, from, request, format);
      }
    };
  }

  private static List<String> files(Request request) {
    return request.evidence() == null
        ? List.of(request.file())
        : List.of(request.file(), request.evidence());
  }

  private static NetworkWritten export(
      Opened opened, Path from, Request request, NetworkFormat format) throws IOException {
    var phrases = request.readings().stream().map(r -> Phrase.under("--reading", r)).toList();
    var read = Phrases.read(opened, request.asOf(), phrases);
    var dossier = read.checked().dossier();
    if (read.checked().hasErrors() || dossier == null)
      return new NetworkWritten.Faulty(read.checked().problems());
    if (read.wrong().stream().anyMatch(Problem::isError))
      return new NetworkWritten.Misread(read.wrong());
    return switch (NetworkBuilder.build(dossier, Set.of(), List.of(), Acts.all(dossier))) {
      case Built.TooManyReasons(var names) -> new NetworkWritten.Faulty(tooLarge(opened, names));
      case Built.Ready(var network) -> {
        var observed = network.observed();
        for (var expectation : read.read())
          if (expectation != null)
            for (var choice : expectation.setting().readings())
              observed = chosen(network, observed, choice.issue(), choice.reading());
        yield switch (PlainNetwork.of(network, observed)) {
          case PlainNetwork.Made.TooLarge(var reasons) ->
              new NetworkWritten.Faulty(tooLarge(opened, reasons));
          case PlainNetwork.Made.Plain(var plain) ->
              write(network, observed, plain, from, request, format);
        };
      }
    };
  }

  private static Evidence chosen(
      DossierNetwork network, Evidence evidence, String issue, String reading) {
    for (var known : network.issues())
      if (known.id().equals(issue))
        return network.read(evidence, issue, known.readings().indexOf(reading));
    return evidence;
  }

  private static List<Problem> tooLarge(Opened opened, List<String> reasons) {
    var place = new Place(opened.source(), new Span(0, 0));
    return reasons.stream().map(reason -> Problem.of(Code.E705, place, reason)).toList();
  }

  private static NetworkWritten write(
      DossierNetwork network,
      Evidence observed,
      PlainNetwork plain,
      Path from,
      Request request,
      NetworkFormat format)
      throws IOException {
    var written = Networks.write(from, request.file(), format, plain.network(), List.of());
    if (!(written instanceof NetworkWritten.Done done)) return written;
    var details = new ArrayList<>(done.details());
    for (var issue : network.issues()) {
      details.add("reading: " + issue.id() + " = " + network.reading(observed, issue));
    }
    details.add("every number with a range is at its point");
    var count = plain.findings().variables().size();
    if (count > 0) {
      var findings = count + (count == 1 ? " finding" : " findings");
      if (request.evidence() == null) {
        details.add(
            findings
                + " (claims made, signs seen or not) are not in the file; --evidence FILE writes them");
      } else {
        StoredText.write(from.resolve(request.evidence()), findings(request.evidence(), plain));
        details.add(findings + " (claims made, signs seen or not) are in " + request.evidence());
      }
    }
    return new NetworkWritten.Done(done.summary(), List.of(), List.copyOf(details));
  }

  private static String findings(String file, PlainNetwork plain) {
    if (file.endsWith(".evid")
        && UaiEvidence.write(plain.findings(), plain.network())
            instanceof Writing.Written(var text, var _)) return text;
    return FindingLines.write(plain.findings());
  }
}
