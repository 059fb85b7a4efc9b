package dev.warmline.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "NULL",
        "'null'",
        "\"null\"",
        "“null”",
        "(null)",
        "<nil>",
        "undefined",
        "true",
        "False",
        "0",
        "0.0",
        "-0",
        "-1",
        "none",
        "None",
        "unknown",
        "Guest",
        "anonymous",
        "not_authenticated",
        "id",
        "email",
        "distinct_id",
        "userId",
        "N/A",
        "NaN",
        "[object Object]",
        "\"[object Object]\"",
        "-",
        "{}",
        "?",
        "00000000-0000-0000-0000-000000000000",
        "{00000000-0000-0000-0000-000000000000}",
        "{{user.id}}",
        "${userId}",
        "*|EMAIL|*",
        "\u200bnull\u00a0"
      })
  void anIdThatClientsSendWhereTheyHaveNoneNamesNobody(String id) {
    assertThat(Profile.user(id)).isEmpty();
    assertThat(Profile.anonymous(id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "-2", "10", "u-0", "nullius", "test", "user", "na", "Ида", "李雷", "id1"})
  void whatMayBeSomebodysIdIsTaken(String id) {
    assertThat(Profile.user(" " + id + " ")).contains(new Profile(Profile.Kind.USER, id));
  }

  @ParameterizedTest
  @CsvSource({
    "+49 (0)30 123-45 67, +49301234567",
    "0049 30 1234567, +49301234567",
    "030 / 123 45 67, 0301234567",
    "+1 (555) 010-0200, +15550100200"
  })
  void aPhoneNumberIsItsDigitsWithAPlusWhereTheCountryIsNamed(String written, String number) {
    assertThat(Profile.phone(written)).contains(new Profile(Profile.Kind.PHONE, number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none", "call me", "12", "000000000", "1234567890123456", "12+34567"})
  void whatIsNoPhoneNumberNamesNobody(String written) {
    assertThat(Profile.phone(written)).isEmpty();
  }

  @Test
  void aProfileIsReadAsItIsWritten() {
    for (var profile :
        new String[] {"user:u-7", "email:a@b.example", "phone:+493012345", "anonymous:8f2c"}) {
      assertThat(Profile.parse(profile).orElseThrow()).hasToString(profile);
    }
    assertThat(Profile.parse("email:none")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'identify','userId':'u','anonymousId':'d'} | user:u",
        "{'type':'identify','userId':'d','anonymousId':'d'} | anonymous:d",
        "{'type':'identify','anonymousId':'d','traits':{'email':'<A@B.example>'}} |"
            + " email:a@b.example",
        "{'type':'identify','anonymousId':'d','traits':{'email':'none','phone':'+49 30 12345'}} |"
            + " phone:+493012345",
        "{'type':'identify','anonymousId':'d','traits':{'email':'x@','phone':'no'}} | anonymous:d",
        "{'type':'email','email':'a@b.example'} | email:a@b.example",
        "{'type':'track','anonymousId':'d','email':'a@b.example'} | email:a@b.example",
        "{'type':'track','anonymousId':'d','context':{'traits':{'email':'a@b.example'}}} |"
            + " anonymous:d",
        "{'type':'group','anonymousId':'d','traits':{'email':'info@b.example','phone':'+1 555"
            + " 0100'}} | anonymous:d"
      })
  void anEventIsOfItsUserElseItsAddressElseItsPhoneElseItsDevice(String json, String profile)
      throws JsonProcessingException {
    assertThat(EventJson.profileOf(Json.read(json.replace('\'', '"'))).orElseThrow())
        .hasToString(profile);
  }

  @Test
  void aGroupCallWithNothingButAnAddressNamesNobody() throws JsonProcessingException {
    var call =
        Json.read(
            "{\"type\":\"group\",\"email\":\"a@b.example\",\"traits\":{\"email\":\"a@b.example\"}}");

    assertThat(EventJson.profileOf(call)).isEmpty();
  }
}
