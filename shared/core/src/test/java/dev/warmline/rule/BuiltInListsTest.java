package dev.warmline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInListsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gmail.com",
        "googlemail.com",
        "yahoo.co.uk",
        "live.com",
        "aol.com",
        "t-online.de",
        "pm.me",
        "me.com",
        "msn.com",
        "mail.ru",
        "163.com",
        "gmx.at",
        "hotmail.fr",
        "outlook.de",
        "web.de",
        "orange.fr",
        "libero.it",
        "proton.me",
        "tutanota.com",
        "qq.com",
        "naver.com",
        "icloud.com"
      })
  void whoeverGivesMailboxesAwayIsInTheList(String domain) {
    assertThat(domains()).contains(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alibaba.com",
        "facebook.com",
        "example.com",
        "test.com",
        "corp.example",
        "google.com"
      })
  void companiesAreNot(String domain) {
    assertThat(domains()).doesNotContain(domain);
  }

  @Test
  void everyEntryIsADomainInLowerCase() {
    assertThat(domains())
        .hasSizeGreaterThan(400)
        .allMatch(one -> one.matches("[a-z0-9.-]+\\.[a-z]+"));
  }

  @Test
  void aModelNamesItWithoutDefiningItExtendsItOrPutsItsOwnInItsPlace() throws IOException {
    assertThat(matches("", "jane@gmx.de")).isTrue();
    assertThat(matches("", "jane@campus.example")).isFalse();
    var extended = ",'lists':{'free-mail':[{'list':'free-mail'},'campus.example']}";
    assertThat(matches(extended, "jane@gmx.de")).isTrue();
    assertThat(matches(extended, "jane@campus.example")).isTrue();
    var own = ",'lists':{'free-mail':['campus.example']}";
    assertThat(matches(own, "jane@gmx.de")).isFalse();
    assertThat(matches(own, "jane@campus.example")).isTrue();
  }

  private static List<String> domains() {
    return BuiltInLists.find(BuiltInLists.FREE_MAIL).orElseThrow().stream()
        .map(JsonNode::textValue)
        .toList();
  }

  private static boolean matches(String lists, String address) throws IOException {
    var model =
        """
        {'name':'m','scores':{'s':{'rules':[{'id':'r','points':1,
         'when':{'type':['identify'],'traits':{'emailDomain':[{'list':'free-mail'}]}}}]}}%s}
        """
            .formatted(lists);
    var event =
        """
        {'id':'1','type':'identify','occurredAt':'2026-03-01T00:00:00Z','userId':'u','traits':{'email':'%s'}}
        """
            .formatted(address);
    return Model.of((ObjectNode) Json.read(model.replace('\'', '"')), 1)
            .matching(EventJson.parse(event.replace('\'', '"')))
            .orElseThrow()
            .length
        > 0;
  }
}
