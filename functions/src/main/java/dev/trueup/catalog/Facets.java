package dev.trueup.catalog;

import java.util.List;

/// What a run can be narrowed by besides ids and SKUs; read only when a filter asks for it.
public record Facets(List<String> categories, List<String> tags, String status) {
  public static final Facets NONE = new Facets(List.of(), List.of(), "");

  public Facets {
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
  }
}
