package dev.warmline.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One jar of many. Lists of services are joined; of classes for several Java releases the one for
 * this release is taken; what else stands in META-INF, licences above all, is kept by jar. Two jars
 * that disagree about a file are an error.
 */
final class Jars {
  private static final String META = "META-INF/";
  private static final String SERVICES = META + "services/";
  private static final String MAVEN = META + "maven/";
  private static final Pattern FOR_RELEASE = Pattern.compile(META + "versions/(\\d+)/(.+)");

  private Jars() {}

  /**
   * The files of all jars together.
   *
   * @param jars the files of each jar, by its path
   * @param release the Java release that will run them
   * @throws IOException if two jars have different files of one name
   */
  static Map<String, byte[]> merged(Map<String, Map<String, byte[]>> jars, int release)
      throws IOException {
    var merged = new TreeMap<String, byte[]>();
    for (var jar : new TreeMap<>(jars).entrySet()) {
      merge(nameOf(jar.getKey()), jar.getValue(), merged, release);
    }
    return merged;
  }

  private static void merge(
      String jar, Map<String, byte[]> files, Map<String, byte[]> merged, int release)
      throws IOException {
    for (var file : forRelease(files, release).entrySet()) {
      var name = file.getKey();
      var content = file.getValue();
      if (name.startsWith(SERVICES)) {
        merged.merge(name, asLines(content), Jars::joined);
      } else {
        var isAbout = name.startsWith(META) && !name.startsWith(MAVEN);
        var place = isAbout ? META + jar + name.substring(META.length() - 1) : name;
        var other = merged.putIfAbsent(place, content);
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
    var found = new TreeMap<String, byte[]>();
    var releases = new HashMap<String, Integer>();
    for (var file : files.entrySet()) {
      var versioned = FOR_RELEASE.matcher(file.getKey());
      var name = versioned.matches() ? versioned.group(2) : file.getKey();
      var of = versioned.matches() ? Integer.parseInt(versioned.group(1)) : 0;
      var isNewer = of <= release && of >= releases.getOrDefault(name, 0);
      if (isNewer && !name.equals("module-info.class")) {
        found.put(name, file.getValue());
        releases.put(name, of);
      }
    }
    return found;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    var both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** A text that ends with a line. */
  private static byte[] asLines(byte[] text) {
    return (new String(text, UTF_8).strip() + "\n").getBytes(UTF_8);
  }

  private static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1, path.length() - ".jar".length());
  }
}
