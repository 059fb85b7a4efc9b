package dev.warmline.pack;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.stream.Stream;

/** A method that a lambda calls, or a constructor. */
record Callee(DirectMethodHandleDesc handle) {

  ClassDesc owner() {
    return handle.owner();
  }

  /** Its name as a class file gives it. */
  String name() {
    return isConstructor() ? ConstantDescs.INIT_NAME : handle.methodName();
  }

  /** Its type as a class file gives it. */
  MethodTypeDesc type() {
    return MethodTypeDesc.ofDescriptor(handle.lookupDescriptor());
  }

  /** What it takes, its receiver first if it has one. */
  List<ClassDesc> takes() {
    var receiver = hasReceiver() ? Stream.of(owner()) : Stream.<ClassDesc>empty();
    return Stream.concat(receiver, type().parameterList().stream()).toList();
  }

  /** What it gives; of a constructor, the new object. */
  ClassDesc gives() {
    return isConstructor() ? owner() : type().returnType();
  }

  boolean isConstructor() {
    return handle.kind() == Kind.CONSTRUCTOR;
  }

  /** Whether only a class itself can call it so. */
  boolean isSpecial() {
    return handle.kind() == Kind.SPECIAL || handle.kind() == Kind.INTERFACE_SPECIAL;
  }

  /** What stands before its arguments. */
  void begin(CodeBuilder code) {
    if (isConstructor()) {
      code.new_(owner()).dup();
    }
  }

  /** Calls it; its arguments are on the stack. */
  void call(CodeBuilder code) {
    var isInterface = handle.isOwnerInterface();
    switch (handle.kind()) {
      case STATIC, INTERFACE_STATIC -> code.invokestatic(owner(), name(), type(), isInterface);
      case VIRTUAL -> code.invokevirtual(owner(), name(), type());
      case INTERFACE_VIRTUAL -> code.invokeinterface(owner(), name(), type());
      case SPECIAL, INTERFACE_SPECIAL, CONSTRUCTOR ->
          code.invokespecial(owner(), name(), type(), isInterface);
      default -> throw new IllegalStateException("not a method that is called: " + handle);
    }
  }

  private boolean hasReceiver() {
    return switch (handle.kind()) {
      case VIRTUAL, INTERFACE_VIRTUAL, SPECIAL, INTERFACE_SPECIAL -> true;
      default -> false;
    };
  }
}
