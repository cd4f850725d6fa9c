package dev.trueup.sandbox.woocommerce;

/// The context of an answer: reading gets `VIEW`, an answer to a write is `EDIT` and has
/// descriptions raw and some fields more.
enum View {
  VIEW,
  EDIT
}
