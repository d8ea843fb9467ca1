package casus.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Cases of Russian and Belarusian nouns and adjectives, by their endings. Words are in the plain
/// letters of [SlavicWords].
final class Declension {
  enum Case {
    NOMINATIVE,
    GENITIVE,
    DATIVE,
    ACCUSATIVE,
    INSTRUMENTAL,
    LOCATIVE
  }

  /// A form of a noun.
  ///
  /// @param nominative of the same number
  record Form(String text, Case grammaticalCase, boolean plural, String nominative) {}

  private static final String RU_SIBILANTS = "гкхжшщч";

  private final boolean belarusian;

  Declension(boolean belarusian) {
    this.belarusian = belarusian;
  }

  /// All forms of a noun.
  ///
  /// @param word its nominative singular
  List<Form> noun(String word) {
    var forms = new ArrayList<Form>();
    if (belarusian) belarusian(word, forms);
    else russian(word, forms);
    return forms;
  }

  private static void add(
      List<Form> forms, boolean plural, String nominative, String stem, String endings) {
    var cases = Case.values();
    forms.add(new Form(nominative, Case.NOMINATIVE, plural, nominative));
    var at = 1;
    for (var slot : endings.split(" ", -1)) {
      for (var ending : slot.split("/", -1))
        forms.add(new Form(stem + ending.replace("0", ""), cases[at], plural, nominative));
      at++;
    }
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }

  private static void russian(String w, List<Form> forms) {
    if (w.endsWith("ый") || w.endsWith("щий") || w.endsWith("чий")) {
      var soft = w.endsWith("ий");
      add(forms, false, w, cut(w, 2), soft ? "его ему его им ем" : "ого ому ого ым ом");
      add(forms, true, cut(w, 1) + "е", cut(w, 1), "х м х ми х");
    } else if (w.endsWith("ия")) {
      add(forms, false, w, cut(w, 1), "и и ю ей и");
      add(forms, true, cut(w, 1) + "и", cut(w, 1), "й ям и ями ях");
    } else if (w.endsWith("ие") || w.endsWith("ье")) {
      add(forms, false, w, cut(w, 1), w.endsWith("ие") ? "я ю е ем и" : "я ю е ем е");
      add(forms, true, cut(w, 1) + "я", cut(w, 1), "й ям я ями ях");
    } else if (w.endsWith("о")) {
      add(forms, false, w, cut(w, 1), w.endsWith("во") ? "а у о ом е" : "о о о о о");
      add(forms, true, cut(w, 1) + "а", cut(w, 1), "0 ам а ами ах");
    } else if (w.endsWith("ий")) {
      add(forms, false, w, cut(w, 1), "я ю я/й ем и");
      add(forms, true, cut(w, 1) + "и", cut(w, 1), "ев ям и/ев ями ях");
    } else if (w.endsWith("й")) {
      add(forms, false, w, cut(w, 1), "я ю я/й ем е");
      add(forms, true, cut(w, 1) + "и", cut(w, 1), "ев ям и/ев ями ях");
    } else if (w.endsWith("ь") && feminine(w)) {
      add(forms, false, w, cut(w, 1), "и и ь ью и");
      add(forms, true, cut(w, 1) + "и", cut(w, 1), "ей ям и/ей ями ях");
    } else if (w.endsWith("ь")) {
      add(forms, false, w, cut(w, 1), "я ю я/ь ем е");
      add(forms, true, cut(w, 1) + "и", cut(w, 1), "ей ям и/ей ями ях");
    } else if (w.endsWith("а")) {
      var i = RU_SIBILANTS.indexOf(w.charAt(w.length() - 2)) >= 0 ? "и" : "ы";
      add(forms, false, w, cut(w, 1), i + " е у ой/ою е");
      add(forms, true, cut(w, 1) + i, cut(w, 1), "0 ам " + i + "/0 ами ах");
    } else if (w.endsWith("я")) {
      add(forms, false, w, cut(w, 1), "и е ю ей е");
      add(forms, true, cut(w, 1) + "и", cut(w, 1), "ь/й ям и ями ях");
    } else if (w.endsWith("ец")) {
      var stem = cut(w, 2) + "ц";
      add(forms, false, w, stem, "а у а ем е");
      add(forms, true, stem + "ы", stem, "ев ам ев/ы ами ах");
    } else if ("еиыу".indexOf(w.charAt(w.length() - 1)) >= 0) {
      add(forms, false, w, w, "0 0 0 0 0");
    } else {
      var stem = w.equals("павел") ? "павл" : w.equals("лев") ? "льв" : w;
      var hush = "жшщч".indexOf(w.charAt(w.length() - 1)) >= 0;
      var i = RU_SIBILANTS.indexOf(w.charAt(w.length() - 1)) >= 0 ? "и" : "ы";
      add(forms, false, w, stem, "а у а/0 " + (hush ? "ем" : "ом") + " е");
      forms.add(new Form(w, Case.ACCUSATIVE, false, w));
      add(forms, true, stem + i, stem, (hush ? "ей" : "ов") + " ам ов/" + i + " ами ах");
    }
  }

  private static boolean feminine(String w) {
    return w.endsWith("сть") || w.endsWith("русь") || w.endsWith("любовь") || w.endsWith("область");
  }

  private static void belarusian(String w, List<Form> forms) {
    var last = w.charAt(w.length() - 1);
    if (w.endsWith("ства") || w.endsWith("цтва")) {
      add(forms, false, w, cut(w, 1), "а у а ам е");
      add(forms, true, cut(w, 1) + "ы", cut(w, 1), "аў ам ы амі ах");
    } else if (w.endsWith("чы") || w.endsWith("ны") || w.endsWith("лы")) {
      add(forms, false, w, cut(w, 1), "ага аму ага ым ым");
      add(forms, true, w + "я", w, "х м х мі х");
    } else if (w.endsWith("ыя") || w.endsWith("ія") || w.endsWith("эя")) {
      add(forms, false, w, cut(w, 1), "і і ю яй/яю і");
      add(forms, true, cut(w, 1) + "і", cut(w, 1), "й ям і ямі ях");
    } else if (w.endsWith("нне") || w.endsWith("цце")) {
      add(forms, false, w, cut(w, 1), "я ю е ем і");
      add(forms, true, cut(w, 1) + "і", cut(w, 1), "яў ям і ямі ях");
    } else if (last == 'а') {
      var i = "гкх".indexOf(w.charAt(w.length() - 2)) >= 0 ? "і" : "ы";
      var stem = cut(w, 1);
      add(forms, false, w, stem, i + " е/ы у ай/аю е/ы");
      for (var form : List.of(Case.DATIVE, Case.LOCATIVE))
        forms.add(new Form(softened(stem), form, false, w));
      add(forms, true, stem + i, stem, "0/аў ам " + i + "/0/аў амі ах");
    } else if (last == 'я') {
      add(forms, false, w, cut(w, 1), "і і ю яй/ёй і");
      add(forms, true, cut(w, 1) + "і", cut(w, 1), "ь/яў ям і ямі ях");
    } else if (last == 'ь') {
      add(forms, false, w, cut(w, 1), "я/і ю/і я/ь ем/ю і/ю");
      add(forms, true, cut(w, 1) + "і", cut(w, 1), "яў/ей ям і/яў ямі ях");
    } else if (last == 'й') {
      add(forms, false, w, cut(w, 1), "я/ю ю я/й ем і/ю");
      add(forms, true, cut(w, 1) + "і", cut(w, 1), "яў ям і/яў ямі ях");
    } else if ("оеэіыу".indexOf(last) >= 0) {
      add(forms, false, w, w, "0 0 0 0 0");
    } else {
      var stem = w.equals("павел") ? "паўл" : last == 'ў' ? cut(w, 1) + "в" : w;
      var i = "гкх".indexOf(last) >= 0 ? "і" : "ы";
      add(forms, false, w, stem, "а/у у а/0 ам/ом е/у/ы");
      forms.add(new Form(w, Case.ACCUSATIVE, false, w));
      forms.add(new Form(softened(stem), Case.LOCATIVE, false, w));
      add(forms, true, stem + i, stem, "аў ам аў/" + i + " амі ах");
    }
  }

  /// The dative and locative of Belarusian stems whose last consonant changes: `рада`, `радзе`.
  private static String softened(String stem) {
    var body = cut(stem, 1);
    return switch (stem.charAt(stem.length() - 1)) {
      case 'д' -> body + "дзе";
      case 'т' -> body + "це";
      case 'к' -> body + "цы";
      case 'г' -> body + "зе";
      case 'х' -> body + "се";
      default -> stem + "е";
    };
  }

  /// Endings of words that stand in no list, and what the nominative may end with, the likeliest
  /// first. The longest ending counts.
  private static final String RU_ENDINGS =
      """
      GENITIVE ея:ей ствия:ствие ения:ение ания:ание ов:ы,и ев:и ого:ый,ой,ий его:ий овой:ова евой:ева иной:ина ыной:ына ой:ая,а ей:я ии:ия ия:ий,ие,ия а:,о я:ь,й,е ы:а и:а,ь,я
      DATIVE ею:ей ам:ы,и ям:и ому:ый,ой,ий ему:ий овой:ова евой:ева иной:ина ыной:ына ой:ая у:,о ю:ь,й,е ии:ия е:а,я и:ь
      ACCUSATIVE ого:ый,ой,ий его:ий ову:ова еву:ева ину:ина ую:ая а:,о у:а ю:я я:ь,й
      INSTRUMENTAL ами:ы,и ями:и ским:ский цким:цкий овым:ов евым:ев иным:ин ыным:ын ым:ый им:ий ом:,о ем:ь,й, овой:ова евой:ева иной:ина ой:а ией:ия ей:я ью:ь
      LOCATIVE ах:ы,и ях:и ском:ский ой:ая ом:ый,ой ем:ий ии:ия,ие стве:ство е:,а,о,ь и:ь
      """;

  private static final String BE_ENDINGS =
      """
      GENITIVE ея:ей ння:нне цця:ццё аў:ы,і яў:і ага:ы,і яга:і авай:ава евай:ева інай:іна ынай:ына ай:ая,а яй:яя ова:оў ава:аў ева:еў ёва:ёў іі:ія ыі:ыя а: я:ь,й,е у: ю:й ы:а і:а,ь,я
      DATIVE ею:ей ам:ы,і ям:і аму:ы,і яму:і авай:ава евай:ева інай:іна ай:ая іі:ія ыі:ыя ву:ў у: ю:ь,й дзе:да це:та цы:ка е:а ы:а і:я
      ACCUSATIVE ага:ы,і яга:і аву:ава еву:ева іну:іна ую:ая ва:ў а: у:а ю:я я:ь,й
      INSTRUMENTAL амі:ы,і ямі:і скім:скі цкім:цкі авым:аў евым:еў іным:ін ым:ы ім:і вам:ў ам: ом: ем:ь,й авай:ава інай:іна ай:а яй:я
      LOCATIVE ах:ы,і ях:і скім:скі ым:ы ім:і ай:ая стве:ства дзе:да,д це:та,т цы:ка зе:га се:ха ве:ва,ў іі:ія ыі:ыя ры:ра ку:к у: е:,а і:ь
      """;

  /// The nominative of a word that stands in no list.
  ///
  /// @param word in a case
  /// @param seen whether a word stands in the text, for the choice between candidates
  /// @param woman whether a woman's name is asked for, whose surname does not lose its ending
  String nominative(String word, Case form, Predicate<String> seen, boolean woman) {
    var candidates = candidates(word, form);
    if (woman)
      candidates =
          candidates.stream().filter(each -> each.endsWith("а") || each.endsWith("я")).toList();
    for (var candidate : candidates) if (seen.test(candidate)) return candidate;
    return candidates.isEmpty() ? word : candidates.getFirst();
  }

  private List<String> candidates(String word, Case form) {
    for (var line : (belarusian ? BE_ENDINGS : RU_ENDINGS).split("\n", -1)) {
      if (!line.startsWith(form.name())) continue;
      var best = "";
      var found = List.<String>of();
      for (var rule : line.substring(form.name().length() + 1).split(" ", -1)) {
        var colon = rule.indexOf(':');
        var ending = rule.substring(0, colon);
        if (!word.endsWith(ending) || ending.length() <= best.length()) continue;
        if (word.length() - ending.length() < 2) continue;
        best = ending;
        var stem = cut(word, ending.length());
        found =
            List.of(rule.substring(colon + 1).split(",", -1)).stream()
                .map(each -> stem + each)
                .toList();
      }
      return found;
    }
    return List.of();
  }

  /// Whether a word looks like an adjective or an ordinal, in any case.
  boolean adjective(String word) {
    if (word.length() < 5) return false;
    var endings =
        belarusian
            ? List.of(
                "скі", "цкі", "шні", "ны", "вы", "ая", "яя", "ое", "ае", "яе", "ыя", "кія", "нія",
                "ага", "яга", "аму", "ным", "скім", "цкім", "нім", "ую", "юю", "ных", "скіх",
                "цкіх", "ніх", "нымі", "скімі", "вай", "ной", "най", "скай", "цкай")
            : List.of(
                "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ным",
                "ским", "цким", "вым", "ую", "юю", "ых", "их", "ыми", "ими", "ной", "ской", "цкой",
                "вой", "ном", "ском", "цком", "вом", "ней");
    for (var ending : endings)
      if (word.endsWith(ending)) return !word.endsWith("ение") && !word.endsWith("ание");
    return false;
  }

  /// The nominative of an adjective before a noun.
  ///
  /// @param noun the noun's nominative
  String adjective(String word, String noun, boolean plural) {
    var stem = word;
    var endings =
        belarusian
            ? List.of(
                "ага", "яга", "аму", "яму", "ымі", "імі", "ая", "ай", "яй", "ой", "ую", "юю", "ае",
                "яе", "ыя", "ія", "ых", "іх", "ым", "ім", "ы", "і")
            : List.of(
                "ого", "его", "ому", "ему", "ыми", "ими", "ый", "ий", "ой", "ая", "яя", "ое", "ее",
                "ые", "ие", "ей", "ую", "юю", "ых", "их", "ым", "им", "ом", "ем");
    for (var ending : endings) {
      if (!word.endsWith(ending)) continue;
      stem = cut(word, ending.length());
      break;
    }
    var last = stem.isEmpty() ? 'н' : stem.charAt(stem.length() - 1);
    if (belarusian) {
      var i = "гкх".indexOf(last) >= 0;
      if (plural) return stem + (i ? "ія" : "ыя");
      if (noun.endsWith("ства") || noun.endsWith("цтва") || noun.endsWith("е")) return stem + "ае";
      if (noun.endsWith("а") || noun.endsWith("я")) return stem + "ая";
      return stem + (i ? "і" : "ы");
    }
    var i = RU_SIBILANTS.indexOf(last) >= 0;
    if (plural) return stem + (i ? "ие" : "ые");
    if (noun.endsWith("о") || noun.endsWith("е")) return stem + "ое";
    if (noun.endsWith("а") || noun.endsWith("я") || feminine(noun)) return stem + "ая";
    return stem + (i ? "ий" : "ый");
  }
}
