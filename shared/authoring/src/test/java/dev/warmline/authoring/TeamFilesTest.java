package dev.warmline.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.warmline.event.Json;
import dev.warmline.team.Away;
import dev.warmline.team.Team;
import dev.warmline.team.TeamQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamFilesTest {
  private static final Path HERE = Path.of("src/test/resources/dev/warmline/authoring");
  private static final Path MODELS = Path.of("../../infra/models");
  private static final Path PAGE = Path.of("../../docs/team-reference.md");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(YamlModels.yaml());
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(ModelSchema.writeTeam());

  @Test
  void aFileWithManyMistakesYieldsAllOfThemAtTheirPlaces() throws IOException {
    var checked =
        YamlModels.readTeam("t.yaml", Files.readString(HERE.resolve("team-mistakes.yaml")));

    assertThat(checked.accepted()).isEmpty();
    assertThat(checked.findings())
        .extracting(Finding::toString)
        .containsExactlyElementsOf(Files.readAllLines(HERE.resolve("team-mistakes.txt")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo.yaml", "example.yaml"})
  void theTeamsThatAreShippedAreAcceptedWithoutADoubt(String name) throws IOException {
    assertThat(YamlModels.readTeam(MODELS.resolve("teams").resolve(name)).findings()).isEmpty();
  }

  @Test
  void theCasesOfTheExamplePass() throws IOException {
    var example = MODELS.resolve("teams/example.yaml");
    var team = YamlModels.readTeam(example).accepted().orElseThrow().team();

    assertThat(TeamTests.run(team, ModelTests.beside(example)))
        .hasSize(8)
        .allSatisfy(outcome -> assertThat(outcome.differences()).as(outcome.name()).isEmpty());
  }

  @Test
  void everyKeyIsReadAndDocumented() throws IOException {
    var text = Files.readString(HERE.resolve("every-team-key.yaml"));

    var checked = YamlModels.readTeam("every-team-key.yaml", text);

    assertThat(checked.findings()).isEmpty();
    assertThat(SCHEMA.validate(YAML.readTree(text))).isEmpty();
    assertThat(keysIn(YAML.readTree(text))).containsAll(keysOf(SCHEMA.getSchemaNode()));
    var team = checked.accepted().orElseThrow().team();
    assertThat(team.person("bo").orElseThrow().away())
        .contains(new Away(LocalDate.parse("2026-08-03"), LocalDate.parse("2026-08-14")));
    assertThat(team.queue("inbound-sdr").orElseThrow().whenAllAway())
        .isEqualTo(new TeamQueue.WhenAllAway.Fallback("enterprise-ae"));
    assertThat(team.queue("named").orElseThrow().ownedByCrm()).isTrue();
    assertThat(team.leaves()).containsEntry("sam", "inbound-sdr");
  }

  @Test
  void whatIsPublishedIsReadBackAsTheSameTeam() throws IOException {
    var accepted =
        YamlModels.readTeam(HERE.resolve("every-team-key.yaml")).accepted().orElseThrow();

    assertThat(Team.of((ObjectNode) Json.read(Json.write(accepted.source()))))
        .isEqualTo(accepted.team());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/people/kim/zzz 1",
        "/people/kim/email \"kim\"",
        "/people/kim/role \"boss\"",
        "/people/bo/away [\"tomorrow\"]",
        "/calendars/berlin/open/fri [\"9-5\"]",
        "/calendars/berlin/holidays [\"25.12.2026\"]",
        "/queues/inbound-sdr/members []",
        "/queues/inbound-sdr/capacity 101",
        "/queues/inbound-sdr/when-all-away \"wait\"",
        "/queues/named/owner \"kim\"",
        "/sla/0/tier \"cold\"",
        "/sla/0/accept-within \"4 hours\""
      })
  void whatTheCheckRefusesTheSchemaRefuses(String change) throws IOException {
    var space = change.indexOf(' ');
    var slash = change.lastIndexOf('/', space);
    var tree = (ObjectNode) YAML.readTree(Files.readString(HERE.resolve("every-team-key.yaml")));
    ((ObjectNode) tree.at(change.substring(0, slash)))
        .set(change.substring(slash + 1, space), JSON.readTree(change.substring(space + 1)));

    assertThat(SCHEMA.validate(tree)).isNotEmpty();
    assertThat(YamlModels.readTeam("t.json", tree.toString()).accepted()).isEmpty();
  }

  @Test
  void theSchemaBesideTheExamplesAndThePageAreThoseOfTheDescription() throws IOException {
    var published = MODELS.resolve("warmline-team.schema.json");
    var schema =
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ModelSchema.writeTeam()) + "\n";
    if (System.getenv("WRITE_DOCS") != null) {
      Files.writeString(published, schema);
      Files.writeString(PAGE, ModelReference.writeTeam());
    }

    assertThat(Files.readString(published)).isEqualTo(schema);
    assertThat(PAGE).hasContent(ModelReference.writeTeam());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "people", "[]", "people: {}\nqueues: {", "null"})
  void whatIsNoTeamIsAProblemAndNoCrash(String text) {
    assertThat(YamlModels.readTeam("t.yaml", text).accepted()).isEmpty();
    assertThat(YamlModels.readTeam("t.yaml", text).findings()).isNotEmpty();
  }

  private static Set<String> keysIn(JsonNode node) {
    var keys = new TreeSet<String>();
    node.fieldNames().forEachRemaining(keys::add);
    node.forEach(child -> keys.addAll(keysIn(child)));
    return keys;
  }

  private static List<String> keysOf(JsonNode schema) {
    var keys = new TreeSet<String>();
    schema.path("properties").fieldNames().forEachRemaining(keys::add);
    schema.forEach(child -> keys.addAll(keysOf(child)));
    return List.copyOf(keys);
  }
}
