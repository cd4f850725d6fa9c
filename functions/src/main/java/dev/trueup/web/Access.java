package dev.trueup.web;

import java.util.List;
import java.util.Optional;

/// Who may do what: named keys, sent as `Authorization: Bearer <key>`.
public final class Access {
  private static final String SCHEME = "Bearer ";

  private final List<AccessKey> keys;
  private final boolean fourEyes;

  public Access(List<AccessKey> keys) {
    this(keys, false);
  }

  /// @param fourEyes whether who asked for a run may not approve it
  public Access(List<AccessKey> keys, boolean fourEyes) {
    this.keys = List.copyOf(keys);
    this.fourEyes = fourEyes;
  }

  FourEyes fourEyes() {
    return new FourEyes(fourEyes, this);
  }

  /// The name of who asks.
  ///
  /// @throws ProblemException 401 without a key that is known, 403 when its role is not enough
  String admit(Request request, Role needed) {
    AccessKey key = key(request);
    if (!key.role().may(needed)) {
      throw Problem.of(
              403,
              "this needs the role %s; the key of %s has the role %s"
                  .formatted(needed.code(), key.name(), key.role().code()))
          .exception();
    }
    return key.name();
  }

  private AccessKey key(Request request) {
    String header = request.header("authorization").orElse("");
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw unauthorized("send an access key as 'Authorization: Bearer <key>'");
    }
    return find(header.substring(SCHEME.length()).strip())
        .orElseThrow(() -> unauthorized("this access key is not known"));
  }

  /// Takes the same time whether there is such a key or not.
  Optional<AccessKey> find(String text) {
    byte[] hash = AccessKey.hash(text);
    AccessKey found = null;
    for (AccessKey key : keys) {
      found = key.fits(hash) ? key : found;
    }
    return Optional.ofNullable(found);
  }

  /// The key a session was started with, unless it was taken away since.
  Optional<AccessKey> withId(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  /// Whether somebody of this name holds a key.
  boolean knows(String name) {
    return keys.stream().anyMatch(key -> key.name().equals(name));
  }

  private static ProblemException unauthorized(String detail) {
    return Problem.of(401, detail)
        .header("WWW-Authenticate", "Bearer realm=\"trueup\"")
        .exception();
  }
}
