package dev.warmline.cli;

import dev.warmline.aws.dynamo.DynamoSources;
import dev.warmline.event.Source;
import dev.warmline.event.Trust;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** The sources of a deployment: several keys may stand for one, and browsers' ones have forms. */
record StoredSources(DynamoSources sources) {
  private static final int KEY_BYTES = 24;

  /** The write keys of all sources by their digests, without what only stands for forms. */
  Map<String, Source> keys() {
    var keys = new TreeMap<>(sources.listKeys());
    keys.entrySet().removeIf(entry -> isOfForms(entry.getKey(), entry.getValue()));
    return keys;
  }

  /**
   * The keys of one source.
   *
   * @throws Failure if there is none of this name
   */
  Map<String, Source> keysOf(String name) {
    var keys = keys();
    keys.values().removeIf(source -> !source.name().equals(name));
    if (keys.isEmpty()) {
      throw Failure.wrongInput(
          "there is no source " + name + ": warmline source list names those there are");
    }
    return keys;
  }

  /** Makes a key for a source, and lets it have forms if its keys are public. */
  String add(Source source) {
    var bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    var key = "wk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    sources.putSource(key, source);
    putForms(source);
    return key;
  }

  /** Gives all keys of a source other settings. */
  void change(Map<String, Source> keys, Source source) {
    keys.keySet().forEach(digest -> sources.change(digest, source));
    putForms(source);
  }

  /** Refuses these keys; the forms too once no key of the source is left. */
  void retire(String name, Iterable<String> digests) {
    digests.forEach(sources::retire);
    if (keys().values().stream().noneMatch(source -> source.name().equals(name))) {
      sources.retire(DynamoSources.digestOf(Source.formKey(name)));
    }
  }

  private void putForms(Source source) {
    if (source.trust() == Trust.BROWSER) {
      sources.putSource(Source.formKey(source.name()), source);
    }
  }

  private static boolean isOfForms(String digest, Source source) {
    return digest.equals(DynamoSources.digestOf(Source.formKey(source.name())));
  }
}
