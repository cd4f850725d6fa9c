package dev.trueup.store.export;

import dev.trueup.catalog.Platform;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// A product export of either platform, told apart by its column names.
///
/// @param name the file's name
/// @param products in the order of the file
/// @param rejected rows that cannot be understood, a sentence each
public record ExportFile(
    String name, Platform platform, List<ExportedProduct> products, List<String> rejected) {
  public ExportFile {
    products = List.copyOf(products);
    rejected = List.copyOf(rejected);
  }

  /// Reads a UTF-8 file.
  ///
  /// @throws ExportException when it cannot be read, or is not a product export
  public static ExportFile read(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      return parse(name, Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new ExportException("there is no file " + file, e);
    } catch (CharacterCodingException e) {
      throw new ExportException(
          name + " is not UTF-8 text: export it again, or save it as 'CSV UTF-8'", e);
    } catch (IOException e) {
      throw new ExportException(name + " cannot be read: " + e.getMessage(), e);
    }
  }

  /// Reads the text of a file.
  ///
  /// @param name how messages call it
  /// @throws ExportException when it is not a product export
  public static ExportFile parse(String name, String text) {
    CsvTable table = CsvTable.parse(name, text);
    CsvHeader header = table.header();
    if (header.has(ShopifyColumn.HANDLE) && header.has(ShopifyColumn.TITLE)) {
      require(table, ShopifyColumn.values(), ShopifyExport.DESCRIPTION);
      return new ShopifyExport(table).read();
    }
    if (header.has(WooCommerceColumn.TYPE) && header.has(WooCommerceColumn.NAME)) {
      require(table, WooCommerceColumn.values(), WooCommerceExport.DESCRIPTION);
      return new WooCommerceExport(table).read();
    }
    throw new ExportException(
        "%s is not a product export: for WooCommerce's it lacks the columns %s; for Shopify's %s"
            .formatted(
                name,
                String.join(", ", header.missing(WooCommerceColumn.values())),
                String.join(", ", header.missing(ShopifyColumn.values()))));
  }

  private static void require(CsvTable table, ExportColumn[] columns, String description) {
    List<String> missing = table.header().missing(columns);
    if (!missing.isEmpty()) {
      throw new ExportException(
          "%s lacks the column%s %s: expected is %s"
              .formatted(
                  table.file(),
                  missing.size() == 1 ? "" : "s",
                  String.join(", ", missing),
                  description));
    }
  }
}
