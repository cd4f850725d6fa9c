package dev.trueup.plan;

import org.jspecify.annotations.Nullable;

/// How a quantity of the source becomes one of the destination: first the buffer, then the floor,
/// then the cap.
///
/// @param buffer units held back; it never makes a quantity negative
/// @param floor the least that is written, or null
/// @param cap the most that is written, or null
/// @param autoStatus whether the stock status follows from the quantity: out of stock at 0
public record Stock(long buffer, @Nullable Long floor, @Nullable Long cap, boolean autoStatus) {
  public static final Stock AS_IT_IS = new Stock(0, null, null, true);

  public Stock {
    if (buffer < 0) {
      throw new IllegalArgumentException(
          "stock.buffer is the number of units held back, 0 or more");
    }
    if (floor != null && cap != null && floor > cap) {
      throw new IllegalArgumentException("stock.floor is higher than stock.cap");
    }
  }

  public long of(long quantity) {
    long held = buffer == 0 ? quantity : Math.max(quantity - buffer, Math.min(quantity, 0));
    long raised = floor == null ? held : Math.max(held, floor);
    return cap == null ? raised : Math.min(raised, cap);
  }
}
