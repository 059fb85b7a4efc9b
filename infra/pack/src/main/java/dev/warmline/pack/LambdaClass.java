package dev.warmline.pack;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.CLASS_INIT_NAME;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One class for all lambdas of a class that implement the same interface: a number says which
 * lambda an object is, and its method goes by that number. One class is loaded instead of one a
 * lambda. What captures nothing is made once, as by {@link java.lang.invoke.LambdaMetafactory}.
 */
final class LambdaClass {
  private static final String NUMBER = "number";
  private static final int FIXED = ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL;
  private static final int CONSTANT = ClassFile.ACC_STATIC | ClassFile.ACC_FINAL;

  private final ClassDesc name;
  private final List<LambdaSite> sites;
  private final int captured;

  /**
   * A class of this name.
   *
   * @param sites at least one, all of the same interface and method
   */
  LambdaClass(ClassDesc name, List<LambdaSite> sites) {
    this.name = name;
    this.sites = sites;
    this.captured =
        sites.stream().mapToInt(it -> it.capturing().parameterCount()).max().orElseThrow();
  }

  /** Puts the lambda of this site on the stack; what it captures is there. */
  void make(CodeBuilder code, LambdaSite site) {
    var place = "lambda" + sites.indexOf(site);
    if (site.capturesNothing()) {
      code.getstatic(name, place, site.method().owner());
    } else {
      code.invokestatic(name, place, site.capturing());
    }
  }

  /** Adds its file, for the JVMs that read class files of this version. */
  void write(ClassFile format, int version, Map<String, byte[]> files) {
    files.put(Declarations.fileOf(name), bytes(format, version));
  }

  private byte[] bytes(ClassFile format, int version) {
    return format.build(
        name,
        type -> {
          type.withVersion(version, 0)
              .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC)
              .withInterfaceSymbols(sites.getFirst().method().owner());
          constructor(type);
          factories(type);
          constants(type);
          method(type);
        });
  }

  private void constructor(ClassBuilder type) {
    type.withField(NUMBER, CD_int, FIXED);
    for (var at = 0; at < captured; at++) {
      type.withField(field(at), CD_Object, FIXED);
    }
    type.withMethodBody(
        INIT_NAME,
        constructorType(),
        ClassFile.ACC_PRIVATE,
        code -> {
          code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void);
          code.aload(0).iload(1).putfield(name, NUMBER, CD_int);
          for (var at = 0; at < captured; at++) {
            code.aload(0).aload(at + 2).putfield(name, field(at), CD_Object);
          }
          code.return_();
        });
  }

  private MethodTypeDesc constructorType() {
    return MethodTypeDesc.of(CD_void, Collections.nCopies(captured, CD_Object))
        .insertParameterTypes(0, CD_int);
  }

  /** A method for each lambda that captures something. */
  private void factories(ClassBuilder type) {
    for (var site : sites) {
      if (!site.capturesNothing()) {
        type.withMethodBody(
            "lambda" + sites.indexOf(site),
            site.capturing(),
            ClassFile.ACC_STATIC,
            code -> {
              create(code, site);
              code.areturn();
            });
      }
    }
  }

  /** A constant for each lambda that captures nothing. */
  private void constants(ClassBuilder type) {
    var constants = sites.stream().filter(LambdaSite::capturesNothing).toList();
    if (constants.isEmpty()) {
      return;
    }
    constants.forEach(
        it -> type.withField("lambda" + sites.indexOf(it), it.method().owner(), CONSTANT));
    type.withMethodBody(
        CLASS_INIT_NAME,
        MTD_void,
        ClassFile.ACC_STATIC,
        code -> {
          for (var site : constants) {
            create(code, site);
            code.putstatic(name, "lambda" + sites.indexOf(site), site.method().owner());
          }
          code.return_();
        });
  }

  /** A new object, with what the parameters of the method that is being written hold. */
  private void create(CodeBuilder code, LambdaSite site) {
    code.new_(name).dup().loadConstant(sites.indexOf(site));
    for (var at = 0; at < captured; at++) {
      if (at < site.capturing().parameterCount()) {
        var type = site.capturing().parameterType(at);
        code.loadLocal(TypeKind.from(type), code.parameterSlot(at));
        Conversion.box(code, type);
      } else {
        code.aconst_null();
      }
    }
    code.invokespecial(name, INIT_NAME, constructorType());
  }

  private void method(ClassBuilder type) {
    var method = sites.getFirst().method();
    type.withMethodBody(
        method.name(),
        method.type(),
        ClassFile.ACC_PUBLIC,
        code -> {
          var bodies = IntStream.range(0, sites.size()).mapToObj(_ -> code.newLabel()).toList();
          code.aload(0).getfield(name, NUMBER, CD_int);
          code.tableswitch(bodies.getLast(), cases(bodies));
          for (var at = 0; at < sites.size(); at++) {
            code.labelBinding(bodies.get(at));
            body(code, sites.get(at));
          }
        });
  }

  private static List<SwitchCase> cases(List<Label> bodies) {
    return IntStream.range(0, bodies.size())
        .mapToObj(at -> SwitchCase.of(at, bodies.get(at)))
        .toList();
  }

  private void body(CodeBuilder code, LambdaSite site) {
    site.calls().begin(code);
    var taken = new ArrayList<>(site.calls().takes());
    for (var at = 0; at < site.capturing().parameterCount(); at++) {
      code.aload(0).getfield(name, field(at), CD_Object);
      Conversion.convert(code, CD_Object, CD_Object, taken.removeFirst());
    }
    for (var at = 0; at < site.method().type().parameterCount(); at++) {
      var type = site.method().type().parameterType(at);
      code.loadLocal(TypeKind.from(type), code.parameterSlot(at));
      Conversion.convert(code, type, site.actual().parameterType(at), taken.get(at));
    }
    site.calls().call(code);
    result(code, site.calls().gives(), site.method().type().returnType());
  }

  private static void result(CodeBuilder code, ClassDesc given, ClassDesc wanted) {
    if (!wanted.equals(CD_void)) {
      Conversion.convert(code, given, given, wanted);
    } else if (!given.equals(CD_void)) {
      drop(code, given);
    }
    code.return_(TypeKind.from(wanted));
  }

  private static void drop(CodeBuilder code, ClassDesc type) {
    if (TypeKind.from(type).slotSize() == 2) {
      code.pop2();
    } else {
      code.pop();
    }
  }

  private static String field(int at) {
    return "captured" + at;
  }
}
