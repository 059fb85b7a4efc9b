package samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import samples.other.Parent;

/** Every shape of lambda that javac knows, each of which says something. */
public final class Shapes extends Parent {
  private final List<String> said = new ArrayList<>();
  private int count;

  private static final Supplier<String> CONSTANT = () -> "of a constant";
  private static final Map<String, Function<String, String>> TABLE = new TreeMap<>();

  static {
    TABLE.put("upper", String::toUpperCase);
    TABLE.put("twice", text -> text + text);
  }

  private Shapes() {
    super("a shape");
  }

  public static List<String> run() throws Exception {
    Shapes shapes = new Shapes();
    shapes.captures(7, 8L, 1.5f, 2.5, true, 'c', (byte) 3, (short) 4, "text", new int[] {5});
    shapes.references();
    shapes.conversions();
    shapes.access();
    shapes.nesting();
    shapes.others();
    return shapes.said;
  }

  private void say(Object thing) {
    said.add(String.valueOf(thing));
  }

  private void captures(
      int i, long l, float f, double d, boolean b, char c, byte y, short s, String t, int[] a) {
    Supplier<String> all = () -> i + " " + l + " " + f + " " + d + " " + b + c + y + s + t + a[0];
    say(all.get());
    Supplier<String> none = () -> "nothing captured";
    say(none.get());
    Supplier<String> some = () -> name + t + ++count;
    say(some.get() + some.get());
    IntBinaryOperator sum = (x, z) -> x + z * i;
    say(sum.applyAsInt(2, 3));
    DoubleUnaryOperator scaled = x -> x * d + l;
    say(scaled.applyAsDouble(4));
    Runnable effect = () -> a[0]++;
    effect.run();
    say(a[0]);
    say(none() == none());
  }

  private static Supplier<String> none() {
    return () -> "the same object each time";
  }

  private void references() throws Exception {
    Supplier<List<String>> made = ArrayList::new;
    say(made.get());
    IntFunction<List<String>> sized = ArrayList::new;
    say(sized.apply(3));
    IntFunction<String[]> array = String[]::new;
    say(array.apply(2).length);
    Function<int[], int[]> copied = int[]::clone;
    say(copied.apply(new int[] {1, 2})[1]);
    Function<Object, String> text = Object::toString;
    say(text.apply(12));
    BiFunction<String, String, Boolean> starts = String::startsWith;
    say(starts.apply("abc", "ab"));
    Supplier<Integer> bound = "four"::length;
    say(bound.get());
    Callable<String> called = CONSTANT::get;
    say(called.call());
    say(TABLE.get("upper").apply("abc") + TABLE.get("twice").apply("abc"));
    Comparator<String> order = Comparator.comparing(String::length);
    say(order.thenComparing(Comparator.naturalOrder()).compare("b", "a"));
    Supplier<Runnable> runs = Inner::new;
    runs.get().run();
    Function<String, Inner> secret = Inner::new;
    say(secret.apply("told").word());
    Predicate<String> empty = String::isEmpty;
    say(empty.negate().test(""));
    BinaryOperator<Integer> larger = Math::max;
    say(larger.apply(3, 9));
    try {
      Object nothing = null;
      Supplier<String> broken = nothing::toString;
      say(broken.get());
    } catch (NullPointerException e) {
      say("no receiver");
    }
  }

  private void conversions() {
    Function<Integer, Integer> unboxed = Shapes::plusOne;
    say(unboxed.apply(41));
    ToLongFunction<Integer> widened = Shapes::plusOne;
    say(widened.applyAsLong(1));
    ToDoubleFunction<Integer> far = Integer::intValue;
    say(far.applyAsDouble(5));
    LongFunction<Object> boxed = Shapes::same;
    say(boxed.apply(6L));
    IntFunction<Long> longer = Shapes::asLong;
    say(longer.apply(7));
    Function<Short, Long> fromShort = Shapes::asLong;
    say(fromShort.apply((short) 11));
    Consumer<String> dropped = Shapes::dropsWide;
    dropped.accept("a");
    Consumer<List<String>> added = list -> list.add("x");
    List<String> list = new ArrayList<>();
    added.accept(list);
    say(list);
    Runnable ignored = Shapes::wide;
    ignored.run();
    Texts generic = Shapes::<String>identity;
    say(generic.get("generic").length());
    UnaryOperator<Character> next = c -> (char) (c + 1);
    say(next.apply('a'));
    Function<String, Object> varargs = Arrays::asList;
    say(varargs.apply("one"));
    try {
      @SuppressWarnings({"unchecked", "rawtypes"})
      Function<Object, Object> polluted = (Function) (Function<Integer, Integer>) Shapes::plusOne;
      say(polluted.apply("no number"));
    } catch (ClassCastException e) {
      say("not that type");
    }
  }

  private void access() {
    Function<String, String> inherited = this::inherited;
    say(inherited.apply("!"));
    Function<String, String> overridden = super::inherited;
    say(overridden.apply("?"));
    Supplier<String> fromAbove = Parent::inheritedStatic;
    say(fromAbove.get());
    Supplier<String> hidden = this::secret;
    say(hidden.get());
    Supplier<String> hiddenStatic = Shapes::staticSecret;
    say(hiddenStatic.get());
    say(published().get());
    Function<Inner, String> ofNested = Inner::word;
    say(ofNested.apply(new Inner("nested")));
    say(new Twin().both() + new Heir().both());
    say(Greeting.loud().greet("you"));
    Greeting hello = who -> "hello " + who;
    say(hello.twice().greet("you"));
    say(Level.HIGH.next.get());
  }

  private void nesting() {
    Function<Integer, Function<Integer, Supplier<Integer>>> curried = a -> b -> () -> a * b + count;
    say(curried.apply(6).apply(7).get());
    Runnable anonymous =
        new Runnable() {
          private final Supplier<String> inside = () -> "inside " + name + this.hashCode();

          @Override
          public int hashCode() {
            return 5;
          }

          @Override
          public void run() {
            say(inside.get());
          }
        };
    anonymous.run();
    say(
        IntStream.range(0, 5)
            .mapToObj(n -> n % 2 == 0 ? "even" + n : "odd" + n)
            .filter(t -> !t.endsWith("3"))
            .collect(
                Collectors.groupingBy(t -> t.length(), TreeMap::new, Collectors.joining("+"))));
    Supplier<String> careful =
        () -> {
          StringBuilder path = new StringBuilder();
          for (int n = 0; n < 3; n++) {
            try {
              if (n == 1) {
                throw new IllegalStateException("at " + n);
              }
              path.append(n);
            } catch (IllegalStateException e) {
              path.append(e.getMessage());
            } finally {
              path.append(';');
            }
          }
          switch (path.length()) {
            case 8:
              return path + "eight";
            default:
              return path + "else";
          }
        };
    say(careful.get());
  }

  private void others() throws Exception {
    Supplier<String> kept = (Supplier<String> & Serializable) () -> "kept";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(kept);
    }
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    say(((Supplier<?>) in.readObject()).get());
    Runnable marked = (Runnable & Cloneable) () -> say("marked");
    marked.run();
    say(marked instanceof Cloneable);
    Object function = (Function<String, String>) t -> t;
    say(function instanceof UnaryOperator);
    say(function instanceof Function);
  }

  private static int plusOne(int number) {
    return number + 1;
  }

  private static Object same(Long number) {
    return number;
  }

  private static long asLong(int number) {
    return number;
  }

  private static double dropsWide(Object any) {
    return 1.0;
  }

  private static long wide() {
    return 2L;
  }

  private static <T> T identity(T thing) {
    return thing;
  }

  @Override
  protected String inherited(String more) {
    return "own " + name + more;
  }

  private String secret() {
    return "secret of " + name;
  }

  private static String staticSecret() {
    return "static secret";
  }

  interface Texts {
    String get(String text);
  }

  private final class Inner implements Runnable {
    private final String word;

    private Inner() {
      this("no word");
    }

    private Inner(String word) {
      this.word = word;
    }

    private String word() {
      return word;
    }

    @Override
    public void run() {
      say("inner " + word);
    }
  }

  /** Has a lambda of the same name as its heir's. */
  static class Twin {
    String both() {
      Supplier<String> one = () -> "twin " + this.who();
      return one.get();
    }

    private String who() {
      return "above";
    }
  }

  static class Heir extends Twin {
    @Override
    String both() {
      Supplier<String> one = () -> "heir " + this.who() + super.both();
      return one.get();
    }

    private String who() {
      return "below";
    }
  }

  interface Greeting {
    Greeting LOUD = who -> "HELLO " + who;

    String greet(String who);

    default Greeting twice() {
      return who -> greet(who) + ", " + greet(who);
    }

    static Greeting loud() {
      return who -> LOUD.greet(who) + "!";
    }
  }

  enum Level {
    LOW(() -> "middle"),
    HIGH(() -> "none " + LOW.next.get());

    final Supplier<String> next;

    Level(Supplier<String> next) {
      this.next = next;
    }
  }
}
