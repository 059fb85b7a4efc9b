package dev.warmline.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CompanyTest {
  private static final Predicate<String> FREE = "gmail.com"::equals;

  @Test
  void aGroupTellsTheCompanyBeforeTheDomainDoes() {
    assertThat(Company.of(Optional.of("acme"), Optional.of("corp.example"), FREE))
        .isEqualTo(Company.of(Optional.of(" acme "), Optional.of("gmail.com"), FREE))
        .isPresent();
    assertThat(Company.of(Optional.of(" "), Optional.of("Corp.Example"), FREE))
        .isEqualTo(Company.of(Optional.empty(), Optional.of("corp.example"), FREE))
        .isPresent();
  }

  @Test
  void aProviderOfMailForEverybodyIsNobodysCompany() {
    assertThat(Company.of(Optional.empty(), Optional.of("GMAIL.com"), FREE)).isEmpty();
    assertThat(Company.of(Optional.empty(), Optional.empty(), FREE)).isEmpty();
  }

  @Test
  void aGroupThatIsCalledLikeADomainIsAnotherCompany() {
    assertThat(Company.of(Optional.of("corp.example"), Optional.empty(), FREE))
        .isNotEqualTo(Company.of(Optional.empty(), Optional.of("corp.example"), FREE));
  }
}
