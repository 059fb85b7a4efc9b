package dev.warmline.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** What {@code infra/up --demo} plays. */
class DemoIT {

  @Test
  void aVisitorBecomesAnAlertAndThenBothTeamsWorkUnderTheirClocks() throws Exception {
    var said = new ByteArrayOutputStream();
    try (var stack = RunningStack.inMemory()) {
      var demo = new Demo(stack.address(), new PrintStream(said, true, UTF_8));

      assertThat(demo.play()).as(said.toString(UTF_8)).isZero();
    }
    assertThat(said.toString(UTF_8))
        .containsOnlyOnce("sales got this e-mail")
        .contains("Subject: New MQL: Jane Miller (Northwind Motors)")
        .contains("accepts her: SAL", "  sales:     make contact by")
        .contains("Recycled", "  marketing: answer by", " to role:marketing: Returned: Omar")
        .contains(" lee: Overdue: Ines Costa", ": Answered: Omar Haddad")
        .contains("lee, who leads, gives her to", "wins him: 12 000 EUR: Customer");
  }
}
