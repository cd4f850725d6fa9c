package dev.trueup.store;

import dev.trueup.catalog.Platform;
import dev.trueup.catalog.Resource;

/// A store in front of another one; a test decides how it answers.
public final class TestingShop implements Store {
  private final Store behind;
  private Answer answer;
  private boolean readable = true;

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
    if (!readable) {
      throw new StoreException(platform(), StoreException.Kind.UNAVAILABLE, "it fell silent");
    }
    return behind.records(resource, scope);
  }
}
