package dev.warmline.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Trust;
import org.junit.jupiter.api.Test;

class SameAddressTest {
  private static final LeadId KNOWN = new LeadId("l-known");

  @Test
  void whoTypesAnAddressManyTimesKeepsNobodyOutWhoHasItFromAServer() {
    var full = typed(SameAddress.MOST);

    var more = full.with(new LeadId("l-late"), Trust.BROWSER);
    var known = full.with(KNOWN, Trust.SERVER);

    assertThat(more.leads()).isEqualTo(full.leads());
    assertThat(known.leads()).hasSize(SameAddress.MOST).containsEntry(KNOWN, Trust.SERVER);
  }

  @Test
  void aLeadIsKnownByWhoSetItsAddressLast() {
    var typed = typed(SameAddress.MOST);
    var one = typed.leads().firstKey();

    assertThat(typed.with(one, Trust.SERVER).leads())
        .hasSize(SameAddress.MOST)
        .containsEntry(one, Trust.SERVER);
  }

  private static SameAddress typed(int times) {
    var same = SameAddress.NOBODYS;
    for (var i = 0; i < times; i++) {
      same = same.with(new LeadId("l-" + i), Trust.BROWSER);
    }
    return same;
  }
}
