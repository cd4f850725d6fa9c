package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.trueup.sandbox.SeedProduct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// A WooCommerce shop on loopback: the product part of `wc/v3` as WooCommerce 10.5.0 answers it,
/// with its quirks. It is stricter than the real one: what the API does not have is refused by name
/// instead of ignored, and what the real shop accepts though it makes no sense is accepted and
/// listed in [#nonsense]. It listens on plain http and stands in for a shop behind https, so Basic
/// authentication is accepted.
public final class SimulatedWooCommerce implements AutoCloseable {
  static {
    // Without it each answer on a kept-alive connection waits for a delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Journal journal;
  private final Traffic traffic = new Traffic();
  private final Faults faults = new Faults();
  private final Nonsense nonsense;
  private final Server server;
  private final Control control;
  private final Builder settings;

  private SimulatedWooCommerce(Builder settings) throws IOException {
    this.settings = settings;
    this.http =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port), 0);
    this.journal = settings.data == null ? Journal.none() : Journal.in(settings.data);
    Catalogue catalogue = new Catalogue(settings.firstId, settings.clock, journal);
    SiteTime time = new SiteTime(settings.zone);
    this.nonsense = new Nonsense();
    ItemWriter writer = new ItemWriter(catalogue, nonsense);
    this.control = new Control(catalogue, journal, writer, time);
    open(catalogue);
    Links links = new Links(url());
    Shapes shapes = new Shapes(time, catalogue.terms(), links);
    ItemChanges changes = new ItemChanges(catalogue, writer);
    boolean listsVariations = settings.listsVariations;
    List<Route> routes =
        new Routes(shapes)
            .site(new SiteRoutes(catalogue, time, settings.clock, links, listsVariations))
            .reading(new ReadRoutes(catalogue, time, shapes, links), listsVariations)
            .writing(new WriteRoutes(changes, shapes, links), new BatchRoutes(changes, shapes))
            .all();
    Api api = new Api(catalogue, journal, new Authentication(settings.keys), routes);
    this.server = new Server(api, catalogue, settings.clock, traffic, faults);
    http.setExecutor(threads);
    http.createContext("/", server);
    http.createContext("/sandbox/", new ControlHandler(this));
    http.start();
  }

  /// Seeds the catalogue, and brings it to where an earlier run with the same seed left it.
  private void open(Catalogue catalogue) {
    List<JsonNode> lines = journal.replay();
    int digest = digest(settings.seed);
    long start = catalogue.nowSecond();
    if (!lines.isEmpty()) {
      start = lines.getFirst().path("start").longValue();
      if (lines.getFirst().path("seed").intValue() != digest) {
        throw new IllegalStateException(
            Journal.FILE + " belongs to another seed; remove it, or use another directory");
      }
    }
    new Seeding(catalogue, start).seed(settings.seed);
    Replay replay = new Replay(catalogue);
    lines.stream().skip(1).forEach(replay::apply);
    catalogue.settle();
    ObjectNode header = Json.object().put("seed", digest).put("start", start);
    journal.begin(lines.isEmpty() ? Optional.of(header) : Optional.empty());
  }

  /// The same in every process, unlike a hash code.
  private static int digest(List<SeedProduct> seed) {
    CRC32 digest = new CRC32();
    seed.forEach(product -> digest.update(product.toString().getBytes(StandardCharsets.UTF_8)));
    return (int) digest.getValue();
  }

  public static Builder builder(List<SeedProduct> seed) {
    return new Builder(seed);
  }

  /// `http://127.0.0.1:PORT`
  public String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /// The consumer key that may read and write.
  public String key() {
    return settings.key;
  }

  public String secret() {
    return settings.secret;
  }

  /// An order of so many; see [#restock].
  public void sell(String sku, int quantity) {
    control.sell(sku, quantity);
  }

  /// An order taken back.
  public void restock(String sku, int quantity) {
    control.restock(sku, quantity);
  }

  /// Fields, by their names in the API, changed by somebody else.
  public void set(String sku, ObjectNode fields) {
    control.set(sku, fields);
  }

  /// Moves a product, or one variation, to the trash.
  public void remove(String sku) {
    control.remove(sku);
  }

  public void fault(Fault fault) {
    faults.add(fault);
  }

  public void clearFaults() {
    faults.clear();
  }

  public void latency(Latency latency) {
    server.slowDown(latency);
  }

  /// Called on the request's thread before the request has any effect.
  public void onRequest(Consumer<ReceivedRequest> listener) {
    server.listen(listener);
  }

  /// Every unit that can be bought: `{id, parentId, sku, name, manageStock, quantity, stockStatus,
  /// dateModifiedGmt, regularPrice, salePrice, status}`.
  public ArrayNode state() {
    return control.state();
  }

  /// Requests to the API in the order they came in.
  public List<ReceivedRequest> requests() {
    return traffic.received();
  }

  public int mostInFlight() {
    return traffic.mostInFlight();
  }

  /// Writes that came in while another write to the same item was under way; one of them is lost
  /// where both changed the stock by a delta.
  public List<String> overlappingWrites() {
    return traffic.overlapping();
  }

  /// Writes that the shop took and no client should have sent.
  public List<String> nonsense() {
    return nonsense.found();
  }

  /// Forgets requests and overlaps; for a test that has several acts.
  public void forgetRequests() {
    traffic.forget();
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
    journal.close();
  }

  /// How the shop is set up.
  public static final class Builder {
    private final List<SeedProduct> seed;
    private final Map<String, Authentication.Key> keys = new LinkedHashMap<>();
    private String key = "ck_sandbox";
    private String secret = "cs_sandbox";
    private int port;
    private int firstId = 101;
    private InstantSource clock = InstantSource.system();
    private ZoneId zone = ZoneId.of("Europe/Berlin");
    private boolean listsVariations = true;
    private @Nullable Path data;

    private Builder(List<SeedProduct> seed) {
      this.seed = List.copyOf(seed);
    }

    /// Without it any free one.
    public Builder port(int number) {
      port = number;
      return this;
    }

    /// The key that may read and write: `ck_sandbox` and `cs_sandbox` without this.
    public Builder key(String consumerKey, String consumerSecret) {
      key = consumerKey;
      secret = consumerSecret;
      return this;
    }

    /// One more key, that may only read.
    public Builder readOnlyKey(String consumerKey, String consumerSecret) {
      keys.put(consumerKey, new Authentication.Key(consumerSecret, Authentication.Access.READ));
      return this;
    }

    /// One more key, that may only write.
    public Builder writeOnlyKey(String consumerKey, String consumerSecret) {
      keys.put(consumerKey, new Authentication.Key(consumerSecret, Authentication.Access.WRITE));
      return this;
    }

    public Builder firstId(int id) {
      firstId = id;
      return this;
    }

    public Builder clock(InstantSource source) {
      clock = source;
      return this;
    }

    /// The shop's own time: Europe/Berlin without this.
    public Builder zone(ZoneId id) {
      zone = id;
      return this;
    }

    /// A shop before WooCommerce 10.3, without `GET /wc/v3/variations`.
    public Builder withoutVariationsEndpoint() {
      listsVariations = false;
      return this;
    }

    /// Keeps the shop's changes in a file there, and starts from it.
    public Builder data(Path directory) {
      data = directory;
      return this;
    }

    public SimulatedWooCommerce start() {
      keys.put(key, new Authentication.Key(secret, Authentication.Access.READ_WRITE));
      try {
        return new SimulatedWooCommerce(this);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
