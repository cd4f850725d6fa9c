package dev.trueup.plan;

import java.util.List;

/// How a run decides. Every part has a default, so that an empty request is a safe one.
///
/// @param fields the fields that are compared and written; empty for all
public record Policies(
    ConflictStrategy conflictStrategy,
    MissingInDestination missingInDestination,
    MissingInSource missingInSource,
    Stock stock,
    List<String> fields,
    Filter filter,
    Locations locations,
    ApprovalPolicy approval,
    Limits guards) {
  public static final Policies DEFAULTS =
      new Policies(
          ConflictStrategy.SOURCE_WINS,
          MissingInDestination.REPORT,
          MissingInSource.REPORT,
          Stock.AS_IT_IS,
          List.of(),
          Filter.ALL,
          Locations.DEFAULT,
          ApprovalPolicy.REQUIRED,
          Limits.DEFAULTS);

  public Policies {
    fields = List.copyOf(fields);
  }

  public Policies withApproval(ApprovalPolicy other) {
    return new Policies(
        conflictStrategy,
        missingInDestination,
        missingInSource,
        stock,
        fields,
        filter,
        locations,
        other,
        guards);
  }

  /// The same without anything that turns values of the source into others.
  Policies asItIs() {
    return new Policies(
        ConflictStrategy.SOURCE_WINS,
        missingInDestination,
        missingInSource,
        Stock.AS_IT_IS,
        List.of(),
        filter,
        locations,
        approval,
        guards);
  }

  public Policies withFilter(Filter other) {
    return new Policies(
        conflictStrategy,
        missingInDestination,
        missingInSource,
        stock,
        fields,
        other,
        locations,
        approval,
        guards);
  }

  /// Who wins where both stores have a value.
  public enum ConflictStrategy {
    SOURCE_WINS,
    /// The reviewer picks per field.
    CHOOSE,
    /// Union of lists, a non-empty value over an empty one, the source otherwise.
    MERGE
  }

  /// What the source has and the destination has not.
  public enum MissingInDestination {
    REPORT,
    CREATE,
    IGNORE
  }

  /// What the destination has and the source has not. Nothing is ever deleted.
  public enum MissingInSource {
    REPORT,
    ZERO,
    UNPUBLISH,
    IGNORE
  }

  /// The Shopify locations that count, by name or id.
  ///
  /// @param counted empty for all active ones
  /// @param written empty when the store has only one
  public record Locations(List<String> counted, String written) {
    public static final Locations DEFAULT = new Locations(List.of(), "");

    public Locations {
      counted = List.copyOf(counted);
    }
  }

  /// @param atMost how many changes an automatic approval may carry
  public record ApprovalPolicy(Mode mode, int atMost) {
    public static final ApprovalPolicy REQUIRED = new ApprovalPolicy(Mode.REQUIRED, 100);

    public ApprovalPolicy {
      if (atMost < 1) {
        throw new IllegalArgumentException("approval.atMost is at least 1");
      }
    }

    public enum Mode {
      REQUIRED,
      /// No guard tripped, updates only, at most [#atMost] of them; a person is asked otherwise.
      AUTO_IF_SAFE
    }
  }
}
