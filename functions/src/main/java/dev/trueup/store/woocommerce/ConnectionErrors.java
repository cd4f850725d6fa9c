package dev.trueup.store.woocommerce;

import static dev.trueup.store.StoreException.Kind.REJECTED;
import static dev.trueup.store.StoreException.Kind.UNAVAILABLE;

import dev.trueup.catalog.Platform;
import dev.trueup.store.StoreException;
import dev.trueup.store.StoreException.Kind;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/// Says what it means that there is no answer. The causes' own messages are left out: some hold the
/// whole address, and with it the credentials of a signed request.
record ConnectionErrors(WooCommerceSettings settings, Duration requestTimeout) {

  Reply of(Throwable failure) {
    return switch (failure) {
      case SSLException e when isHandshake(e) -> new Reply.Denied(certificate(e));
      case HttpConnectTimeoutException e -> denied("cannot be reached: no connection in time", e);
      case ConnectException e when has(e, UnresolvedAddressException.class) ->
          denied("cannot be found: no address is known for this name; check WOOCOMMERCE_URL", e);
      case ConnectException e ->
          denied("cannot be reached: the connection is refused; check WOOCOMMERCE_URL", e);
      case TimeoutException e -> lost("did not answer within " + seconds() + " seconds", e);
      default -> lost("broke the connection before it had answered", failure);
    };
  }

  private String seconds() {
    return BigDecimal.valueOf(requestTimeout.toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  private Reply denied(String what, Throwable cause) {
    return new Reply.Denied(exception(UNAVAILABLE, what, cause));
  }

  private Reply lost(String what, Throwable cause) {
    return new Reply.Lost(exception(UNAVAILABLE, what, cause));
  }

  private StoreException certificate(SSLException e) {
    return exception(
        REJECTED,
        "does not show a certificate that can be trusted (self-signed, expired, or for another"
            + " name); check WOOCOMMERCE_URL",
        e);
  }

  /// Whether it failed before anything was sent.
  private static boolean isHandshake(SSLException e) {
    return e instanceof SSLHandshakeException || has(e, CertificateException.class);
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private StoreException exception(Kind kind, String what, Throwable cause) {
    return new StoreException(
        Platform.WOOCOMMERCE,
        kind,
        settings.shop() + " " + what + " (" + cause.getClass().getSimpleName() + ").");
  }
}
