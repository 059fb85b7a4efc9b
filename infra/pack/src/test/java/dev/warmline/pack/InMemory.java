package dev.warmline.pack;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads classes from files in memory, and everything else from the JDK. */
final class InMemory extends ClassLoader {
  private final Map<String, byte[]> files;

  InMemory(Map<String, byte[]> files) {
    super(ClassLoader.getPlatformClassLoader());
    this.files = files;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte @Nullable [] file = files.get(name.replace('.', '/') + ".class");
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, file, 0, file.length);
  }

  /** Loads a class and lets the JVM verify it, without running any of it. */
  Class<?> linked(String name) throws ClassNotFoundException {
    var type = loadClass(name);
    var _ = type.getDeclaredFields(); // which the JVM answers for linked classes only
    return type;
  }
}
