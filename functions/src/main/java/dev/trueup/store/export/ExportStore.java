package dev.trueup.store.export;

import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.Platform;
import dev.trueup.catalog.Resource;
import dev.trueup.store.Connection;
import dev.trueup.store.Scope;
import dev.trueup.store.Store;
import dev.trueup.store.StoreException;
import dev.trueup.store.StoreException.Kind;
import dev.trueup.store.StoreRecords;
import java.nio.file.Path;
import java.util.List;

/// A shop as it was when somebody exported its products: compared without credentials, never
/// written. Of the resources it has the inventory.
public final class ExportStore implements Store {
  private final ExportFile file;

  ExportStore(ExportFile file) {
    this.file = file;
  }

  /// Reads the whole file now; its platform follows from its columns.
  ///
  /// @throws ExportException when it cannot be read, or is not a product export
  public static ExportStore open(Path file) {
    return new ExportStore(ExportFile.read(file));
  }

  @Override
  public Platform platform() {
    return file.platform();
  }

  /// The name of the file.
  @Override
  public String identity() {
    return file.name();
  }

  /// An export tells neither currency nor time zone: they are empty. The rows that cannot be
  /// understood are the warnings.
  @Override
  public Connection connect() {
    return new Connection(
        identity(),
        file.name(),
        platform().displayName() + " product export",
        "",
        "",
        "",
        List.of(),
        List.of(),
        file.rejected());
  }

  @Override
  public StoreRecords records(Resource resource, Scope scope) {
    if (!resource.name().equals(Inventory.RESOURCE.name())) {
      throw rejected("has no " + resource.name() + ", only inventory");
    }
    if (!scope.countedLocations().isEmpty() || !scope.writtenLocation().isEmpty()) {
      throw rejected("does not tell locations apart: leave out the 'locations' policy");
    }
    return new ExportInventory(file);
  }

  private StoreException rejected(String why) {
    return new StoreException(
        platform(), Kind.REJECTED, "the product export " + file.name() + " " + why);
  }
}
