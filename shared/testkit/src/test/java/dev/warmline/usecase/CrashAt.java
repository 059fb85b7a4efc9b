package dev.warmline.usecase;

import dev.warmline.event.StoreUnavailable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports whose calls are counted together, one of which crashes: before its effect or after it. */
final class CrashAt {
  private final int call;
  private final boolean after;
  private final AtomicInteger made = new AtomicInteger();

  CrashAt(int call, boolean after) {
    this.call = call;
    this.after = after;
  }

  /** Whether the planned call was made. */
  boolean hasCrashed() {
    return made.get() > call;
  }

  <T> T around(Class<T> port, T real) {
    var proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> {
              var isPlanned = made.getAndIncrement() == call;
              if (isPlanned && !after) {
                throw new StoreUnavailable("planned", new IOException("planned"));
              }
              try {
                var answer = method.invoke(real, arguments);
                if (isPlanned) {
                  throw new StoreUnavailable("planned", new IOException("planned"));
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return port.cast(proxy);
  }
}
