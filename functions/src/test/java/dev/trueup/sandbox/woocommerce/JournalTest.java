package dev.trueup.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path directory;

  @Test
  void comesBackAsItWas() {
    JsonNode before =
        with(client -> {
          client.put("/products/101", "{'inventory_delta':5,'tags':[{'name':'A & B'}]}");
          client.put("/products/103/variations/104", "{'manage_stock':false}");
          client.put("/products/106", "{'stock_quantity':0}");
          client.post(
              "/products", "{'name':'New','sku':'NEW','meta_data':[{'key':'a','value':1}]}");
          client.post("/products/batch", "{'delete':[102]}");
          client.control("{'remove':{'sku':'CHAIR-B'}}");
        });

    JsonNode after = with(_ -> {});

    assertThat(after).isEqualTo(before);
    assertThat(after.toString()).contains("\"NEW\"", "A &amp; B").doesNotContain("\"POSTER\"");
  }

  @Test
  void goesOnWithTheNextId() {
    with(client -> client.post("/products", "{'name':'New'}"));

    with(client ->
        assertThat(client.post("/products", "{'name':'Newer'}").body().path("id").asInt())
            .isEqualTo(110));
  }

  @Test
  void forgetsATornLastLine() throws IOException {
    with(client -> client.put("/products/101", "{'stock_quantity':7}"));
    Files.writeString(file(), "{\"saved\":{\"id\":101,\"na", StandardOpenOption.APPEND);

    with(client -> client.put("/products/102", "{'menu_order':1}"));
    JsonNode state = with(_ -> {});

    assertThat(state.at("/7/stock_quantity").asInt()).isEqualTo(7);
    assertThat(Files.readString(file())).doesNotContain("\"na{");
  }

  @Test
  void refusesTheChangesOfAnotherSeed() {
    with(client -> client.put("/products/101", "{'stock_quantity':7}"));

    assertThatThrownBy(
            () -> SimulatedWooCommerce.builder(TestingSeed.many(3)).data(directory).start())
        .hasMessageContaining("another seed");
  }

  /// Everything the shop shows after something was done to it.
  private JsonNode with(Consumer<TestingClient> doing) {
    try (SimulatedWooCommerce shop =
            SimulatedWooCommerce.builder(TestingSeed.products()).data(directory).start();
        TestingClient client = new TestingClient(shop)) {
      doing.accept(client);
      com.fasterxml.jackson.databind.node.ArrayNode all =
          com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
      String fields =
          "&_fields=id,name,sku,manage_stock,stock_quantity,stock_status,date_modified_gmt,"
              + "date_created_gmt,price,meta_data,status,parent_id";
      client.get("/variations?status=any" + fields).body().forEach(all::add);
      client.get("/products?orderby=id&order=desc" + fields + ",tags").body().forEach(all::add);
      return all;
    }
  }

  private Path file() {
    return directory.resolve(Journal.FILE);
  }
}
