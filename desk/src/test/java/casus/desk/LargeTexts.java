package casus.desk;

/// Dossiers much larger than anyone has written, as text.
final class LargeTexts {
  private static final String[] WORDS = {"slight", "moderate"};

  private LargeTexts() {}

  private static StringBuilder opened(String name) {
    return new StringBuilder(
        """
        # %1$s

        ```casus
        dossier %1$s  as of 2031-05-20
        actor VAL "Valdria"  actor MER "Meresk"
        question q "Which?"
          from 2031-05-20 to 2031-12-31
          outcomes
            none  "nothing"
            some  "something"
            all   "everything"
          resolve by "somebody"
        base q
          some 20%% (10..35%%)
          all 5%% (2..10%%)
        """
            .formatted(name));
  }

  /// 40 uncertain reasons with words of one scale.
  static String reasons() {
    var text = opened("reasons");
    for (var i = 0; i < 40; i++)
      text.append("fact r%d \"thing %d\"  prior %d%%\n".formatted(i, i, 10 + 2 * i));
    text.append("weigh q\n  for some\n");
    for (var i = 0; i < 20; i++) text.append(reason(i));
    text.append("  for all\n");
    for (var i = 20; i < 40; i++) text.append(reason(i));
    return text.append("```\n").toString();
  }

  /// 100 causes of one event.
  static String causes() {
    var text = opened("causes");
    for (var i = 0; i < 100; i++)
      text.append("fact c%d \"cause %d\"  prior %d%%\n".formatted(i, i, 5 + i % 60));
    text.append("fact event \"it came about\"  arises from ");
    for (var i = 0; i < 100; i++) text.append("c" + i + " " + (2 + i % 9) + "%, ");
    text.append("leak 1%\nweigh q\n  for some\n    + \"it came about\"  strong  if event\n");
    return text.append("```\n").toString();
  }

  /// A council of 30.
  static String voters() {
    var text = opened("voters");
    for (var i = 0; i < 30; i++) text.append("actor V%d \"voter %d\"\n".formatted(i, i));
    text.append("council board members ");
    for (var i = 0; i < 30; i++) text.append(i == 0 ? "" : ", ").append("V" + i);
    text.append("\n  rule 16 of 30\n");
    for (var i = 0; i < 30; i++)
      text.append("  votes V%d %d%% abstains 5%%\n".formatted(i, 30 + i));
    text.append("fact agreed \"the board is for it\"  is decision of board\n");
    text.append("weigh q\n  for all\n    + \"the board agreed\"  strong  if agreed\n");
    return text.append("```\n").toString();
  }

  private static String reason(int i) {
    return "    %s \"reason %d\"  %s  if r%d\n"
        .formatted(i % 3 == 0 ? "-" : "+", i, WORDS[i % 2], i);
  }

  /// 300 facts, ten by ten in chains, 500 claims of 64 sources, 20 treaties with a contested term
  /// in every fifth.
  static String broad() {
    var text = opened("broad");
    for (var s = 0; s < 64; s++)
      text.append(
          "source s%d \"Source %d\"  grade %s  leans none\n".formatted(s, s, "ABCD".charAt(s % 4)));
    for (var c = 0; c < 500; c++)
      text.append(
          "claim C%d s%d 2031-05-%02d \"claim %d\"\n".formatted(c, source(c), 1 + c % 19, c));
    for (var f = 0; f < 300; f++) {
      text.append("fact f%d \"fact %d\"  prior ".formatted(f, f));
      if (f % 10 == 0) text.append("30%\n");
      else text.append("60%% if f%d, 15%% otherwise\n".formatted(f - 1));
      for (var c = f; c < 500; c += 300)
        text.append("  C%d %s moderate\n".formatted(c, c % 3 == 0 ? "against" : "for"));
    }
    text.append("fact request(MER) \"Meresk asks\"  prior 40%\n");
    text.append("fact attack(MER) \"Meresk is attacked\"  prior 10%\n");
    for (var t = 0; t < 20; t++) text.append(treaty(t));
    text.append("weigh q\n  for some\n");
    for (var i = 0; i < 15; i++)
      text.append("    + \"reason %d\"  moderate  if f%d\n".formatted(i, i * 20 + 9));
    text.append("  for all\n    + \"it may\"  strong  if could(VAL use-force MER)\n");
    return text.append("```\n").toString();
  }

  /// Two sources for each ten facts, and four agencies that speak of everything.
  private static int source(int claim) {
    return claim % 10 == 0 ? claim / 10 % 4 : 4 + claim % 300 / 10 * 2 + claim % 2;
  }

  private static String treaty(int t) {
    var text = new StringBuilder();
    text.append("treaty t%d \"Treaty %d\"  in force 20%02d-01-01\n".formatted(t, t, t));
    text.append("  parties VAL, MER\n");
    if (t % 5 == 0)
      text.append(
          """
            term aggression(P) "aggression"
              reading strict "by a state"  means attack(P)
              reading broad  "by anyone"   means attack(P) or f%d
          """
              .formatted(t * 10));
    text.append("  action use-force includes deploy\n");
    text.append(
        "  article 1 \"force is renounced\"  parties must not use-force(P)\n    unless request(P)\n    unless article 2\n");
    var when = t % 5 == 0 ? "aggression(P)" : "attack(P) or f" + (t * 13 + 1);
    text.append(
        "  article 2 \"help when asked\"  when %s  parties may use-force(P)\n    needs request(P)\n"
            .formatted(when));
    return text.toString();
  }

  /// More than ten thousand lines.
  static String tenThousandLines() {
    var text = opened("long");
    text.append("source s \"A source\"  grade B  leans none\n");
    for (var i = 0; i < 2_000; i++) {
      text.append("claim C%d s 2031-05-16 \"claim %d\"\n".formatted(i, i));
      text.append("fact fact-%d \"fact %d\"".formatted(i, i));
      if (i == 0) text.append("  prior 30%\n");
      else text.append("  prior 40%% if fact-%d, 20%% otherwise\n".formatted(i - 1));
      text.append("  C%d for slight\n".formatted(i));
      text.append("indicator sign-%d \"sign\"  if fact-%d 60%% else 20%%\n".formatted(i, i));
    }
    text.append("weigh q\n  for some\n");
    for (var i = 0; i < 2_000; i++)
      text.append("    + \"the same reason\"  slight  if fact-%d [C%d]\n".formatted(i, i));
    return text.append("```\n").toString();
  }
}
