package dev.trueup.store.woocommerce;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// An https server with a certificate that it signed itself, made by the JDK's keytool.
final class TestingTlsServer implements AutoCloseable {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final HttpsServer https;

  private TestingTlsServer(HttpsServer https) {
    this.https = https;
  }

  static TestingTlsServer start() throws Exception {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(selfSigned(), PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    var https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(context));
    https.start();
    return new TestingTlsServer(https);
  }

  URI url() {
    return URI.create("https://localhost:" + https.getAddress().getPort());
  }

  private static KeyStore selfSigned() throws Exception {
    Path directory = Files.createTempDirectory("self-signed");
    Path file = directory.resolve("keys.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var arguments =
        List.of(
            keytool,
            "-genkeypair",
            "-keystore",
            file.toString(),
            "-storepass",
            new String(PASSWORD),
            "-alias",
            "shop",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost");
    var process = new ProcessBuilder(arguments).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    process.waitFor();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    Files.delete(file);
    Files.delete(directory);
    return store;
  }

  @Override
  public void close() {
    https.stop(0);
  }
}
