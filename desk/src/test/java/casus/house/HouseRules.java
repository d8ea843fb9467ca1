package casus.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/// The never-arrows of the house, each one a rule: who may not know whom.
///
/// @param root the package that the rules speak of: `casus`, or `planted` for the violations that
///   prove each rule able to fail
record HouseRules(String root) {
  private static final String[] PLATFORM = {"java..", "org.jspecify.."};

  /// Name of the rule to the rule.
  Map<String, ArchRule> all() {
    var rules = new LinkedHashMap<String, ArchRule>();
    rules.put("text knows the platform only", knowsOnly("text"));
    rules.put("syntax knows text", knowsOnly("syntax", in("text")));
    rules.put("model knows the platform only", knowsOnly("model"));
    rules.put("inference knows the platform only", knows(root + ".inference"));
    rules.put(
        "the formats of networks know inference and the platform's parser of XML",
        knows(in("inference.formats"), root + ".inference", "javax.xml..", "org.xml.sax.."));
    rules.put("check opens no file", noneKnows(new String[] {in("check")}, OUTSIDE));
    rules.put("reasoning never touches the outside world", noneKnows(reason(), OUTSIDE));
    rules.put("reasoning never asks the time or the dice", noneCalls(reason(), timeOrChance()));
    rules.put(
        "reasoning never knows the view", noneKnows(reason(), in("view"), in("desk"), in("cli")));
    rules.put(
        "evidence knows what a dossier says, and nothing that is computed from it",
        noneKnows(
            new String[] {
              in("document"), in("attribution"), in("mention"), in("names"), in("event")
            },
            in("inference"),
            in("treaty"),
            in("network"),
            in("answer"),
            in("view"),
            in("desk"),
            in("cli")));
    rules.put(
        "history knows what is written, and nothing that is computed from a dossier",
        noneKnows(
            new String[] {in("history")},
            in("inference"),
            in("treaty"),
            in("network"),
            in("answer"),
            in("document"),
            in("attribution"),
            in("names"),
            in("view"),
            in("desk"),
            in("cli")));
    rules.put(
        "of history, only the store opens files and databases",
        noneKnows(new String[] {root + ".history"}, OUTSIDE));
    rules.put(
        "evidence and history never know each other",
        noneKnows(new String[] {in("document"), in("attribution"), in("names")}, in("history")));
    rules.put(
        "the ledger knows what is written, and nothing that is computed from a dossier",
        noneKnows(
            ledger(),
            in("inference"),
            in("treaty"),
            in("network"),
            in("answer"),
            in("document"),
            in("attribution"),
            in("names"),
            in("history"),
            in("view"),
            in("desk"),
            in("cli")));
    rules.put(
        "of the ledger, only the store opens files and databases",
        noneKnows(
            new String[] {root + ".ledger", in("ledger.formats"), root + ".score", root + ".pool"},
            OUTSIDE));
    rules.put("scoring never asks the time or the dice", noneCalls(ledger(), timeOrChance()));
    rules.put("view reads no file", noneKnows(new String[] {in("view")}, OUTSIDE));
    rules.put(
        "view never knows the desk", noneKnows(new String[] {in("view")}, in("desk"), in("cli")));
    rules.put(
        "the command line never knows inference",
        noneKnows(new String[] {in("cli")}, in("inference")));
    rules.put(
        "the workbench knows neither inference nor the command line",
        noneKnows(new String[] {in("web")}, in("inference"), in("cli")));
    rules.put(
        "the command line never knows the workbench's server",
        noneKnows(new String[] {in("cli")}, in("web"), "io.helidon.."));
    rules.put(
        "the desk never knows its adapters",
        noneKnows(new String[] {in("desk")}, in("cli"), in("web"), "picocli..", "io.helidon.."));
    rules.put(
        "one class of the desk talks to language models",
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .and()
            .haveSimpleNameNotStartingWith("LanguageModel")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.langchain4j.."));
    rules.put(
        "one class of the view lays out maps",
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .and()
            .doNotHaveSimpleName("MapLayout")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse..", "com.google.common.."));
    rules.put(
        "reading a document opens no file",
        noneKnows(
            new String[] {
              in("document"), in("attribution"), in("mention"), in("names"), in("event")
            },
            "java.io.File*",
            "java.nio.file..",
            "java.nio.channels..",
            "java.net.http..",
            "java.sql.."));
    rules.put("no package is a drawer for anything", noDrawers());
    rules.put("no cycles", slices().matching(root + ".(*)..").should().beFreeOfCycles());
    return rules;
  }

  private static final String[] OUTSIDE = {
    "java.io.File*",
    "java.nio.file..",
    "java.nio.channels..",
    "java.net..",
    "java.net.http..",
    "java.sql..",
    "javax.sql.."
  };

  private String[] reason() {
    return new String[] {in("treaty"), in("network"), in("answer"), in("inference")};
  }

  private String[] ledger() {
    return new String[] {in("ledger"), in("score"), in("pool")};
  }

  private String in(String part) {
    return root + "." + part + "..";
  }

  private ArchRule knowsOnly(String part, String... others) {
    return knows(in(part), others);
  }

  private static ArchRule knows(String packages, String... others) {
    var allowed = new String[PLATFORM.length + others.length + 1];
    System.arraycopy(PLATFORM, 0, allowed, 0, PLATFORM.length);
    System.arraycopy(others, 0, allowed, PLATFORM.length, others.length);
    allowed[allowed.length - 1] = packages;
    return classes()
        .that()
        .resideInAPackage(packages)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed);
  }

  private static ArchRule noneKnows(String[] who, String... whom) {
    return noClasses().that().resideInAnyPackage(who).should().dependOnClassesThat(named(whom));
  }

  private static DescribedPredicate<JavaClass> named(String... patterns) {
    return DescribedPredicate.describe(
        String.join(" or ", patterns),
        known -> {
          for (var pattern : patterns) {
            if (pattern.endsWith("..")) {
              var name = pattern.substring(0, pattern.length() - 2);
              if (known.getPackageName().equals(name)
                  || known.getPackageName().startsWith(name + ".")) return true;
            } else if (known.getName().startsWith(pattern.replace("*", ""))) return true;
          }
          return false;
        });
  }

  private static ArchRule noneCalls(String[] who, DescribedPredicate<? super JavaMethodCall> what) {
    return noClasses().that().resideInAnyPackage(who).should().callMethodWhere(what);
  }

  private static DescribedPredicate<JavaMethodCall> timeOrChance() {
    DescribedPredicate<JavaMethodCall> now =
        DescribedPredicate.describe(
            "now()",
            call ->
                call.getTargetOwner().getPackageName().equals("java.time")
                    && call.getName().matches("now|system.*|tick.*"));
    DescribedPredicate<JavaMethodCall> system =
        DescribedPredicate.describe(
            "the system's clock or dice",
            call ->
                (call.getTargetOwner().getName().equals("java.lang.System")
                        && call.getName().matches("currentTimeMillis|nanoTime"))
                    || (call.getTargetOwner().getName().equals("java.lang.Math")
                        && call.getName().equals("random"))
                    || call.getTargetOwner()
                        .getName()
                        .equals("java.util.concurrent.ThreadLocalRandom"));
    return now.or(system);
  }

  private ArchRule noDrawers() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .resideInAnyPackage(
            "..util..",
            "..utils..",
            "..common..",
            "..impl..",
            "..helper..",
            "..helpers..",
            "..manager..");
  }
}
