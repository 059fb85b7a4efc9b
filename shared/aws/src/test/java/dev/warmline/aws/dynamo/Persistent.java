package dev.warmline.aws.dynamo;

import dev.warmline.event.StoreUnavailable;
import dev.warmline.lead.LeadStore.Committed;
import dev.warmline.testkit.SettableClock;
import dev.warmline.testkit.dynamo.LaggingIndexes;
import dev.warmline.testkit.dynamo.Trouble;
import dev.warmline.testkit.dynamo.TroubledDynamo;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Meets each kind of trouble at every call that a store makes for a caller, one kind after the
 * other, and calls again until there is none but a call that the SDK makes twice: what comes then
 * is what the contract is about.
 */
final class Persistent {
  /** Whoever repeats these gets another answer than the one that was lost, as they promise. */
  private static final Set<String> TELL_APART =
      Set.of("commit", "append", "take", "publish", "moveDue");

  /** Whoever has the SDK repeat these may be told of what it wrote itself as if of another's. */
  private static final Set<String> TAKES_ITSELF_FOR_ANOTHER = Set.of("append", "take", "publish");

  private static final Trouble REPEATED = new Trouble.Repeated(() -> {});

  private static final List<Trouble> TROUBLES =
      List.of(new Trouble.Throttled(), new Trouble.Conflict(), new Trouble.LostAnswer());

  /** Of a caller, and of the threads that work for it. */
  private static final InheritableThreadLocal<Trouble> PLANNED = new InheritableThreadLocal<>();

  private static final Duration LONGEST_LAG = Duration.ofSeconds(10);

  private final SettableClock clock = new SettableClock("2026-03-02T12:00:00Z");
  private final DynamoDbClient client;

  /** Around a client of these tables, which are empty. */
  Persistent(DynamoDbClient client, TableNames tables) {
    var indexes = new LaggingIndexes(Tables.definitions(tables), clock);
    this.client = new TroubledDynamo(client, indexes, call -> struck(call.kind().isWrite()));
    PLANNED.set(new Trouble.None());
  }

  /** A client with the trouble that is planned. */
  DynamoDbClient client() {
    return client;
  }

  /** The same port, behind somebody who does not give up. */
  <T> T calling(Class<T> port, T store) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> persist(store, method, arguments)));
  }

  private Object persist(Object store, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("listDue")) {
      attempt(new Trouble.Lag(LONGEST_LAG), store, method, arguments);
      clock.advance(LONGEST_LAG);
    }
    for (var trouble : TROUBLES) {
      var loses = trouble instanceof Trouble.LostAnswer && TELL_APART.contains(method.getName());
      var answer = loses ? Committed.CONFLICT : attempt(trouble, store, method, arguments);
      var lost = method.getName().equals("moveDue") && Boolean.FALSE.equals(answer);
      if (answer != Committed.CONFLICT && !lost) {
        return answer;
      }
    }
    var takes = TAKES_ITSELF_FOR_ANOTHER.contains(method.getName());
    return call(takes ? new Trouble.None() : REPEATED, store, method, arguments);
  }

  /** The answer, or a conflict where there was none. */
  private Object attempt(Trouble trouble, Object store, Method method, Object[] arguments)
      throws Throwable {
    try {
      return call(trouble, store, method, arguments);
    } catch (StoreUnavailable expected) {
      return Committed.CONFLICT;
    }
  }

  private Object call(Trouble trouble, Object store, Method method, Object[] arguments)
      throws Throwable {
    PLANNED.set(trouble);
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** A read meets no conflict. */
  private static Trouble struck(boolean isWrite) {
    var trouble = PLANNED.get();
    return trouble instanceof Trouble.Conflict && !isWrite ? new Trouble.None() : trouble;
  }
}
