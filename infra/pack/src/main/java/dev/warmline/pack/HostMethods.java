package dev.warmline.pack;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Methods that a class gets so that the lambdas it made itself can still call what only it may
 * call, after they have become classes of their own.
 */
final class HostMethods {
  private final ClassDesc host;
  private final boolean isInterface;
  private final Map<Callee, String> names = new LinkedHashMap<>();

  /** For this class; it has none yet. */
  HostMethods(ClassModel host) {
    this.host = host.thisClass().asSymbol();
    this.isInterface = host.flags().has(AccessFlag.INTERFACE);
  }

  /** The same lambda, with what it calls called through such a method. */
  LambdaSite through(LambdaSite site) {
    var name = names.computeIfAbsent(site.calls(), _ -> "lambda$through$" + names.size());
    var kind = isInterface ? Kind.INTERFACE_STATIC : Kind.STATIC;
    return site.calling(MethodHandleDesc.ofMethod(kind, host, name, typeFor(site.calls())));
  }

  /** Adds the methods to the class. */
  void write(ClassBuilder type) {
    var flags = ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
    names.forEach(
        (callee, name) ->
            type.withMethodBody(
                name,
                typeFor(callee),
                isInterface ? flags | ClassFile.ACC_PUBLIC : flags,
                code -> {
                  callee.begin(code);
                  for (var at = 0; at < callee.takes().size(); at++) {
                    code.loadLocal(TypeKind.from(callee.takes().get(at)), code.parameterSlot(at));
                  }
                  callee.call(code);
                  code.return_(TypeKind.from(callee.gives()));
                }));
  }

  private static MethodTypeDesc typeFor(Callee callee) {
    return MethodTypeDesc.of(callee.gives(), callee.takes());
  }
}
