package casus.desk;

import static org.assertj.core.api.Assertions.assertThat;

import casus.desk.Fetching.Fetched;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchingTest {
  private static final int LARGEST = 10_000;

  private final CountDownLatch never = new CountDownLatch(1);
  private HttpServer server;

  FetchingTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void aServer() {
    serve(
        "/page", 200, "text/html; charset=utf-8", null, "<p>Words.</p>".length(), "<p>Words.</p>");
    serve("/picture", 200, "image/png", null, 3, "png");
    serve("/gone", 404, "text/html", null, 3, "no.");
    serve("/large", 200, "text/html", null, LARGEST + 1, "x".repeat(LARGEST + 1));
    serve("/endless", 200, "text/html", null, 0, "x".repeat(LARGEST * 3));
    serve("/moved", 302, "text/html", "/page", -1, "");
    serve("/circle", 302, "text/html", "/circle", -1, "");
    serve("/nowhere", 302, "text/html", null, -1, "");
    serve("/inwards", 302, "text/html", "http://[::ffff:10.0.0.1]/secret", -1, "");
    serve("/file", 302, "text/html", "file:///etc/passwd", -1, "");
    server.createContext("/slow", _ -> await());
    server.setExecutor(command -> Thread.ofVirtual().start(command));
    server.start();
  }

  private void await() {
    try {
      never.await();
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(
      String path,
      int status,
      String type,
      @org.jspecify.annotations.Nullable String location,
      long length,
      String body) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            if (location != null) exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(status, length);
            if (length >= 0)
              exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  @AfterEach
  void noServer() {
    never.countDown();
    server.stop(0);
  }

  private String at(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /// Allows this computer, and nothing else that is private.
  private static Fetching fetching(Duration patience) {
    return new Fetching(
        address -> address.isLoopbackAddress() || AddressPolicy.PUBLIC.allows(address),
        LARGEST,
        patience);
  }

  private static String refusal(Fetched fetched) {
    return fetched instanceof Fetched.Not(var because) ? because : "fetched";
  }

  private String refusal(String path) {
    return refusal(fetching(Duration.ofSeconds(30)).fetch(at(path)));
  }

  @Test
  void fetchesAPageAndFollowsIt() {
    for (var path : new String[] {"/page", "/moved"})
      assertThat(fetching(Duration.ofSeconds(30)).fetch(at(path)))
          .isInstanceOfSatisfying(
              Fetched.Whole.class,
              page -> {
                assertThat(page.bytes()).asString().isEqualTo("<p>Words.</p>");
                assertThat(page.address().getPath()).isEqualTo("/page");
                assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
              });
  }

  @Test
  void refusesWhatIsNoDocument() {
    assertThat(refusal("/picture")).contains("image/png");
    assertThat(refusal("/gone")).contains("404");
    assertThat(refusal("/large")).contains("more than");
    assertThat(refusal("/endless")).contains("more than");
  }

  @Test
  void asksAtEveryStepWhetherItMay() {
    assertThat(refusal("/circle")).contains("more than 5 times");
    assertThat(refusal("/nowhere")).contains("without naming it");
    assertThat(refusal("/inwards")).contains("10.0.0.1", "private");
    assertThat(refusal("/file")).contains("not file");
  }

  @Test
  void losesItsPatience() {
    assertThat(refusal(fetching(Duration.ofMillis(300)).fetch(at("/slow")))).contains("longer");
  }

  @Test
  void refusesThisComputerUnlessTold() {
    var fetching = new Fetching(AddressPolicy.PUBLIC, LARGEST, Duration.ofSeconds(30));
    assertThat(refusal(fetching.fetch(at("/page")))).contains("private or local");
    assertThat(refusal(fetching.fetch("http://localhost/"))).contains("private or local");
    assertThat(refusal(fetching.fetch("ftp://example.org/x"))).contains("only http and https");
    assertThat(refusal(fetching.fetch("http://me:secret@127.0.0.1/"))).contains("password");
    assertThat(refusal(fetching.fetch("http:///x"))).contains("machine");
    assertThat(refusal(fetching.fetch("http://a b/"))).contains("no address");
    assertThat(refusal(fetching.fetch("http://no-such-machine.invalid/"))).contains("offline");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001:0:1::",
        "2001:db8::1",
        "::"
      })
  void knowsWhichAddressesArePrivate(String address) throws IOException {
    assertThat(AddressPolicy.PUBLIC.allows(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.1.1.1", "93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
  void knowsWhichAddressesArePublic(String address) throws IOException {
    assertThat(AddressPolicy.PUBLIC.allows(InetAddress.getByName(address))).isTrue();
  }
}
