package casus.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Who may ask, and for what.
@TestInstance(Lifecycle.PER_CLASS)
class GuardTest {
  private static final String SMALL =
      """
      # Will it?

      ```casus
      dossier small "A small one"  as of 2031-05-20
      question war "Will there be war?"
        from 2031-05-20 to 2031-12-31
        outcomes
          no   "no war"
          yes  "war"
      base war yes 10% (5..20%)
      ```
      """;

  private Path folder = Path.of("");
  private Served served = Served.over(Served.ROOT.resolve("cases"));

  @BeforeAll
  void serve(@TempDir Path outer) throws IOException {
    served.close();
    folder = Files.createDirectory(outer.resolve("desk"));
    Files.createDirectory(folder.resolve("small"));
    Files.writeString(folder.resolve("small/dossier.md"), SMALL);
    Files.createDirectory(outer.resolve("secret"));
    Files.writeString(outer.resolve("secret/dossier.md"), SMALL.replace("small", "secret"));
    Files.createSymbolicLink(folder.resolve("linked"), outer.resolve("secret"));
    served = Served.over(folder);
  }

  @AfterAll
  void stop() {
    served.close();
  }

  private String host() {
    return "Host: 127.0.0.1:" + served.port();
  }

  private String key() {
    return "Authorization: Bearer " + served.key();
  }

  @Test
  void withTheKeyItAnswers() {
    assertThat(served.raw("GET / HTTP/1.1", host(), key(), "Connection: close"))
        .isEqualTo("HTTP/1.1 200 OK");
  }

  @Test
  void withoutTheKeyItSaysNothing() {
    for (var path : List.of("/", "/change/small", "/api/dossiers", "/static/screen.css")) {
      var answer = served.send(served.request(path).build());
      assertThat(answer.statusCode()).as(path).isEqualTo(401);
      assertThat(answer.body()).doesNotContain("small").doesNotContain(served.key());
    }
    assertThat(served.send(served.request("/enter?token=guess").build()).statusCode())
        .isEqualTo(401);
  }

  @Test
  void theKeyBecomesACookieThatScriptsAndOtherSitesCannotRead() {
    var entered = served.send(served.request("/enter?token=" + served.key()).build());
    assertThat(entered.statusCode()).isEqualTo(303);
    assertThat(entered.headers().firstValue("location")).contains("/");
    var cookie = entered.headers().firstValue("set-cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
    var shelf =
        served.send(served.request("/").header("Cookie", cookie.replaceFirst(";.*", "")).build());
    assertThat(shelf.statusCode()).isEqualTo(200);
  }

  /// A foreign name that was pointed at this machine (DNS rebinding) is refused, with the key too.
  @Test
  void foreignHostsAreRefused() {
    for (var host :
        List.of(
            "evil.example",
            "evil.example:" + served.port(),
            "127.0.0.1",
            "127.0.0.1:1",
            "localhost.evil.example:" + served.port(),
            "127.0.0.1.nip.io:" + served.port()))
      assertThat(served.raw("GET / HTTP/1.1", "Host: " + host, key(), "Connection: close"))
          .as(host)
          .startsWith("HTTP/1.1 403");
    assertThat(served.raw("GET / HTTP/1.1", key(), "Connection: close"))
        .as("no host at all")
        .matches("HTTP/1\\.1 40[03].*");
  }

  @Test
  void otherSitesAreRefused() {
    for (var from :
        List.of(
            "Origin: https://evil.example",
            "Origin: null",
            "Origin: http://127.0.0.1:1",
            "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Site: same-site"))
      assertThat(served.raw("GET / HTTP/1.1", host(), key(), from, "Connection: close"))
          .as(from)
          .startsWith("HTTP/1.1 403");
  }

  @Test
  void nothingIsPostedWithoutTheSecondKey() {
    var cookie = "casus-" + served.port() + "=" + served.key();
    for (var method : List.of("POST", "PUT", "DELETE", "PATCH")) {
      var sent =
          served.send(
              HttpRequest.newBuilder(served.request("/edit/small").build().uri())
                  .method(method, BodyPublishers.ofString("x"))
                  .header("Cookie", cookie)
                  .build());
      assertThat(sent.statusCode()).as(method).isEqualTo(403);
    }
  }

  @Test
  void everyAnswerCarriesThePolicy() {
    for (var path : List.of("/", "/change/small", "/api/dossiers", "/nothing/here")) {
      var headers = served.get(path).headers();
      assertThat(headers.firstValue("content-security-policy").orElse(""))
          .contains("default-src 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
      assertThat(headers.firstValue("cross-origin-resource-policy")).contains("same-origin");
    }
  }

  @Test
  void nothingOutsideTheFolderIsServed() {
    assertThat(served.get("/api/dossiers").body()).contains("small").doesNotContain("linked");
    for (var path :
        List.of(
            "/change/linked",
            "/change/..%2Fsecret",
            "/change/../secret",
            "/change/small/../../secret",
            "/change/%2e%2e/secret",
            "/change/linked/dossier.md",
            "/api/assess?dossier=..%2Fsecret",
            "/api/assess?dossier=linked",
            "/static/..%2F..%2Fcasus",
            "/api/..%2Fpom.xml")) {
      var answer = served.raw("GET " + path + " HTTP/1.1", host(), key(), "Connection: close");
      assertThat(answer).as(path).matches("HTTP/1\\.1 40[04].*");
    }
  }

  /// A dossier that was a file inside when the workbench opened it, and is now a link out of it.
  @Test
  void aLinkThatAppearsLaterIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    var moved = Files.createDirectory(folder.resolve("moved"));
    Files.writeString(moved.resolve("dossier.md"), SMALL);
    assertThat(served.get("/api/what-if?dossier=moved").statusCode()).isEqualTo(200);
    Files.writeString(elsewhere.resolve("dossier.md"), SMALL);
    Files.delete(moved.resolve("dossier.md"));
    Files.createSymbolicLink(moved.resolve("dossier.md"), elsewhere.resolve("dossier.md"));
    assertThat(served.get("/api/what-if?dossier=moved").statusCode()).isEqualTo(404);
  }

  @Test
  void requestsAreBounded() {
    var longest = "x".repeat(100_000);
    assertThat(served.raw("GET /?" + longest + " HTTP/1.1", host(), key(), "Connection: close"))
        .matches("HTTP/1\\.1 4(00|14|13|31).*");
    assertThat(
            served.raw("GET / HTTP/1.1", host(), key(), "X-Long: " + longest, "Connection: close"))
        .matches("HTTP/1\\.1 4(00|31).*");
    assertThat(
            served.raw(
                "POST /edit/small HTTP/1.1",
                host(),
                key(),
                "Content-Length: 9999999999",
                "Connection: close"))
        .matches("HTTP/1\\.1 4(00|04|05|13).*");
  }
}
