package dev.warmline.authoring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;

/**
 * YAML without aliases and tags. The streaming parser hands an alias on as if it were a text, and a
 * tag not at all: a file would silently mean something else than what it says.
 */
final class PlainYamlFactory extends JsonFactory {
  private static final long serialVersionUID = 1L;

  private final YAMLFactory yaml = yamlFactory();

  /** "no" is a country and "on" a word: only true and false are truth values. */
  private static YAMLFactory yamlFactory() {
    return YAMLFactory.builder()
        .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
        .build();
  }

  @Override
  public JsonParser createParser(String content) throws IOException {
    return new Plain(yaml.createParser(content));
  }

  private static final class Plain extends JsonParserDelegate {
    private final YAMLParser yaml;

    Plain(YAMLParser yaml) {
      super(yaml);
      this.yaml = yaml;
    }

    @Override
    public JsonToken nextToken() throws IOException {
      var token = yaml.nextToken();
      if (token != null && yaml.isCurrentAlias()) {
        throw new JsonParseException(
            yaml,
            "aliases are not supported here; write the value out",
            yaml.currentTokenLocation());
      }
      if (token != null && yaml.getTypeId() != null) {
        throw new JsonParseException(
            yaml, "tags are not supported here; remove it", yaml.currentTokenLocation());
      }
      return token;
    }
  }
}
