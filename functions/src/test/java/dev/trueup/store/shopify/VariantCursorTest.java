package dev.trueup.store.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class VariantCursorTest {

  private static JsonNode page(boolean more, long... variants) throws JsonProcessingException {
    var nodes = new StringBuilder();
    for (long variant : variants) {
      nodes.append(nodes.isEmpty() ? "" : ",");
      nodes.append("{\"id\":\"gid://shopify/ProductVariant/").append(variant).append("\"}");
    }
    return new ObjectMapper()
        .readTree(
            "{\"nodes\":[%s],\"pageInfo\":{\"hasNextPage\":%s,\"endCursor\":\"end\"}}"
                .formatted(nodes, more));
  }

  @Test
  void startsWithTheWholeList() {
    assertThat(VariantCursor.START.variables()).isEqualTo(Map.of("first", 250));
  }

  @Test
  void goesOnBehindTheLastPage() throws JsonProcessingException {
    var next = VariantCursor.START.next(page(true, 7, 9)).orElseThrow();

    assertThat(next).isEqualTo(new VariantCursor(0, 2, "end"));
    assertThat(next.variables()).isEqualTo(Map.of("first", 250, "after", "end"));
    assertThat(VariantCursor.parse(next.toString())).isEqualTo(next);
  }

  @Test
  void startsANewListBeforeTheLimit() throws JsonProcessingException {
    var last = new VariantCursor(0, 24_749, "end");

    var next = last.next(page(true, 7, 9)).orElseThrow();

    assertThat(next).isEqualTo(new VariantCursor(9, 0, ""));
    assertThat(next.variables()).isEqualTo(Map.of("first", 250, "query", "id:>9"));
    assertThat(VariantCursor.parse(next.toString())).isEqualTo(next);
  }

  @Test
  void endsWithTheLastPage() throws JsonProcessingException {
    assertThat(VariantCursor.START.next(page(false, 7))).isEmpty();
    assertThat(VariantCursor.START.next(page(false))).isEmpty();
  }

  @Test
  void noticesWhenTheFilterIsIgnored() throws JsonProcessingException {
    var page = page(true, 3, 12);

    assertThatIllegalArgumentException().isThrownBy(() -> new VariantCursor(9, 0, "").next(page));
  }
}
