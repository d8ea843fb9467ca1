package casus.web;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may ask. A page of another site must neither read nor change anything here, not even one
/// whose name has been pointed at this machine (DNS rebinding): the Host must be ours, the Origin
/// where there is one too, and every request carries the token of this start, as a cookie or as
/// `Authorization: Bearer`. What changes a file must send back a second token that only our own
/// pages hold.
final class Guard implements Filter {
  /// Where the token is turned into a cookie.
  static final String ENTER = "/enter";

  private static final HeaderName SITE = HeaderNames.create("Sec-Fetch-Site");
  private static final HeaderName CSRF = HeaderNames.create("X-Csrf");
  private static final Set<Method> SAFE = Set.of(Method.GET, Method.HEAD);

  /// Scripts, styles and pictures of our own, and nothing else from anywhere.
  static final String POLICY = policy("");

  private static String policy(String alsoStyles) {
    return "default-src 'none'; script-src 'self'; style-src 'self'"
        + alsoStyles
        + "; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none';"
        + " frame-ancestors 'none'";
  }

  private static final List<Header> ALWAYS =
      List.of(
          header("Content-Security-Policy", POLICY),
          header("X-Content-Type-Options", "nosniff"),
          header("X-Frame-Options", "DENY"),
          header("Referrer-Policy", "same-origin"),
          header("Cross-Origin-Opener-Policy", "same-origin"),
          header("Cross-Origin-Resource-Policy", "same-origin"));

  private final String token = random();
  private final String csrf = random();
  private volatile int port;

  private static Header header(String name, String value) {
    return HeaderValues.create(HeaderNames.create(name), value);
  }

  private static String random() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Lets one page write a style sheet of its own: that which shows the nonce. The editor makes its
  /// styles in the browser.
  ///
  /// @return the nonce, made for this response alone
  static String allowStyle(ServerResponse response) {
    var nonce = random();
    response.header(header("Content-Security-Policy", policy(" 'nonce-" + nonce + "'")));
    return nonce;
  }

  /// The port that is served, once it is known.
  void serves(int number) {
    port = number;
  }

  String token() {
    return token;
  }

  /// What forms send back.
  String csrf() {
    return csrf;
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    ALWAYS.forEach(response::header);
    var method = request.prologue().method();
    var path = request.path().path();
    if (!isOurs(request)) {
      refuse(response, Status.FORBIDDEN_403, "This address is not the one that casus serves.");
      return;
    }
    if (path.equals(ENTER) && SAFE.contains(method)) {
      enter(request, response);
      return;
    }
    if (!isKnown(request)) {
      refuse(
          response,
          Status.UNAUTHORIZED_401,
          "Open the address that casus printed when it started: it carries the key.");
      return;
    }
    if (!SAFE.contains(method) && !bearer(request) && !isFromOurPage(request)) {
      refuse(response, Status.FORBIDDEN_403, "This did not come from a page of casus.");
      return;
    }
    chain.proceed();
  }

  private boolean isOurs(ServerRequest request) {
    var host = first(request, HeaderNames.HOST);
    if (host == null || !hosts().contains(host)) return false;
    var origin = first(request, HeaderNames.ORIGIN);
    if (origin != null && hosts().stream().noneMatch(ours -> origin.equals("http://" + ours)))
      return false;
    var site = first(request, SITE);
    return site == null
        || site.equals("same-origin")
        || site.equals("none")
        // A link from elsewhere may lead to the entrance: without the token it opens nothing.
        || (request.path().path().equals(ENTER) && SAFE.contains(request.prologue().method()));
  }

  private Set<String> hosts() {
    return Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
  }

  private void enter(ServerRequest request, ServerResponse response) {
    var given = request.query().first("token").orElse("");
    if (!same(given, token)) {
      refuse(
          response,
          Status.UNAUTHORIZED_401,
          "This key is of an earlier start. Open the address that casus printed last.");
      return;
    }
    response
        .status(Status.SEE_OTHER_303)
        .header(
            HeaderNames.SET_COOKIE, cookie() + "=" + token + "; HttpOnly; SameSite=Strict; Path=/")
        .header(HeaderNames.LOCATION, "/")
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .send();
  }

  /// Cookies do not tell ports apart; two workbenches must not take each other's.
  private String cookie() {
    return "casus-" + port;
  }

  private boolean isKnown(ServerRequest request) {
    return bearer(request) || same(request.headers().cookies().first(cookie()).orElse(""), token);
  }

  private boolean bearer(ServerRequest request) {
    return same(first(request, HeaderNames.AUTHORIZATION), "Bearer " + token);
  }

  private boolean isFromOurPage(ServerRequest request) {
    var given = first(request, CSRF);
    if (given == null) given = request.query().first("csrf").orElse("");
    return first(request, HeaderNames.ORIGIN) != null && same(given, csrf);
  }

  /// Compared in a time that does not tell how much of it was right.
  private static boolean same(@Nullable String given, String wanted) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String first(ServerRequest request, HeaderName name) {
    return request.headers().first(name).orElse(null);
  }

  private static void refuse(ServerResponse response, Status status, String words) {
    response
        .status(status)
        .header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .send(words + "\n");
  }
}
