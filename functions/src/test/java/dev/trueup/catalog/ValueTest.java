package dev.trueup.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class ValueTest {
  @Test
  void ignoresTrailingZerosOfAnAmount() {
    assertThat(Value.of(new BigDecimal("12.50"))).isEqualTo(Value.of(new BigDecimal("12.5")));
    assertThat(Value.of(new BigDecimal("0.00"))).isEqualTo(Value.of(BigDecimal.ZERO));
    assertThat(Value.of(new BigDecimal("1E+3"))).hasToString("1000");
  }

  @Test
  void spellsEachValueInItsOwnWay() {
    assertThat(Value.absent().canonical()).isEqualTo("-");
    assertThat(Value.of(3).canonical()).isEqualTo("w3");
    assertThat(Value.of("3").canonical()).isEqualTo("t1:3");
    assertThat(Value.of(new BigDecimal("3.10")).canonical()).isEqualTo("a3.1");
    assertThat(Value.of(true).canonical()).isEqualTo("f1");
    assertThat(new Value.Items(List.of(Value.of("a"), Value.of(1))).canonical())
        .isEqualTo("l2[t1:a,w1]");
  }

  @Property
  void spellsNoTwoListsOfTextsAlike(@ForAll List<String> one, @ForAll List<String> other) {
    assertThat(items(one).canonical().equals(items(other).canonical()))
        .isEqualTo(one.equals(other));
  }

  private static Value items(List<String> texts) {
    return new Value.Items(texts.stream().map(Value::of).toList());
  }
}
