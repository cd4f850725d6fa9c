/// The ledger in DynamoDB: one table, many small changes packed into few items. Imports the port
/// (`run`), what it carries, `json` and the AWS SDK.
@org.jspecify.annotations.NullMarked
package dev.trueup.ledger;
