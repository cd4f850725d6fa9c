package dev.trueup.web;

import org.jspecify.annotations.Nullable;

/// What surrounds a page.
///
/// @param here which entry of the sidebar it belongs to; empty for none
/// @param visitor null for somebody unknown
/// @param changing whether the page changes by itself, and is loaded anew where scripts are off
record Frame(String title, String here, @Nullable Visitor visitor, boolean changing) {
  /// Whether there is a sidebar: whoever comes by a link sees one review and nothing else.
  boolean sidebar() {
    return visitor != null && !visitor.byLink();
  }
}
