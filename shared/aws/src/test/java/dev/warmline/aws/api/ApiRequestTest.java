package dev.warmline.aws.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ApiRequestTest {

  @Test
  void routesOnTheProxyPathAndRemembersWhatStoodBefore() throws IOException {
    var request =
        read(
            "{'httpMethod':'post','path':'/base/v1/batch/','pathParameters':{'proxy':'v1/batch/'},"
                + "'requestContext':{'path':'/base/v1/batch/','domainName':'api.example',"
                + "'identity':{'sourceIp':'203.0.113.7','x':{}}},'extra':[{'a':1}]}");

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/v1/batch");
    assertThat(request.prefix()).isEqualTo("/base");
    assertThat(request.host()).isEqualTo("api.example");
    assertThat(request.scheme()).isEqualTo("https");
  }

  @Test
  void headersAreFoundInAnyCaseWithEitherMap() throws IOException {
    var request =
        read(
            "{'headers':{'HOST':'127.0.0.1:5000','X-A':'1'},'multiValueHeaders':{'x-a':['2','3']},"
                + "'queryStringParameters':{'writeKey':'k'},'requestContext':{'domainName':'127.0.0.1'}}");

    assertThat(request.header("x-a")).contains("2");
    assertThat(request.query("writeKey")).contains("k");
    assertThat(request.query("writekey")).isEmpty();
    assertThat(request.host()).isEqualTo("127.0.0.1:5000");
    assertThat(request.scheme()).isEqualTo("http");
  }

  @Test
  void aHostThatIsNotOursIsNotRepeated() throws IOException {
    var request =
        read("{'headers':{'Host':'evil.example'},'requestContext':{'domainName':'api.example'}}");

    assertThat(request.host()).isEqualTo("api.example");
  }

  @Test
  void bodiesAreBytes() throws IOException {
    assertThat(read("{'body':'AP8=','isBase64Encoded':true}").body()).containsExactly(0, 0xFF);
    assertThat(read("{'body':'{}','isBase64Encoded':false}").body())
        .asString(UTF_8)
        .isEqualTo("{}");
    assertThat(read("{'body':null,'headers':null,'path':null}").body()).isEmpty();
  }

  @Test
  void whatIsNoProxyEventIsRefused() {
    assertThatThrownBy(() -> read("[]")).isInstanceOf(IOException.class);
  }

  @Test
  void answersAreWrittenAsTheIntegrationExpectsThem() throws IOException {
    var out = new ByteArrayOutputStream();

    ApiResponse.bytes(200, "image/gif", "R0lG").with("Cache-Control", "no-store").write(out);

    assertThat(out.toString(UTF_8))
        .isEqualTo(
            "{\"statusCode\":200,\"headers\":{\"Content-Type\":\"image/gif\","
                + "\"Cache-Control\":\"no-store\"},\"body\":\"R0lG\",\"isBase64Encoded\":true}");
  }

  private static ApiRequest read(String event) throws IOException {
    return ApiRequest.read(new ByteArrayInputStream(event.replace('\'', '"').getBytes(UTF_8)));
  }
}
