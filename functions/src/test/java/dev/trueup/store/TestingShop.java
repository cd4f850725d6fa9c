package dev.trueup.store;

import dev.trueup.catalog.Platform;
import dev.trueup.catalog.Resource;

/// A store in front of another one; a test decides how it answers when it is asked how it is.
public final class TestingShop implements Store {
  private final Store behind;
  private Answer answer;

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
    return behind.records(resource, scope);
  }
}
