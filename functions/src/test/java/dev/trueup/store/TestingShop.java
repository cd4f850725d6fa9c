package dev.trueup.store;

import dev.trueup.catalog.Platform;
import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.Resource;
import dev.trueup.catalog.StoreRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A store in front of another one; a test decides how it answers.
public final class TestingShop implements Store {
  private final Store behind;
  private Answer answer;
  private boolean readable = true;
  private boolean scopes = true;

  /// What a shop says of itself, or why it does not.
  public interface Answer {
    Connection connect();
  }

  public TestingShop(Store behind) {
    this.behind = behind;
    this.answer = behind::connect;
  }

  public void answering(Answer other) {
    answer = other;
  }

  /// From now on the store answers with this.
  public void failing(StoreException.Kind kind, String sentence) {
    answering(() -> {
      throw new StoreException(platform(), kind, sentence);
    });
  }

  /// From now on nothing can be read, whatever the store says of itself.
  public void breakDown() {
    readable = false;
  }

  /// From now on no scope is right.
  public void refuseScopes() {
    scopes = false;
  }

  @Override
  public Platform platform() {
    return behind.platform();
  }

  @Override
  public String identity() {
    return behind.identity();
  }

  @Override
  public Connection connect() {
    return answer.connect();
  }

  @Override
  public StoreRecords records(Resource resource, Scope scope) {
    if (!scopes) {
      throw new StoreException(platform(), StoreException.Kind.REJECTED, "no such location");
    }
    StoreRecords records = behind.records(resource, scope);
    return readable ? records : new Silent(platform(), records);
  }

  /// Records that cannot be reached any more.
  private record Silent(Platform platform, StoreRecords behind) implements StoreRecords {
    @Override
    public Capabilities capabilities() {
      return behind.capabilities();
    }

    @Override
    public RecordPage page(Optional<String> cursor) {
      throw new StoreException(platform, StoreException.Kind.UNAVAILABLE, "it fell silent");
    }

    @Override
    public List<StoreRecord> some(Collection<RecordRef> refs) {
      throw new StoreException(platform, StoreException.Kind.UNAVAILABLE, "it fell silent");
    }

    @Override
    public List<Outcome> write(String key, List<Write> writes, Instant deadline) {
      throw new StoreException(platform, StoreException.Kind.UNAVAILABLE, "it fell silent");
    }
  }
}
