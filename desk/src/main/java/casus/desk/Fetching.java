package casus.desk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Fetches one document because the analyst named its address. Nothing that the document mentions
/// is fetched, no cookies are kept, no proxy is asked, nothing is sent but the request.
///
/// @param policy which machines may be asked; every redirect asks it again
/// @param largest the most bytes taken
/// @param patience how long all of it may last
public record Fetching(AddressPolicy policy, int largest, Duration patience) {
  private static final int REDIRECTS = 5;
  private static final Set<String> TYPES =
      Set.of(
          "text/html",
          "application/xhtml+xml",
          "text/plain",
          "text/markdown",
          "application/pdf",
          "message/rfc822",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  /// What came of it.
  public sealed interface Fetched {
    /// @param address where it was found in the end
    /// @param contentType as the server said it, or null
    record Whole(byte[] bytes, URI address, @Nullable String contentType) implements Fetched {}

    /// @param because half a sentence without a full stop
    record Not(String because) implements Fetched {}
  }

  /// Whether something is meant as an address rather than as a file.
  public static boolean isAddress(String written) {
    return written.matches("(?i)[a-z][a-z0-9+.-]+://.*");
  }

  public Fetched fetch(String written) {
    var deadline = System.nanoTime() + patience.toNanos();
    try (var client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(patience)
            .build()) {
      var fetched = follow(client, address(written), deadline);
      client.shutdownNow();
      return fetched;
    } catch (NotFetched not) {
      return new Fetched.Not(not.because);
    }
  }

  private static final class NotFetched extends Exception {
    private static final long serialVersionUID = 1;

    private final String because;

    NotFetched(String because) {
      super(because, null, false, false);
      this.because = because;
    }
  }

  private static URI address(String written) throws NotFetched {
    try {
      return new URI(written);
    } catch (URISyntaxException wrong) {
      throw new NotFetched("it is no address: " + wrong.getReason());
    }
  }

  private Fetched follow(HttpClient client, URI first, long deadline) throws NotFetched {
    var at = first;
    for (var n = 0; n <= REDIRECTS; n++) {
      check(at);
      var answer = ask(client, at, deadline);
      if (answer.statusCode() / 100 != 3) return whole(answer);
      var location = answer.headers().firstValue("location").orElse(null);
      if (location == null)
        throw new NotFetched("the server sends on to another address without naming it");
      var next = at.resolve(address(location));
      if (isSecure(at) && !isSecure(next))
        throw new NotFetched("the server sends on from https to " + next.getScheme());
      at = next;
    }
    throw new NotFetched("the server sends on more than " + REDIRECTS + " times");
  }

  private static boolean isSecure(URI address) {
    return "https".equalsIgnoreCase(address.getScheme());
  }

  /// The platform keeps what it has looked up for half a minute, so that the address that is asked
  /// is the one that was checked.
  private void check(URI address) throws NotFetched {
    var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https"))
      throw new NotFetched("only http and https addresses are fetched, not " + scheme);
    if (address.getHost() == null) throw new NotFetched("the address names no machine");
    if (address.getUserInfo() != null)
      throw new NotFetched("addresses with a user name or password are not fetched");
    try {
      for (var machine : InetAddress.getAllByName(address.getHost()))
        if (!policy.allows(machine))
          throw new NotFetched(
              (address.getHost().equals(machine.getHostAddress())
                      ? address.getHost() + " is"
                      : address.getHost() + " is " + machine.getHostAddress() + ",")
                  + " a private or local address; save the page and add the file");
    } catch (UnknownHostException unknown) {
      throw new NotFetched(
          "there is no machine "
              + address.getHost()
              + ", or this computer is offline; a page saved elsewhere can be added as a file");
    }
  }

  private HttpResponse<byte[]> ask(HttpClient client, URI address, long deadline)
      throws NotFetched {
    var request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", "casus")
            .header("Accept", String.join(", ", TYPES))
            .timeout(patience)
            .build();
    var asked =
        client.sendAsync(
            request,
            BodyHandlers.limiting(
                info ->
                    isWanted(info)
                        ? BodySubscribers.ofByteArray()
                        : BodySubscribers.replacing(new byte[0]),
                largest));
    try {
      return asked.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException slow) {
      asked.cancel(true);
      client.shutdownNow();
      throw new NotFetched("it takes longer than " + patience.toSeconds() + " seconds");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NotFetched("it was stopped");
    } catch (ExecutionException failed) {
      throw new NotFetched(because(failed.getCause(), address));
    }
  }

  private String because(@Nullable Throwable failure, URI address) {
    return switch (failure) {
      case java.net.http.HttpTimeoutException _ ->
          "it takes longer than " + patience.toSeconds() + " seconds";
      case java.net.ConnectException _ ->
          address.getHost() + " cannot be reached, or this computer is offline";
      case IOException large when String.valueOf(large.getMessage()).contains("capacity") ->
          "it has more than " + (largest >> 20) + " MB";
      case null -> "the connection failed";
      default -> "the connection failed (" + failure.getMessage() + ")";
    };
  }

  private static boolean isWanted(ResponseInfo info) {
    return info.statusCode() == 200
        && info.headers().firstValue("content-type").map(Fetching::isWanted).orElse(true);
  }

  private static boolean isWanted(String type) {
    return TYPES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }

  private static Fetched whole(HttpResponse<byte[]> answer) throws NotFetched {
    if (answer.statusCode() != 200)
      throw new NotFetched("the server answers " + answer.statusCode() + " instead of the page");
    var type = answer.headers().firstValue("content-type").orElse(null);
    if (type != null && !isWanted(type))
      throw new NotFetched(
          "it is " + type.split(";", 2)[0].strip() + ", no page, PDF, Word document or text");
    return new Fetched.Whole(answer.body(), answer.uri(), type);
  }
}
