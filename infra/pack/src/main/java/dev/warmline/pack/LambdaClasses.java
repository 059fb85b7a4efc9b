package dev.warmline.pack;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes ordinary classes of lambdas. The JVM makes the class of a lambda when the lambda is first
 * asked for, one by one and with much ado: of what a function loads until it has answered, a fifth
 * are such classes. Here they are made once, when the zip is packed, and few instead of many
 * ({@link LambdaClass}).
 *
 * <p>A lambda is left to the JVM where its factory is not the plain one (if it can be serialized,
 * for one), if it is not certain that a class beside its own may call what it calls, or if its
 * class refers to classes that are not there, so that nobody can say whether it is right.
 */
final class LambdaClasses {
  private final Declarations declarations;
  private final ClassFile format;

  private LambdaClasses(Declarations declarations) {
    this.declarations = declarations;
    this.format = ClassFile.of(ClassHierarchyResolverOption.of(declarations.hierarchy()));
  }

  /** For classes that may use any class among these files, and the JDK's. */
  @SafeVarargs
  static LambdaClasses knowing(Map<String, byte[]>... files) {
    return new LambdaClasses(Declarations.of(files));
  }

  /**
   * These files with the lambdas in their classes replaced.
   *
   * @throws IllegalStateException if a class made would not be accepted by a JVM
   */
  Map<String, byte[]> replacedIn(Map<String, byte[]> files) {
    var all = new TreeMap<>(files);
    files.forEach(
        (name, content) -> {
          if (name.endsWith(".class")) {
            all.putAll(replaced(format.parse(content)));
          }
        });
    return all;
  }

  /** The files to write for a class, none if there is nothing to replace. */
  private Map<String, byte[]> replaced(ClassModel model) {
    var host = model.thisClass().asSymbol();
    var methods = new HostMethods(model);
    var sites = new LinkedHashMap<LambdaSite, LambdaSite>();
    model.methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .flatMap(element -> site(element).stream())
        .forEach(site -> callable(host, site, methods).ifPresent(it -> sites.put(site, it)));
    if (sites.isEmpty()) {
      return Map.of();
    }
    var classes = classes(host, sites.values().stream());
    var files = new TreeMap<String, byte[]>();
    files.put(
        Declarations.fileOf(host),
        format.transformClass(
            model,
            ClassTransform.transformingMethodBodies(instead(sites, classes))
                .andThen(ClassTransform.endHandler(methods::write))));
    classes.values().forEach(it -> it.write(format, model.majorVersion(), files));
    return isAccepted(model, files) ? files : Map.of();
  }

  /** The site as a class beside the host can serve it. */
  private Optional<LambdaSite> callable(ClassDesc host, LambdaSite site, HostMethods methods) {
    return switch (declarations.access(host, site.calls())) {
      case DIRECT -> Optional.of(site);
      case THROUGH_HOST -> Optional.of(methods.through(site));
      case UNKNOWN -> Optional.empty();
    };
  }

  private static Map<LambdaSite.Method, LambdaClass> classes(
      ClassDesc host, Stream<LambdaSite> sites) {
    var groups = sites.collect(groupingBy(LambdaSite::method, LinkedHashMap::new, toList()));
    var classes = new LinkedHashMap<LambdaSite.Method, LambdaClass>();
    groups.forEach(
        (method, group) ->
            classes.put(method, new LambdaClass(nameOf(host, classes.size()), group)));
    return classes;
  }

  private static ClassDesc nameOf(ClassDesc host, int number) {
    return host.nested("$Lambdas" + number);
  }

  private static CodeTransform instead(
      Map<LambdaSite, LambdaSite> sites, Map<LambdaSite.Method, LambdaClass> classes) {
    return (code, element) ->
        site(element)
            .map(sites::get)
            .ifPresentOrElse(
                site -> Objects.requireNonNull(classes.get(site.method())).make(code, site),
                () -> code.with(element));
  }

  private static Optional<LambdaSite> site(CodeElement element) {
    return element instanceof InvokeDynamicInstruction instruction
        ? LambdaSite.of(instruction)
        : Optional.empty();
  }

  /** Whether a JVM would accept these files, which replace a class. */
  private boolean isAccepted(ClassModel model, Map<String, byte[]> files) {
    for (var file : files.entrySet()) {
      var errors = format.verify(file.getValue());
      if (!errors.isEmpty() && format.verify(model).isEmpty()) {
        throw new IllegalStateException("made a wrong class " + file.getKey(), errors.getFirst());
      }
      if (!errors.isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
