package dev.warmline.local.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A certificate for this machine alone, made anew each time by the JDK's keytool. Its key is
 * nowhere but in memory.
 *
 * @param store holds the certificate and its key
 * @param password of the store and the key
 */
public record Certificate(KeyStore store, String password) {
  private static final String ALIAS = "warmline";
  private static final List<String> MAKE =
      List.of(
          ("-genkeypair -keyalg EC -groupname secp256r1 -validity 30 -dname CN=localhost"
                  + " -ext SAN=dns:localhost,ip:127.0.0.1 -storetype PKCS12"
                  + " -storepass:env STORE_PASSWORD")
              .split(" "));
  private static final int PASSWORD_BYTES = 24;
  private static final int LINE = 64;

  /**
   * Makes one for {@code localhost} and 127.0.0.1 that is good for a month.
   *
   * @throws IOException if the keytool of this JDK cannot be run
   */
  public static Certificate make() throws IOException {
    var password = password(new SecureRandom());
    var folder = Files.createTempDirectory("warmline-https");
    var file = folder.resolve("store.p12");
    try {
      keytool(file, password);
      return new Certificate(KeyStore.getInstance(file.toFile(), password.toCharArray()), password);
    } catch (GeneralSecurityException e) {
      throw new IOException("keytool made a store that cannot be read", e);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /** Writes what clients are told to trust: the certificate without its key. */
  public void write(Path pem) throws IOException {
    try {
      var encoded = store.getCertificate(ALIAS).getEncoded();
      var lines = Base64.getMimeEncoder(LINE, "\n".getBytes(US_ASCII)).encodeToString(encoded);
      Files.writeString(
          pem, "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n");
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificate cannot be written", e);
    }
  }

  private static String password(SecureRandom random) {
    var bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void keytool(Path file, String password) throws IOException {
    var command = new ArrayList<>(MAKE);
    command.addFirst(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-alias", ALIAS, "-keystore", file.toString()));
    var process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().put("STORE_PASSWORD", password);
    var running = process.start();
    var said = new String(running.getInputStream().readAllBytes(), US_ASCII);
    try {
      if (running.waitFor() != 0) {
        throw new IOException("keytool makes no certificate: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool makes a certificate", e);
    }
  }
}
