package dev.warmline.pack;

import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the JVM whether classes may make the calls that are in them. */
final class Calls {
  private final ClassLoader loader;
  private final List<String> refused = new ArrayList<>();
  private int allowed;

  Calls(ClassLoader loader) {
    this.loader = loader;
  }

  void check(ClassModel caller) throws ReflectiveOperationException {
    var type = loader.loadClass(caller.thisClass().asInternalName().replace('/', '.'));
    var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    caller.methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .filter(InvokeInstruction.class::isInstance)
        .forEach(call -> check((InvokeInstruction) call, lookup));
  }

  private void check(InvokeInstruction call, Lookup caller) {
    try {
      find(call, caller);
      allowed++;
    } catch (ReflectiveOperationException | TypeNotPresentException | LinkageError e) {
      if (!isAbsent(e)) {
        refused.add(caller + " calls " + call.owner() + "." + call.name() + call.type() + ": " + e);
      }
    }
  }

  /** Whether a library is missing: such a call could not be made before either. */
  private static boolean isAbsent(@Nullable Throwable e) {
    return e instanceof ClassNotFoundException
        || e instanceof NoClassDefFoundError
        || (e != null && isAbsent(e.getCause()));
  }

  private void find(InvokeInstruction call, Lookup caller) throws ReflectiveOperationException {
    var owner = caller.findClass(call.owner().asInternalName().replace('/', '.'));
    var type = MethodType.fromMethodDescriptorString(call.type().stringValue(), loader);
    var name = call.name().stringValue();
    var _ =
        switch (call.opcode()) {
          case INVOKESTATIC -> caller.findStatic(owner, name, type);
          case INVOKESPECIAL -> caller.findConstructor(owner, type);
          default -> caller.findVirtual(owner, name, type);
        };
  }

  int allowed() {
    return allowed;
  }

  List<String> refused() {
    return refused;
  }
}
