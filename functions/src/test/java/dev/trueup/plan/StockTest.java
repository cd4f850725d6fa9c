package dev.trueup.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StockTest {
  @ParameterizedTest
  @CsvSource({
    // quantity, buffer, floor, cap, expected
    "10, 0,   ,   , 10",
    "10, 3,   ,   , 7",
    "2,  3,   ,   , 0",
    "-2, 3,   ,   , -2",
    "-2, 0, 0 ,   , 0",
    "10, 0,   , 5 , 5",
    "10, 3, 8 ,   , 8",
    "10, 3, 0 , 6 , 6",
  })
  void holdsBackThenRaisesThenCaps(long quantity, long buffer, Long floor, Long cap, long result) {
    assertThat(new Stock(buffer, floor, cap, true).of(quantity)).isEqualTo(result);
  }

  @Test
  void refusesAFloorAboveTheCap() {
    assertThatThrownBy(() -> new Stock(0, 5L, 4L, true)).hasMessageContaining("stock.floor");
  }

  @Test
  void refusesANegativeBuffer() {
    assertThatThrownBy(() -> new Stock(-1, null, null, true)).hasMessageContaining("stock.buffer");
  }
}
