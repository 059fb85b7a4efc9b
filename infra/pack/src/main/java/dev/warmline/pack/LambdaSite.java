package dev.warmline.pack;

import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Optional;

/**
 * A place where code asks {@link java.lang.invoke.LambdaMetafactory} for an object. Places that ask
 * for the same are equal.
 *
 * @param calls what the object calls
 * @param method the one abstract method of its interface
 * @param actual the type of that method with the type arguments of this place
 * @param capturing from the captured values to the interface
 */
record LambdaSite(Callee calls, Method method, MethodTypeDesc actual, MethodTypeDesc capturing) {
  private static final ClassDesc METAFACTORY = ClassDesc.of("java.lang.invoke.LambdaMetafactory");

  /**
   * A method of an interface.
   *
   * @param type its type as the interface declares it
   */
  record Method(ClassDesc owner, String name, MethodTypeDesc type) {}

  /** The place of this instruction; none for other factories, serializable lambdas among them. */
  static Optional<LambdaSite> of(InvokeDynamicInstruction instruction) {
    var factory = instruction.bootstrapMethod();
    if (!factory.owner().equals(METAFACTORY) || !factory.methodName().equals("metafactory")) {
      return Optional.empty();
    }
    var given = instruction.bootstrapArgs();
    var capturing = instruction.typeSymbol();
    var method =
        new Method(
            capturing.returnType(),
            instruction.name().stringValue(),
            (MethodTypeDesc) given.get(0));
    var calls = new Callee((DirectMethodHandleDesc) given.get(1));
    return Optional.of(new LambdaSite(calls, method, (MethodTypeDesc) given.get(2), capturing));
  }

  /** The same with another method called. */
  LambdaSite calling(DirectMethodHandleDesc other) {
    return new LambdaSite(new Callee(other), method, actual, capturing);
  }

  boolean capturesNothing() {
    return capturing.parameterCount() == 0;
  }
}
