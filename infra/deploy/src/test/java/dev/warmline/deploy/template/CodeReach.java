package dev.warmline.deploy.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a function can call, read from its compiled classes: rapid type analysis from its handler.
 * Methods of classes that are made somewhere on the way count as called if something calls a method
 * of that name and type on one of their supertypes.
 */
final class CodeReach {
  private static final String OWN = "dev/warmline/";

  /** Priming takes a function's own calls and no others: what it prepares stays in memory. */
  private static final String PRIMING = OWN + "aws/priming/";

  private static final Set<String> CALLED_BY_THE_JDK =
      Set.of("toString", "equals", "hashCode", "compareTo", "close");

  /** A method of a class, by internal names. */
  record Method(String owner, String name, String type) {}

  /**
   * A call that leaves the product.
   *
   * @param from the class that calls
   * @param to the method called
   * @param text the last text constant before the call, empty if there is none
   */
  record Call(String from, Method to, String text) {}

  private final Map<String, Optional<ClassModel>> classes = new HashMap<>();
  private final Set<Method> reached = new HashSet<>();
  private final Set<Method> virtual = new HashSet<>();
  private final Set<String> made = new HashSet<>();
  private final Set<Call> calls = new LinkedHashSet<>();
  private final Set<String> texts = new HashSet<>();
  private final Deque<Method> pending = new ArrayDeque<>();

  private CodeReach() {}

  /** Every call that the handler with this class name can lead to. */
  static Set<Call> callsFrom(String handler) {
    return from(handler).calls;
  }

  /** Every text constant that the handler with this class name can come across. */
  static Set<String> textsFrom(String handler) {
    return from(handler).texts;
  }

  private static CodeReach from(String handler) {
    var reach = new CodeReach();
    var owner = handler.replace('.', '/');
    reach.make(owner);
    reach.reach(new Method(owner, "<init>", "()V"));
    while (!reach.pending.isEmpty()) {
      reach.read(reach.pending.remove());
    }
    return reach;
  }

  private void read(Method method) {
    var text = new String[] {""};
    model(method.owner()).stream()
        .flatMap(model -> model.methods().stream())
        .filter(it -> isNamed(it, method))
        .flatMap(it -> it.code().stream())
        .flatMap(code -> code.elementStream())
        .forEach(
            element -> {
              if (element instanceof Instruction instruction) {
                read(method.owner(), instruction, text);
              }
            });
  }

  private void read(String from, Instruction instruction, String[] text) {
    switch (instruction) {
      case ConstantInstruction constant when constant.constantValue() instanceof String string ->
          keep(string, text);
      case InvokeInstruction call -> {
        var to = method(call.owner(), call.name().stringValue(), call.type().stringValue());
        follow(from, to, call.opcode().name().matches("INVOKE(VIRTUAL|INTERFACE)"), text[0]);
      }
      case InvokeDynamicInstruction lambda ->
          lambda
              .bootstrapArgs()
              .forEach(
                  argument -> {
                    if (argument instanceof DirectMethodHandleDesc handle) {
                      follow(from, handle);
                    }
                  });
      case FieldInstruction field -> initialize(field.owner().asInternalName());
      default -> {}
    }
  }

  private void keep(String constant, String[] text) {
    texts.add(constant);
    text[0] = constant;
  }

  private void follow(String from, DirectMethodHandleDesc handle) {
    var type = handle.owner().descriptorString();
    if (!type.startsWith("L")) {
      return;
    }
    var owner = type.substring(1, type.length() - 1);
    var isVirtual = handle.kind() == Kind.VIRTUAL || handle.kind() == Kind.INTERFACE_VIRTUAL;
    var name = handle.kind() == Kind.CONSTRUCTOR ? "<init>" : handle.methodName();
    follow(from, new Method(owner, name, handle.lookupDescriptor()), isVirtual, "");
  }

  private void follow(String from, Method to, boolean isVirtual, String text) {
    if (to.owner().startsWith(PRIMING)) {
      return;
    }
    if (!to.owner().startsWith(OWN)) {
      calls.add(new Call(from, to, text));
      return;
    }
    if (to.owner().contains("/aws/runtime/Environment")) {
      calls.add(new Call(from, to, text));
    }
    initialize(to.owner());
    if (to.name().equals("<init>")) {
      make(to.owner());
    }
    if (isVirtual) {
      if (virtual.add(to)) {
        Set.copyOf(made).forEach(type -> dispatch(type, to));
      }
    }
    reachDeclared(to.owner(), to);
  }

  /** A class is made: what was called on its supertypes may be called on it. */
  private void make(String type) {
    if (!made.add(type)) {
      return;
    }
    initialize(type);
    Set.copyOf(virtual).forEach(call -> dispatch(type, call));
    each(type, model -> model.methods().forEach(method -> reachIfTheJdkCalls(model, method)));
  }

  private void reachIfTheJdkCalls(ClassModel model, MethodModel method) {
    var name = method.methodName().stringValue();
    var isForeign = supertypes(name(model)).stream().anyMatch(CodeReach::isForeign);
    if (CALLED_BY_THE_JDK.contains(name) || (isForeign && !name.startsWith("<"))) {
      reach(new Method(name(model), name, method.methodType().stringValue()));
    }
  }

  private static boolean isForeign(String type) {
    return !type.startsWith(OWN)
        && !Set.of("java/lang/Object", "java/lang/Record", "java/lang/Enum").contains(type);
  }

  private void dispatch(String type, Method call) {
    if (type.equals(call.owner()) || supertypes(type).contains(call.owner())) {
      reachDeclared(type, call);
    }
  }

  /** Reaches the method as this class has it: its own or an inherited one. */
  private void reachDeclared(String type, Method call) {
    each(type, model -> reach(new Method(name(model), call.name(), call.type())));
  }

  private void each(String type, Consumer<ClassModel> action) {
    model(type).ifPresent(action);
    supertypes(type).forEach(above -> model(above).ifPresent(action));
  }

  private void initialize(String type) {
    if (type.startsWith(OWN)) {
      reach(new Method(type, "<clinit>", "()V"));
    }
  }

  private void reach(Method method) {
    if (method.owner().startsWith(OWN) && reached.add(method)) {
      pending.add(method);
    }
  }

  private Set<String> supertypes(String type) {
    var above = new LinkedHashSet<String>();
    model(type)
        .ifPresent(
            model -> {
              model.superclass().map(ClassEntry::asInternalName).ifPresent(above::add);
              model.interfaces().forEach(it -> above.add(it.asInternalName()));
            });
    for (var direct : Set.copyOf(above)) {
      above.addAll(supertypes(direct));
    }
    return above;
  }

  private Optional<ClassModel> model(String type) {
    var known = classes.get(type);
    if (known == null) {
      known = type.startsWith(OWN) ? load(type) : Optional.empty();
      classes.put(type, known);
    }
    return known;
  }

  private static Optional<ClassModel> load(String type) {
    var path = "/" + type + ".class";
    try (var in = Objects.requireNonNull(CodeReach.class.getResourceAsStream(path), path)) {
      return Optional.of(ClassFile.of().parse(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isNamed(MethodModel method, Method wanted) {
    return method.methodName().stringValue().equals(wanted.name())
        && method.methodType().stringValue().equals(wanted.type());
  }

  private static Method method(ClassEntry owner, String name, String type) {
    return new Method(owner.asInternalName(), name, type);
  }

  private static String name(ClassModel model) {
    return model.thisClass().asInternalName();
  }
}
