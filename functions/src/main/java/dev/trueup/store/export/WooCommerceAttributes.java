package dev.trueup.store.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The numbered attribute columns of a WooCommerce export, in English, German, French or Spanish.
record WooCommerceAttributes(List<Columns> columns) {
  record Columns(int name, int values) {}

  WooCommerceAttributes {
    columns = List.copyOf(columns);
  }

  static WooCommerceAttributes of(CsvHeader header) {
    List<Columns> columns = new ArrayList<>();
    for (int n = 1; columns.size() == n - 1; n++) {
      Optional<Integer> values =
          header.position(
              "Attribute " + n + " value(s)",
              "Attribut " + n + " Wert(e)",
              "Valeur(s) de l'attribut " + n,
              "Valor(es) del atributo " + n);
      header
          .position(
              "Attribute " + n + " name",
              "Attribut " + n + " Name",
              "Nom de l'attribut " + n,
              "Nombre del atributo " + n)
          .flatMap(name -> values.map(value -> new Columns(name, value)))
          .ifPresent(columns::add);
    }
    return new WooCommerceAttributes(columns);
  }

  /// The value of each attribute of a variation; one that stands for any value is left out.
  Map<String, String> of(CsvRow row) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Columns column : columns) {
      String value = row.text(column.values());
      if (!value.isEmpty()) {
        values.put(row.text(column.name()), String.join(", ", CellList.escaped(value)));
      }
    }
    return values;
  }
}
