package dev.warmline.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.event.Trust;
import dev.warmline.score.Moment;
import dev.warmline.score.Points;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class QualificationTest {

  @Property
  void whatIsWrittenReadsBackEqual(
      @ForAll String says,
      @ForAll @LongRange(min = -9_999_999, max = 9_999_999) long milli,
      @ForAll Tier tier,
      @ForAll Trust trust,
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long at)
      throws Exception {
    var moment = new Moment(Instant.ofEpochMilli(at), "e-1", "rule", says, Points.ofMilli(milli));
    var written =
        new Qualification(
            EventJson.newObject().put("lead", says),
            EventJson.newObject().put("name", says),
            List.of(moment, moment),
            tier,
            7,
            Optional.of("inbound").filter(queue -> milli > 0),
            Optional.of(new Owner("kim", says)).filter(_ -> milli > 5),
            Optional.of(new SameAddress.Other(new LeadId("l-2"), trust, Optional.of("Ada")))
                .filter(_ -> milli < 0),
            ZoneId.of("Europe/Berlin"),
            beside(says, at, milli > 0));

    var text = Json.write(written.write());

    assertThat(Qualification.read(Json.read(text))).isEqualTo(written);
  }

  private static Beside beside(String says, long at, boolean isWhole) {
    var when = Instant.ofEpochMilli(at);
    var said = Optional.of(says).filter(_ -> isWhole);
    var reply = Optional.of(new Beside.Reply(says, says, said)).filter(_ -> isWhole);
    var back = new Beside.GaveBack("returned", says, when, says, said, reply);
    var other =
        new Beside.Colleague(new LeadId("l-3"), said, Stage.SAL, said.map(it -> new Owner(it, it)));
    return new Beside(
        Optional.of(when),
        Optional.of(new Beside.Introduction(new Owner("mia", says), said)),
        Optional.of(back),
        isWhole ? List.of(other, other) : List.of(),
        isWhole ? 7 : 0);
  }
}
