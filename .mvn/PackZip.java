import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Makes a function's zip smaller and quicker to start without leaving any class out: the jars
 * inside become one, in which every class is found at once, and it is stored uncompressed, so that
 * the zip compresses it as a whole and not class by class, and the JVM need not inflate it. Lists
 * of services are joined; of classes for several Java releases the one for this release is taken;
 * what else stands in META-INF, licences above all, is kept by jar. Two jars that disagree about a
 * file are an error. Same bytes in, same bytes out. Usage: java PackZip.java ZIP RELEASE
 */
final class PackZip {
  private static final LocalDateTime STAMP = LocalDateTime.of(2026, 11, 1, 0, 0);
  private static final String META = "META-INF/";
  private static final String SERVICES = META + "services/";
  private static final String MAVEN = META + "maven/";
  private static final Pattern FOR_RELEASE = Pattern.compile(META + "versions/(\\d+)/(.+)");

  private PackZip() {}

  public static void main(String[] args) throws IOException {
    Path zip = Path.of(args[0]);
    Map<String, byte[]> files;
    try (InputStream in = Files.newInputStream(zip)) {
      files = read(in);
    }
    Map<String, byte[]> merged = new TreeMap<>();
    for (String name : List.copyOf(files.keySet())) {
      if (name.endsWith(".jar")) {
        String jar = name.substring(name.lastIndexOf('/') + 1, name.length() - ".jar".length());
        merge(
            jar,
            read(new ByteArrayInputStream(files.remove(name))),
            merged,
            Integer.parseInt(args[1]));
      }
    }
    files.put("lib/libraries.jar", store(merged));
    Path packed = zip.resolveSibling(zip.getFileName() + ".packed");
    try (OutputStream out = Files.newOutputStream(packed)) {
      write(files, out, ZipEntry.DEFLATED);
    }
    Files.move(packed, zip, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void merge(
      String jar, Map<String, byte[]> files, Map<String, byte[]> merged, int release)
      throws IOException {
    for (Map.Entry<String, byte[]> file : forRelease(files, release).entrySet()) {
      String name = file.getKey();
      byte[] content = file.getValue();
      if (name.startsWith(SERVICES)) {
        merged.merge(name, lines(content), PackZip::joined);
      } else {
        boolean isAbout = name.startsWith(META) && !name.startsWith(MAVEN);
        String place = isAbout ? META + jar + name.substring(META.length() - 1) : name;
        byte[] other = merged.putIfAbsent(place, content);
        if (other != null && !Arrays.equals(other, content)) {
          throw new IOException(jar + " and a jar before it have different files " + place);
        }
      }
    }
  }

  /**
   * What a JVM of this release finds under each name; no module declarations: there are no modules.
   */
  private static Map<String, byte[]> forRelease(Map<String, byte[]> files, int release) {
    Map<String, byte[]> found = new TreeMap<>();
    Map<String, Integer> releases = new HashMap<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Matcher versioned = FOR_RELEASE.matcher(file.getKey());
      String name = versioned.matches() ? versioned.group(2) : file.getKey();
      int of = versioned.matches() ? Integer.parseInt(versioned.group(1)) : 0;
      boolean isNewer = of <= release && of >= releases.getOrDefault(name, 0);
      if (isNewer && !name.equals("module-info.class")) {
        found.put(name, file.getValue());
        releases.put(name, of);
      }
    }
    return found;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(one);
    both.writeBytes(other);
    return both.toByteArray();
  }

  /** A text that ends with a line. */
  private static byte[] lines(byte[] text) {
    return (new String(text, StandardCharsets.UTF_8).strip() + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] store(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(files, out, ZipEntry.STORED);
    return out.toByteArray();
  }

  private static Map<String, byte[]> read(InputStream in) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static void write(Map<String, byte[]> files, OutputStream to, int method)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(to);
    zip.setLevel(Deflater.BEST_COMPRESSION);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      zip.putNextEntry(entry(file.getKey(), file.getValue(), method));
      zip.write(file.getValue());
    }
    zip.finish();
  }

  private static ZipEntry entry(String name, byte[] content, int method) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(STAMP);
    entry.setMethod(method);
    if (method == ZipEntry.STORED) {
      CRC32 sum = new CRC32();
      sum.update(content);
      entry.setSize(content.length);
      entry.setCrc(sum.getValue());
    }
    return entry;
  }
}
