package dev.trueup.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs the benchmarks named by the arguments, or all of them. Each figure is a line `NAME VALUE
/// TARGET ok|short`.
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    Map<String, Benchmark> all = new LinkedHashMap<>();
    all.put("shopify-apply", new ShopifyApply());
    all.put("shopify-read", new ShopifyRead());
    all.put("woocommerce-apply", new WooCommerceApply());
    List<String> wanted = args.length == 0 ? List.copyOf(all.keySet()) : List.of(args);
    for (String name : wanted) {
      Benchmark benchmark = all.get(name);
      if (benchmark == null) {
        throw new IllegalArgumentException(name + " is none of " + String.join(", ", all.keySet()));
      }
      benchmark.run(System.out::println);
    }
  }
}
