package dev.warmline.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zips and jars as maps from name to content; the same files always make the same bytes. */
final class Archive {
  private static final LocalDateTime STAMP = LocalDateTime.of(2026, 11, 1, 0, 0);

  private Archive() {}

  /** The files in a zip, without its folders. */
  static Map<String, byte[]> read(InputStream in) throws IOException {
    var files = new TreeMap<String, byte[]>();
    var zip = new ZipInputStream(in);
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  /**
   * A zip of these files.
   *
   * @param method {@link ZipEntry#DEFLATED} or {@link ZipEntry#STORED}
   */
  static byte[] write(Map<String, byte[]> files, int method) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      for (var file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(entry(file.getKey(), file.getValue(), method));
        zip.write(file.getValue());
      }
    }
    return out.toByteArray();
  }

  private static ZipEntry entry(String name, byte[] content, int method) {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(STAMP);
    entry.setMethod(method);
    if (method == ZipEntry.STORED) {
      var sum = new CRC32();
      sum.update(content);
      entry.setSize(content.length);
      entry.setCrc(sum.getValue());
    }
    return entry;
  }
}
