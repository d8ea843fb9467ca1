package casus.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A dossier about states that do not exist, written by somebody who means no good.
final class Meresk {
  static final String DOSSIER =
      """
      # Will <b onclick="x()">Valdria</b> march?

      We put it at {{ P(troops = open) }}, in words {{ P(troops = open) in words }}. A poll finds {{ F1 }} in favour [F1],
      and the premier asked [C1, C2]. <script>alert(1)</script> [a trap](javascript:alert(1)) and [a page](https://example.org/)
      ![picture](https://example.org/spy.png) and [a part](#why=C1)

      | side | says |
      |---|---|
      | Valdria | no [C2] |

      <svg onload="alert(1)"><style>*{display:none}</style></svg>

      ```casus
      dossier meresk "Troops <i>for</i> Meresk"  as of 2031-05-20
      actor VAL "Valdria"
      actor MER "Meresk"
      question troops "Will Valdria send \\"troops\\" <to> Meresk?"  from 2031-05-01 to 2031-12-31
        outcomes
          none "no"
          open "yes, <script>alert(2)</script>"
      base troops
        open 10% (5..20%)
      source herald "The <img src=x onerror=alert(3)> Herald"  grade B  text sources/herald.md  leans none
      source wire "The Wire"  grade C  leans for open
      claim C1 herald 2031-05-10 "the premier asked for help <script>"  @herald "a request for allied help had been signed"
      claim C2 wire 2031-05-17 "no soldiers to spare"
      finding F1 wire 2031-05-12 "want help" 61% of adults
      fact request(MER) "Meresk asks for <b>help</b>"  prior 30% (20..45%)
        C1 for strong
        C2 against slight
      fact able "Valdria has soldiers to spare"  prior 60%
        C2 against moderate
        F1 for slight
      weigh troops
        for open
          + "it was <asked>" strong if request(MER) [C1]
          - "nobody to send" moderate if not able [C2]
      scenario asked "Meresk asks" suppose request(MER)
      ```
      """;

  static final String HERALD =
      """
      The premier of Meresk, Ana Corvan, said on Monday that a request for allied help had been signed.

      "We have no soldiers to spare," Valdria's minister Tor Lund said. <script>alert(4)</script>
      """;

  private Meresk() {}

  static void write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("meresk/sources"));
    Files.writeString(folder.resolve("meresk/dossier.md"), DOSSIER);
    Files.writeString(folder.resolve("meresk/sources/herald.md"), HERALD);
  }
}
