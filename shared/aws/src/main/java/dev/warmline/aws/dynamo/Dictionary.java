package dev.warmline.aws.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What most events have in common, given to the deflater beforehand. A published dictionary never
 * changes: items deflated with it would become unreadable. The commonest text stands last.
 */
enum Dictionary {
  FIRST(
      1,
      """
      "company":"industry":"employees":"country":"jobTitle":"firstName":"lastName":"phone":\
      "role":"newsletter":"label":"category":"value":"revenue":"currency":"product":\
      "Form Submitted""form":"email":"subject":"link":"Webinar Registered""Webinar Attended"\
      "Email Opened""Email Clicked""Content Downloaded""Demo Requested""verdict":"outcome"\
      "adjustment":{"points":"note":"author":"reason":"bot":true,"android":"ios":"device":{\
      "manufacturer":"model":"screen":{"width":"height":"density":1,"innerWidth":"innerHeight":\
      "os":{"name":"version":"network":{"carrier":"sessionId":"sessionStart":true,\
      "app":{"name":"namespace":"build":"installType":"cdn","initial_referrer":"$direct",\
      "initial_referring_domain":"tab_url":"referring_domain":"\
      "library":{"name":"RudderLabs JavaScript SDK","version":"\
      "library":{"name":"analytics-java","version":"\
      "library":{"name":"@segment/analytics-node","version":"\
      "userAgent":"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 \
      (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"\
      "userAgent":"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 \
      (KHTML, like Gecko) Version/18.0 Safari/605.1.15"\
      "userAgent":"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 \
      Firefox/140.0"\
      "userAgent":"Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) \
      Chrome/140.0.0.0 Mobile Safari/537.36 Edg/140.0.0.0"\
      "scores":{"engagement":{"points":"band":"lines":[{"rule":"hits":"says":\
      "fit":{"points":"grade":"A","interests":["segments":["leadSource":{"first":"organic",\
      "last":"paid"},"qualifies":{"enter":true,"exit":false,"prospect":true,"missing":[]\
      "standing":{"since":"2026-","why":"engagement ","cycles":1,"entries":2,"announcement":{\
      "at":"2026-","by":"evidence"},"deadlines":{"acceptBy":"2026-","notWorked":"2026-\
      "unverified":{"until":"2026-","more":0,"verified":{"until":"2026-","checkpoint":{"mark":\
      "given":[],"shown":[],"touches":[["direct","fast":[],"excluded":null},"evidence":{\
      "newest":"2026-","by":"fresh","fresh":"2026-",\
      "asOf":"model":{"name":"nextChange":"latestHit":"traits":{"email":"\
      "utm_source":"utm_medium":"utm_campaign":"google""cpc""linkedin""newsletter"\
      "campaign":{"source":"medium":"name":"term":"content":"timezone":"Europe/Berlin"\
      "timezone":"America/New_York""timezone":"UTC","locale":"en-US","locale":"en-GB"\
      "properties":{"path":"/pricing","referrer":"https://www.google.com/","search":"?utm_source=\
      ","title":"Pricing","url":"https://www.example.com/pricing"},"name":"Pricing",\
      "context":{"page":{"path":"/","referrer":"","search":"","title":"","url":"https://www."},\
      "userAgent":"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 \
      (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",\
      "userAgentData":{"brands":[{"brand":"Not:A-Brand","version":"8"},{"brand":"Chromium",\
      "version":"140"},{"brand":"Google Chrome","version":"140"}],"mobile":false,"platform":\
      "Windows"},"macOS""Linux"},"library":{"name":"analytics.js","version":"npm:next-1.84.3"},\
      "integrations":{"consent":{"categoryPreferences":{"type":"screen","type":"identify",\
      "type":"track","event":"type":"page","messageId":"ajs-next-"occurredAt":"2026-\
      ","receivedAt":"2026-"profile":"email:"profile":"user:"profile":"anonymous:\
      "source":"website","trust":"server","trust":"browser","userId":"anonymousId":"\
      {"id":"ajs-next-17\
      """);

  private final int number;
  private final String text;

  Dictionary(int number, String text) {
    this.number = number;
    this.text = text;
  }

  int number() {
    return number;
  }

  byte[] bytes() {
    return text.getBytes(UTF_8);
  }

  static Dictionary newest() {
    return FIRST;
  }

  static Dictionary numbered(int number) {
    for (var dictionary : values()) {
      if (dictionary.number == number) {
        return dictionary;
      }
    }
    throw new MalformedItem("a body was packed with dictionary " + number + ", unknown here");
  }
}
