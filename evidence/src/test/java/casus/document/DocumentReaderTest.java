package casus.document;

import static org.assertj.core.api.Assertions.assertThat;

import casus.document.DocumentReading.Fault;
import casus.document.DocumentReading.Read;
import casus.document.DocumentReading.Unreadable;
import casus.document.Masked.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {
  private static final String PAGE =
      """
      <!doctype html><html lang="en-GB"><head><title>The Meresk Herald – Envoy</title>
      <meta property="og:title" content="Envoy leaves Meresk"><meta name="author" content="Ana Lind">
      <meta property="og:site_name" content="The Meresk Herald">
      <meta property="article:published_time" content="2031-05-19T08:00:00Z">
      <link rel="canonical" href="https://herald.example/envoy">
      <script>document.write("stolen words")</script><style>p { color: red }</style></head>
      <body onload="alert('loaded')"><nav><a href="/">Home</a> <a href="/world">World</a></nav>
      <article><h1 onclick="alert('clicked')">Envoy leaves Meresk</h1>
      <p class="byline">By Ana Lind</p>
      <p>The envoy of Valdria left Meresk on Monday, two days before the talks were to end.</p>
      <p>“We have said what we came to say,” he told reporters at the airport, and left.</p>
      <div class="share-bar">Share this on everything</div>
      <div class="related"><h3>Related</h3><a href="/a">Valdria calls up reserves</a></div>
      <p>Meresk’s ministry said that the door remains open; it named no date for a new round.</p>
      <div style="display: none">hidden words</div></article>
      <div id="cookie-notice">We use cookies to remember you. Please accept them.</div>
      <script type="text/javascript">"more stolen words"</script></body></html>
      """;

  private static DocumentReading reading(String name, byte[] bytes) {
    return DocumentReader.read(bytes, name, null);
  }

  private static StoredDocument read(String name, byte[] bytes) {
    var reading = reading(name, bytes);
    assertThat(reading).isInstanceOf(Read.class);
    return ((Read) reading).document();
  }

  private static StoredDocument read(String name, String text) {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void refuses(Fault fault, String because, String name, byte[] bytes) {
    assertThat(reading(name, bytes))
        .isInstanceOfSatisfying(
            Unreadable.class,
            unreadable -> {
              assertThat(unreadable.fault()).isEqualTo(fault);
              assertThat(unreadable.because()).contains(because);
            });
  }

  private static String masked(StoredDocument document, Kind kind) {
    var words = new StringBuilder();
    for (var part : document.masked())
      if (part.kind() == kind)
        words.append(document.text(), part.span().start(), part.span().end()).append('|');
    return words.toString();
  }

  @Test
  void aPageKeepsAllItsTextAndSaysWhatIsTheArticle() {
    var page = read("envoy.html", PAGE);
    assertThat(page.text()).contains("Home", "Share this", "We use cookies", "Valdria calls up");
    assertThat(page.article())
        .startsWith("The envoy of Valdria left")
        .contains("We have said what we came to say")
        .endsWith("for a new round.")
        .doesNotContain("Share", "calls up", "cookies", "Home", "Lind");
    assertThat(masked(page, Kind.SHARING)).contains("Share this on everything");
    assertThat(masked(page, Kind.RELATED)).contains("Valdria calls up reserves");
    assertThat(masked(page, Kind.NOTICE)).contains("We use cookies");
    assertThat(masked(page, Kind.NAVIGATION)).contains("Home");
    assertThat(masked(page, Kind.HEADING)).contains("Envoy leaves Meresk", "By Ana Lind");
  }

  @Test
  void aPageSaysWhereItComesFrom() {
    assertThat(read("envoy.html", PAGE).about())
        .isEqualTo(
            new About(
                "Envoy leaves Meresk",
                "Ana Lind",
                "The Meresk Herald",
                LocalDate.of(2031, 5, 19),
                "en",
                "https://herald.example/envoy"));
  }

  @Test
  void dataForMachinesComesFirst() {
    var data =
        """
        <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],
        "headline":"From the data","author":[{"@type":"Person","name":"A"},{"name":"B"}],
        "publisher":{"name":"P"},"datePublished":"2030-01-02","inLanguage":"be"}]}</script>
        <script type="application/ld+json">{"broken":</script><p>Text.</p>
        """;
    assertThat(read("a.html", data).about())
        .isEqualTo(new About("From the data", "A, B", "P", LocalDate.of(2030, 1, 2), "be", null));
  }

  @Test
  void whatIsExecutedNeverBecomesText() {
    var page = read("envoy.html", PAGE);
    assertThat(page.text())
        .doesNotContain("stolen", "alert", "color: red", "hidden words", "onclick");
    var odd =
        read(
            "odd.html",
            "<p>before<scr<script>ipt>alert(1)</script><img src=x onerror=alert(2)><svg><script>alert(3)</script></svg>"
                + "<a href='javascript:alert(4)'>after</a><template><p>alert(5)</template><noscript>alert(6)</noscript>"
                + "<iframe srcdoc='alert(7)'></iframe>\u001b[31mred\u0007</p>");
    assertThat(odd.text())
        .contains("before", "after")
        .doesNotContain("alert(2", "alert(3", "alert(4");
    assertThat(odd.text()).doesNotContain("alert(5", "alert(6", "alert(7", "\u001b", "\u0007");
  }

  @Test
  void deepPagesAreReadInBoundedTime() {
    var deep = "<div class='img related'>".repeat(200_000) + "<p>At the bottom, words stand.</p>";
    assertThat(read("deep.html", "<body>" + deep).text()).contains("At the bottom");
    var open = "<b><i><a href=x><table><tr><td>".repeat(20_000) + "words";
    assertThat(read("open.html", open).text()).contains("words");
    var data =
        "<script type='application/ld+json'>" + "[".repeat(200_000) + "</script><p>Words.</p>";
    assertThat(read("data.html", data).text()).isEqualTo("Words.");
  }

  @Test
  void whatIsTooLargeIsRefused() {
    refuses(Fault.TOO_LARGE, "50 MB, and 16 MB", "large.html", new byte[50 << 20]);
    refuses(Fault.TOO_LARGE, "64 MB is the most", "large.pdf", new byte[(64 << 20) + 1]);
  }

  @Test
  void aLargePageIsRead() {
    var large = "<p>Some words of a long page, again and again.</p>\n".repeat(200_000);
    var page = read("large.html", "<html><body><article>" + large);
    assertThat(page.text()).matches(text -> text.length() > 8_000_000);
    assertThat(page.masked()).isEmpty();
  }

  @Test
  void whatIsEmptyOrUnknownIsRefused() {
    refuses(Fault.EMPTY, "empty", "a.html", new byte[0]);
    refuses(Fault.NO_TEXT, "no text", "a.txt", " \n\t ".getBytes(StandardCharsets.UTF_8));
    refuses(
        Fault.NO_TEXT,
        "no text",
        "a.html",
        "<html><script>x</script>".getBytes(StandardCharsets.UTF_8));
    refuses(Fault.UNKNOWN_FORMAT, "neither HTML", "a.bin", new byte[] {1, 2, 0, 0, 0, 3});
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1251", "UTF-8", "UTF-16LE", "UTF-16BE", "KOI8-R"})
  void declaredEncodingsAreRead(String charset) {
    var text = "Президент заявил, что помощь будет оказана по первой просьбе.";
    var marked = charset.startsWith("UTF-16") ? "\uFEFF" : "";
    var page = marked + "<html><head><meta charset=" + charset + "></head><p>" + text + "</p>";
    var read = read("a.html", page.getBytes(Charset.forName(charset)));
    assertThat(read.text()).isEqualTo(text);
    assertThat(read.about().language()).isEqualTo("ru");
  }

  @Test
  void undeclaredEncodingsAreRecognised() {
    var russian = "Он сказал, что это не так и что войск не будет.";
    assertThat(read("a.txt", russian.getBytes(Charset.forName("windows-1251"))).text())
        .isEqualTo(russian);
    var french = "Le président a déclaré que l’armée était prête.";
    assertThat(read("a.txt", french.getBytes(Charset.forName("windows-1252"))).text())
        .isEqualTo(french);
    var lying = "<meta charset=iso-8859-1><p>Žižek – naïve “quotes”</p>";
    assertThat(read("a.html", lying).text()).isEqualTo("Žižek – naïve “quotes”");
    var broken = "Ещё раз: \u0000слово за слово, и ничего не ясно".getBytes(StandardCharsets.UTF_8);
    broken[2] = (byte) 0xFF;
    assertThat(read("a.txt", broken).text()).contains("раз: слово");
  }

  @Test
  void textFromRightToLeftStaysInItsOrder() {
    var page =
        read(
            "a.html",
            "<html lang=ar dir=rtl><p>قال الوزير إن المحادثات سوف تستمر، «لا تراجع» عن ذلك في الأيام القادمة.</p></html>");
    assertThat(page.article()).startsWith("قال الوزير").contains("«لا تراجع»");
    assertThat(read("he.txt", "הנשיא אמר כי הצבא לא ייכנס לעיר").about().language())
        .isEqualTo("he");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void mutatedFilesAreReadOrRefused(long seed) throws IOException {
    var random = new Random(seed);
    for (var original :
        new byte[][] {
          PAGE.getBytes(StandardCharsets.UTF_8),
          pdf("Words."),
          docx("<w:p><w:r><w:t>Words.</w:t></w:r></w:p>"),
          LETTER.getBytes(StandardCharsets.UTF_8)
        })
      for (var i = 0; i < 10; i++) {
        var bytes = original.clone();
        for (var j = 0; j < 1 + i; j++)
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        for (var name : new String[] {"a.html", "a.eml", "a"})
          assertThat(reading(name, bytes)).as("seed %d", seed).isNotNull();
      }
  }

  @Test
  void markdownAndTextAreTheirOwnText() {
    var notes = read("notes.md", "# Read-out\r\n\r\nThe premier *said* so.\r\n");
    assertThat(notes.text()).isEqualTo("# Read-out\n\nThe premier *said* so.");
    assertThat(notes.about().title()).isEqualTo("Read-out");
    assertThat(notes.article()).isEqualTo("The premier *said* so.");
    assertThat(read("a.txt", "A headline\n\nAnd the text of it.").about().title())
        .isEqualTo("A headline");
  }

  private static byte[] pdf(String... pages) throws IOException {
    try (var pdf = new PDDocument()) {
      for (var words : pages) {
        var page = new PDPage();
        pdf.addPage(page);
        if (words.isEmpty()) continue;
        try (var content = new PDPageContentStream(pdf, page)) {
          content.beginText();
          content.setFont(new PDType1Font(FontName.HELVETICA), 12);
          content.newLineAtOffset(72, 700);
          for (var line : words.lines().toList()) {
            content.showText(line);
            content.newLineAtOffset(0, -40);
          }
          content.endText();
        }
      }
      pdf.getDocumentInformation().setTitle("A report");
      pdf.getDocumentInformation().setAuthor("An institute");
      var bytes = new ByteArrayOutputStream();
      pdf.save(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void whatTakesTooLongIsGivenUp() {
    var page = "<p>word</p>".repeat(400_000).getBytes(StandardCharsets.UTF_8);
    assertThat(DocumentReader.read(page, "a.html", null, Duration.ofMillis(1)))
        .isInstanceOfSatisfying(
            Unreadable.class, slow -> assertThat(slow.fault()).isEqualTo(Fault.TOO_SLOW));
  }

  @Test
  void masksTheLinesOfATextThatAreNotItsArticle() {
    var text =
        """
        # Will the envoy stay?

        meresk.example

        ---

        Valdria gives to charities; please note that readers donate too.

        **Related:** Valdria calls up reserves

        The envoy said that he would stay. He had nothing to add to what the ministry had told the
        reporters, and the talks went on behind closed doors until the evening of that day.

        Translated by Ana Lind

        The Herald lives thanks to its readers and their donations!

        Let us stay together.

        Please support us with a recurring donation.

        ---

        Source:

        <https://meresk.example/envoy>

        [Disclaimer]
        """;
    var document = read("a.txt", text);
    assertThat(document.about().title()).isEqualTo("Will the envoy stay?");
    assertThat(document.about().canonical()).isEqualTo("https://meresk.example/envoy");
    assertThat(document.article())
        .startsWith("Valdria gives to charities")
        .endsWith("until the evening of that day.")
        .doesNotContain("Related");
    assertThat(masked(document, Kind.RELATED)).isEqualTo("**Related:** Valdria calls up reserves|");
    assertThat(masked(document, Kind.APPEAL)).startsWith("The Herald lives").contains("together");
    assertThat(masked(document, Kind.HEADING)).contains("Will the envoy", "Translated by");
  }

  @Test
  void aPdfIsReadPageByPage() throws IOException {
    var report =
        read(
            "report.pdf",
            pdf(
                "The Institute, page 1\nTroops stood at the border.",
                "The Institute, page 2\nThey did not cross it.",
                "The Institute, page 3\nThey went home."));
    assertThat(report.text()).contains("Troops stood at the border.", "They went home.");
    assertThat(report.about().title()).isEqualTo("A report");
    assertThat(report.about().author()).isEqualTo("An institute");
    assertThat(masked(report, Kind.NAVIGATION)).contains("page 1", "page 2", "page 3");
    assertThat(report.article()).doesNotContain("The Institute").contains("They did not cross");
  }

  @Test
  void aPdfThatCannotBeReadSaysWhy() throws IOException {
    refuses(Fault.NO_TEXT, "only pictures", "scan.pdf", pdf("", ""));
    var whole = pdf("Words.");
    refuses(Fault.BROKEN, "broken", "a.pdf", "%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8));
    try (var pdf = org.apache.pdfbox.Loader.loadPDF(whole)) {
      pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      var locked = new ByteArrayOutputStream();
      pdf.save(locked);
      refuses(Fault.ENCRYPTED, "password", "locked.pdf", locked.toByteArray());
    }
  }

  @Test
  void aPdfBombIsRefusedUnopened() throws IOException {
    var bomb = new ByteArrayOutputStream();
    bomb.write(
        "%PDF-1.7\n1 0 obj<</Filter/FlateDecode>>stream\n".getBytes(StandardCharsets.US_ASCII));
    var deflater = new Deflater(9);
    var zeros = new byte[1 << 20];
    var out = new byte[1 << 16];
    for (var i = 0; i <= PdfReader.UNPACKED >> 20; i++) {
      deflater.setInput(zeros);
      for (var n = deflater.deflate(out); n > 0; n = deflater.deflate(out)) bomb.write(out, 0, n);
    }
    deflater.finish();
    for (var n = deflater.deflate(out); n > 0; n = deflater.deflate(out)) bomb.write(out, 0, n);
    deflater.end();
    bomb.write("\nendstream".getBytes(StandardCharsets.US_ASCII));
    refuses(Fault.TOO_LARGE, "512 MB", "bomb.pdf", bomb.toByteArray());
  }

  private static byte[] docx(String body) throws IOException {
    return zip(
        "word/document.xml",
        "<?xml version='1.0'?><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
            + body
            + "</w:body></w:document>",
        "docProps/core.xml",
        "<c:p xmlns:c='c' xmlns:dc='d'><dc:title>A note</dc:title><dc:creator>Desk</dc:creator><created>2031-05-01T00:00:00Z</created></c:p>");
  }

  private static byte[] zip(String... namesAndContents) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aWordDocumentIsReadByParagraph() throws IOException {
    var note =
        read(
            "note.docx",
            docx(
                "<w:p><w:r><w:t>The premier</w:t></w:r><w:r><w:t xml:space='preserve'> said no.</w:t></w:r>"
                    + "<w:del><w:r><w:t>never said</w:t></w:r></w:del></w:p>"
                    + "<w:p><w:r><w:instrText>HYPERLINK x</w:instrText><w:t>Then he left.</w:t></w:r></w:p>"));
    assertThat(note.text()).isEqualTo("The premier said no.\n\nThen he left.");
    assertThat(note.about())
        .isEqualTo(new About("A note", "Desk", null, LocalDate.of(2031, 5, 1), null, null));
  }

  @Test
  void aWordDocumentThatCannotBeReadSaysWhy() throws IOException {
    refuses(Fault.UNKNOWN_FORMAT, "no Word document", "a.docx", zip("a.txt", "x"));
    refuses(Fault.BROKEN, "XML", "a.docx", zip("word/document.xml", "<w:document>"));
    refuses(
        Fault.BROKEN,
        "XML",
        "a.docx",
        zip(
            "word/document.xml",
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x><t>&e;</t></x>"));
    refuses(Fault.BROKEN, "XML", "a.docx", docx("<w:p>".repeat(5_000) + "</w:p>".repeat(5_000)));
    var whole = docx("<w:p/>");
    refuses(Fault.NO_TEXT, "no text", "a.docx", whole);
    refuses(Fault.BROKEN, "archive", "a.docx", java.util.Arrays.copyOf(whole, 120));
  }

  @Test
  void aZipBombIsRefused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      var zeros = new byte[1 << 20];
      for (var i = 0; i <= DocxReader.UNPACKED >> 20; i++) zip.write(zeros);
    }
    refuses(Fault.TOO_LARGE, "unpacked", "bomb.docx", bytes.toByteArray());
  }

  private static final String LETTER =
      """
      From: =?UTF-8?Q?Ana_L=C3=ADnd?= <ana@herald.example>
      Subject: =?UTF-8?B?0JfQsNGP0LLQsA==?=
      Date: Mon, 19 May 2031 09:00:00 +0200
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary=b

      --b
      Content-Type: text/html; charset=utf-8

      <p>The <b>page</b>.</p><script>alert(1)</script>
      --b
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      He said =E2=80=9Cno=E2=80=9D.

      > Did he agree?
      > Tell me.

      Ana
      --b
      Content-Type: text/plain
      Content-Disposition: attachment; filename=x.txt

      attached words
      --b--
      """
          .replace("\n", "\r\n");

  @Test
  void aLetterIsReadAsItsPlainText() {
    var letter = read("letter.eml", LETTER);
    assertThat(letter.text())
        .startsWith("He said “no”.")
        .endsWith("Ana")
        .doesNotContain("attached");
    assertThat(masked(letter, Kind.QUOTED)).isEqualTo("> Did he agree?\n> Tell me.|");
    assertThat(letter.about().title()).isEqualTo("Заява");
    assertThat(letter.about().author()).isEqualTo("Ana Línd");
    assertThat(letter.about().publisher()).isEqualTo("herald.example");
    assertThat(letter.about().date()).isEqualTo(LocalDate.of(2031, 5, 19));
    refuses(
        Fault.NO_TEXT,
        "no text of its own",
        "a.eml",
        "Subject: x\r\nContent-Type: image/png\r\n\r\nxx".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void contentTellsMoreThanNames() {
    assertThat(read("page.txt", PAGE).format()).isEqualTo(Format.HTML);
    assertThat(read("page", PAGE).format()).isEqualTo(Format.HTML);
    assertThat(read("letter", "just words").format()).isEqualTo(Format.TEXT);
    var served =
        DocumentReader.read("# x".getBytes(StandardCharsets.UTF_8), "page", "text/markdown");
    assertThat(((Read) served).document().format()).isEqualTo(Format.MARKDOWN);
  }
}
