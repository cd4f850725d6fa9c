package dev.trueup.store.export;

import java.util.List;

/// The columns of WooCommerce's product export that matter here. The headers are translated into
/// the language of whoever exports: English, then German, French and Spanish as those versions
/// write them. Source: WC_Product_CSV_Exporter::get_default_column_names and exports in the wild.
enum WooCommerceColumn implements ExportColumn {
  ID(true, "ID"),
  TYPE(true, "Type", "Typ", "Tipo"),
  SKU(true, "SKU", "Artikelnummer", "UGS"),
  BARCODE(
      false,
      "GTIN, UPC, EAN, or ISBN",
      "GTIN, UPC, EAN oder ISBN",
      "GTIN, UPC, EAN ou ISBN",
      "GTIN, UPC, EAN o ISBN"),
  NAME(true, "Name", "Nom", "Nombre"),
  PUBLISHED(false, "Published", "Veröffentlicht", "Publié", "Publicado"),
  DESCRIPTION(false, "Description", "Beschreibung", "Descripción"),
  IN_STOCK(true, "In stock?", "Vorrätig?", "En stock ?", "¿Existencias?"),
  STOCK(true, "Stock", "Lager", "Bestand", "Inventario"),
  BACKORDERS(
      false,
      "Backorders allowed?",
      "Lieferrückstande erlaubt?",
      "Rückstände erlaubt?",
      "Autoriser les commandes de produits en rupture ?",
      "¿Permitir reservas de productos agotados?"),
  WEIGHT_KG(false, "Weight (kg)", "Gewicht (kg)", "Poids (kg)", "Peso (kg)"),
  WEIGHT_G(false, "Weight (g)", "Gewicht (g)", "Poids (g)", "Peso (g)"),
  WEIGHT_LBS(false, "Weight (lbs)", "Gewicht (lbs)", "Poids (lbs)", "Peso (lbs)"),
  WEIGHT_OZ(false, "Weight (oz)", "Gewicht (oz)", "Poids (oz)", "Peso (oz)"),
  SALE_PRICE(false, "Sale price", "Angebotspreis", "Tarif promo", "Precio rebajado"),
  REGULAR_PRICE(false, "Regular price", "Regulärer Preis", "Tarif régulier", "Precio normal"),
  CATEGORIES(false, "Categories", "Kategorien", "Catégories", "Categorías"),
  TAGS(false, "Tags", "Schlagwörter", "Étiquettes", "Etiquetas"),
  PARENT(true, "Parent", "Übergeordnetes Produkt", "Superior");

  private final boolean required;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> headers;

  WooCommerceColumn(boolean required, String... headers) {
    this.required = required;
    this.headers = List.of(headers);
  }

  @Override
  public List<String> headers() {
    return headers;
  }

  @Override
  public boolean required() {
    return required;
  }

  @Override
  public String expected() {
    return headers.getFirst();
  }
}
