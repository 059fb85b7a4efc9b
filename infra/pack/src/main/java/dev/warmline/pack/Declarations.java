package dev.warmline.pack;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the classes of a zip declare, and who may call it. */
final class Declarations {
  private static final Set<String> PROTECTED_IN_OBJECT = Set.of("clone", "finalize");

  /** How a class beside the one with the lambda can call what the lambda calls. */
  enum Access {
    /** Just so. */
    DIRECT,
    /** Through a method of the class with the lambda, which alone may call it. */
    THROUGH_HOST,
    /** Not for certain. */
    UNKNOWN
  }

  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<ClassDesc, Optional<ClassModel>> models = new HashMap<>();

  /** Of all classes among these files. */
  @SafeVarargs
  static Declarations of(Map<String, byte[]>... files) {
    var declarations = new Declarations();
    for (var some : files) {
      declarations.files.putAll(some);
    }
    return declarations;
  }

  private Declarations() {}

  /** Whether a class in the package of this one can call what its lambda calls. */
  Access access(ClassDesc host, Callee callee) {
    var owner = callee.owner();
    if (owner.isArray()) {
      return Access.UNKNOWN;
    }
    if (callee.isSpecial()) {
      return throughHost(host, owner);
    }
    if (model(owner).isEmpty()) {
      return isFromOutside(host, callee) ? Access.DIRECT : Access.UNKNOWN;
    }
    return declared(owner, callee)
        .map(method -> access(host, owner, method))
        .orElse(throughHost(host, owner));
  }

  /** Whether it is public for certain: the host is no heir of a class that is not in the zip. */
  private boolean isFromOutside(ClassDesc host, Callee callee) {
    var owner = callee.owner();
    return owner.equals(ConstantDescs.CD_Object)
        ? !PROTECTED_IN_OBJECT.contains(callee.name())
        : !supertypes(host).contains(owner);
  }

  private static Access access(ClassDesc host, ClassDesc owner, MethodModel method) {
    var declaring = method.parent().orElseThrow().thisClass().asSymbol();
    var flags = method.flags();
    if (flags.has(AccessFlag.PUBLIC)) {
      return Access.DIRECT;
    }
    var isBeside = declaring.packageName().equals(host.packageName());
    if (isBeside && !flags.has(AccessFlag.PRIVATE)) {
      return Access.DIRECT;
    }
    return throughHost(host, owner);
  }

  private static Access throughHost(ClassDesc host, ClassDesc owner) {
    return owner.equals(host) ? Access.THROUGH_HOST : Access.UNKNOWN;
  }

  /** The declaration that a call finds, if it is in the zip. */
  private Optional<MethodModel> declared(ClassDesc owner, Callee callee) {
    var classes = callee.isConstructor() ? Stream.of(owner) : upwards(owner);
    return classes
        .flatMap(type -> model(type).stream())
        .flatMap(model -> model.methods().stream())
        .filter(method -> method.methodName().equalsString(callee.name()))
        .filter(method -> method.methodTypeSymbol().equals(callee.type()))
        .findFirst();
  }

  private List<ClassDesc> supertypes(ClassDesc type) {
    return upwards(type).skip(1).toList();
  }

  /** The class, its superclasses and all their interfaces, as far as they are in the zip. */
  private Stream<ClassDesc> upwards(ClassDesc type) {
    var above =
        model(type).stream()
            .flatMap(model -> Stream.concat(model.superclass().stream(), interfaces(model)))
            .map(ClassEntry::asSymbol);
    return Stream.concat(Stream.of(type), above.flatMap(this::upwards));
  }

  private static Stream<ClassEntry> interfaces(ClassModel model) {
    return model.interfaces().stream();
  }

  private Optional<ClassModel> model(ClassDesc type) {
    return models.computeIfAbsent(
        type, it -> Optional.ofNullable(files.get(fileOf(it))).map(ClassFile.of()::parse));
  }

  /** What the making and verifying of class files asks; a class that is nowhere counts as plain. */
  ClassHierarchyResolver hierarchy() {
    ClassHierarchyResolver inZip = type -> model(type).map(Declarations::info).orElse(null);
    return inZip
        .orElse(ClassHierarchyResolver.defaultResolver())
        .orElse(_ -> ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object));
  }

  private static ClassHierarchyInfo info(ClassModel model) {
    return model.flags().has(AccessFlag.INTERFACE)
        ? ClassHierarchyInfo.ofInterface()
        : ClassHierarchyInfo.ofClass(
            model.superclass().map(ClassEntry::asSymbol).orElse(ConstantDescs.CD_Object));
  }

  /** The file that holds a class. */
  static String fileOf(ClassDesc type) {
    var name = type.descriptorString();
    return name.substring(1, name.length() - 1) + ".class";
  }
}
