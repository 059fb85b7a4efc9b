package dev.warmline.pack;

import static java.lang.constant.ConstantDescs.CD_Boolean;
import static java.lang.constant.ConstantDescs.CD_Byte;
import static java.lang.constant.ConstantDescs.CD_Character;
import static java.lang.constant.ConstantDescs.CD_Double;
import static java.lang.constant.ConstantDescs.CD_Float;
import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_Long;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_Short;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_char;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_short;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Converts the value on top of the stack as {@link java.lang.invoke.LambdaMetafactory} says under
 * "adaptable": by cast, boxing, unboxing and widening.
 */
final class Conversion {
  private static final Map<ClassDesc, ClassDesc> BOXES =
      Map.of(
          CD_boolean, CD_Boolean,
          CD_byte, CD_Byte,
          CD_char, CD_Character,
          CD_short, CD_Short,
          CD_int, CD_Integer,
          CD_long, CD_Long,
          CD_float, CD_Float,
          CD_double, CD_Double);

  private static final Map<ClassDesc, ClassDesc> BOXED =
      BOXES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private Conversion() {}

  /**
   * Makes one type of another.
   *
   * @param actual what the value is for certain by its type arguments, at least {@code from}
   */
  static void convert(CodeBuilder code, ClassDesc from, ClassDesc actual, ClassDesc to) {
    if (from.isPrimitive()) {
      fromPrimitive(code, from, to);
    } else {
      cast(code, from, actual);
      fromReference(code, actual, to);
    }
  }

  /** Makes an object of a value of any type. */
  static void box(CodeBuilder code, ClassDesc type) {
    var box = BOXES.get(type);
    if (box != null) {
      code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, type));
    }
  }

  private static void fromPrimitive(CodeBuilder code, ClassDesc from, ClassDesc to) {
    if (to.isPrimitive()) {
      widen(code, from, to);
    } else {
      var within = BOXED.getOrDefault(to, from);
      widen(code, from, within);
      box(code, within);
    }
  }

  private static void fromReference(CodeBuilder code, ClassDesc from, ClassDesc to) {
    if (to.isPrimitive()) {
      var within = BOXED.getOrDefault(from, to);
      cast(code, from, BOXES.getOrDefault(within, from));
      unbox(code, within);
      widen(code, within, to);
    } else {
      cast(code, from, to);
    }
  }

  private static void unbox(CodeBuilder code, ClassDesc type) {
    var box = BOXES.getOrDefault(type, type);
    code.invokevirtual(box, type.displayName() + "Value", MethodTypeDesc.of(type));
  }

  private static void widen(CodeBuilder code, ClassDesc from, ClassDesc to) {
    if (!from.equals(to)) {
      code.conversion(TypeKind.from(from), TypeKind.from(to));
    }
  }

  private static void cast(CodeBuilder code, ClassDesc from, ClassDesc to) {
    if (!to.equals(CD_Object) && !to.equals(from)) {
      code.checkcast(to);
    }
  }
}
