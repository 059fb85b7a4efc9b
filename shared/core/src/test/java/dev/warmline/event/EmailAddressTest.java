package dev.warmline.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "kim@corp.example",
        "KIM@Corp.Example",
        " kim@corp.example",
        "kim@corp.example\t",
        "kim@corp.example\r\n",
        "\u00a0kim@corp.example\u2003",
        "\ufeffkim@corp.example\u200b",
        "<kim@corp.example>",
        "kim@corp.example>",
        "kim@corp.example.",
        " <kim@corp.example.> "
      })
  void blanksBracketsAFinalDotAndTheCaseMakeNoDifference(String written) {
    assertThat(EmailAddress.parse(written)).contains(new EmailAddress("kim", "corp.example"));
  }

  @ParameterizedTest
  @CsvSource({
    "KIM@MÜNCHEN.EXAMPLE, kim@xn--mnchen-3ya.example",
    "kim@xn--mnchen-3ya.example, kim@xn--mnchen-3ya.example",
    "kim@XN--MNCHEN-3YA.example, kim@xn--mnchen-3ya.example",
    "jörg+news@例子.example, jörg+news@xn--fsqu00a.example",
    "o'neil@corp.newtopleveldomain, o'neil@corp.newtopleveldomain"
  })
  void anInternationalDomainIsInAsciiAndTheTopLevelDomainMayBeAny(String written, String form) {
    assertThat(EmailAddress.parse(written).orElseThrow()).hasToString(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "none",
        "n/a",
        "-",
        "asdf",
        "x@",
        "@x",
        "@",
        "jane@localhost",
        "jane@corp",
        "a b@corp.example",
        "jane@cor p.example",
        "jane@-corp.example",
        "jane@corp..example",
        ".jane@corp.example",
        "jane.@corp.example",
        "jane@corp.example,bob@corp.example",
        "jane@a@corp.example",
        "jane@[127.0.0.1]",
        "jane@127.0.0.1",
        "Jane <jane@corp.example>",
        "jane(home)@corp.example",
        "@a:jane@corp.example",
        "mailto:jane@corp.example",
        "jane@corp_1.example"
      })
  void whatIsNoAddressBySyntaxIsNone(String written) {
    assertThat(EmailAddress.parse(written)).isEmpty();
  }
}
