package dev.warmline.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;

/**
 * Makes a function's zip smaller and quicker to start without leaving any class out.
 *
 * <ul>
 *   <li>The jars inside become one ({@link Jars}), in which every class is found at once, and it is
 *       stored uncompressed, so that the zip compresses it as a whole and not class by class, and
 *       the JVM need not inflate it.
 *   <li>Lambdas become ordinary classes ({@link LambdaClasses}), which the JVM would otherwise make
 *       one by one at run time.
 * </ul>
 *
 * <p>Same bytes in, same bytes out. Usage: {@code java PackZip.java ZIP RELEASE}
 */
final class PackZip {
  private static final String LIBRARIES = "lib/libraries.jar";

  private PackZip() {}

  public static void main(String[] args) throws IOException {
    var zip = Path.of(args[0]);
    var release = Integer.parseInt(args[1]);
    Map<String, byte[]> files;
    try (InputStream in = Files.newInputStream(zip)) {
      files = Archive.read(in);
    }
    var packed = zip.resolveSibling(zip.getFileName() + ".packed");
    Files.write(packed, Archive.write(packed(files, release), ZipEntry.DEFLATED));
    Files.move(packed, zip, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * The files of a zip, packed.
   *
   * @param release the Java release that will run them
   * @throws IOException if two jars disagree about a file
   */
  static Map<String, byte[]> packed(Map<String, byte[]> files, int release) throws IOException {
    var jars = new TreeMap<String, Map<String, byte[]>>();
    var own = new TreeMap<String, byte[]>();
    for (var file : files.entrySet()) {
      if (file.getKey().endsWith(".jar")) {
        jars.put(file.getKey(), Archive.read(new ByteArrayInputStream(file.getValue())));
      } else {
        own.put(file.getKey(), file.getValue());
      }
    }
    var libraries = Jars.merged(jars, release);
    var lambdas = LambdaClasses.knowing(own, libraries);
    var all = new TreeMap<>(lambdas.replacedIn(own));
    all.put(LIBRARIES, Archive.write(lambdas.replacedIn(libraries), ZipEntry.STORED));
    return all;
  }
}
