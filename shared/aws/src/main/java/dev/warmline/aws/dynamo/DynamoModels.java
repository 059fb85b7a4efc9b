package dev.warmline.aws.dynamo;

import dev.warmline.aws.runtime.Causes;
import dev.warmline.aws.runtime.Journal;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.rule.Model;
import dev.warmline.rule.Models;
import dev.warmline.rule.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The current publication from the models table; looked up every ten seconds, parsed when it is
 * another.
 */
public final class DynamoModels implements Models {
  private static final Duration REMEMBERED = Duration.ofSeconds(10);

  private record Loaded(PublicationItems.Pointer pointer, Publication publication) {
    /** Whether it is what the table points to, or newer. */
    boolean serves(PublicationItems.Pointer current) {
      return pointer.equals(current) || pointer.number() > current.number();
    }
  }

  private record Answer(Loaded loaded, Instant until) {}

  private final DynamoDbClient client;
  private final String table;
  private final Journal journal;
  private final AtomicReference<@Nullable Answer> remembered = new AtomicReference<>();

  /** Models in this table; a publication that cannot be read is noted, as long as it stands. */
  public DynamoModels(DynamoDbClient client, String table, Journal journal) {
    this.client = client;
    this.table = table;
    this.journal = journal;
  }

  @Override
  public Publication current(Instant now) {
    var known = Optional.ofNullable(remembered.get());
    if (known.filter(answer -> now.isBefore(answer.until())).isPresent()) {
      return known.get().loaded().publication();
    }
    var current = Calls.call("read the current model", () -> load(known.map(Answer::loaded), now));
    remembered.set(new Answer(current, now.plus(REMEMBERED)));
    return current.publication();
  }

  private Loaded load(Optional<Loaded> known, Instant now) {
    var pointer =
        get(Keys.currentPublication())
            .map(PublicationItems::read)
            .orElseThrow(DynamoModels::nothingPublished);
    return known
        .filter(loaded -> loaded.serves(pointer))
        .orElseGet(() -> loaded(pointer, known, now));
  }

  /** A publication that this version cannot read does not take it down: the last one holds. */
  private Loaded loaded(PublicationItems.Pointer pointer, Optional<Loaded> known, Instant now) {
    try {
      return new Loaded(pointer, publication(pointer));
    } catch (MalformedItem | IllegalArgumentException unreadable) {
      note(pointer, unreadable, now);
      return known.orElseGet(() -> readable(pointer, unreadable));
    }
  }

  /** What was in force before, for a function that starts: the newest publication it can read. */
  private Loaded readable(PublicationItems.Pointer from, RuntimeException unreadable) {
    for (int number = from.number() - 1; number > 0; number--) {
      try {
        var past = get(Keys.publication(number)).map(PublicationItems::read);
        if (past.isPresent()) {
          return new Loaded(past.get(), publication(past.get()));
        }
      } catch (MalformedItem | IllegalArgumentException older) {
        unreadable.addSuppressed(older);
      }
    }
    throw new StoreUnavailable("read any model that was published", unreadable);
  }

  private void note(PublicationItems.Pointer pointer, RuntimeException unreadable, Instant now) {
    var fields = Map.of("publication", pointer.number(), "causes", Causes.of(unreadable));
    journal.log().warn("the publication in force cannot be read", "", fields);
    journal.metrics().count(now, Map.of("ModelUnreadable", 1L));
  }

  private Publication publication(PublicationItems.Pointer pointer) {
    return new Publication(
        pointer.number(), model(pointer), pointer.quietBefore(), pointer.since());
  }

  private Model model(PublicationItems.Pointer pointer) {
    var item =
        get(Keys.model(pointer.model(), pointer.version()))
            .orElseThrow(() -> new MalformedItem("a publication points to a model that is absent"));
    return Model.of(Packed.json(item.get(Schema.BODY)), pointer.version());
  }

  private Optional<Item> get(Map<String, AttributeValue> key) {
    var answer = client.getItem(get -> get.tableName(table).key(key).consistentRead(true));
    return answer.hasItem() ? Optional.of(Item.of(answer.item())) : Optional.empty();
  }

  private static StoreUnavailable nothingPublished() {
    return new StoreUnavailable(
        "read the current model", new IllegalStateException("nothing is published yet"));
  }
}
