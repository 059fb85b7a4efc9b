package dev.warmline.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.dynamo.DeployedFormat;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.dynamo.Tables;
import dev.warmline.rule.ModelFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

class TablesTest {
  private static final Template TEMPLATE = Template.main();
  private static final Set<String> EXPIRING = Set.of("EventsTable", "LeadsTable", "ParkedTable");

  static List<CreateTableRequest> tables() {
    return Tables.definitions(
        new TableNames("EventsTable", "LeadsTable", "ParkedTable", "ModelsTable"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theTemplateMakesTheTablesThatTheCodeWorksWith(CreateTableRequest table) {
    var properties = TEMPLATE.properties(table.tableName());

    assertThat(keys(properties)).isEqualTo(keys(table.keySchema()));
    assertThat(properties.at("AttributeDefinitions").elements())
        .extracting(it -> it.at("AttributeName").text() + ":" + it.at("AttributeType").text())
        .containsExactlyInAnyOrderElementsOf(
            table.attributeDefinitions().stream()
                .map(it -> it.attributeName() + ":" + it.attributeTypeAsString())
                .toList());
    assertThat(properties.at("StreamSpecification").at("StreamViewType").text())
        .isEqualTo(
            table.streamSpecification() == null
                ? ""
                : table.streamSpecification().streamViewTypeAsString());
    assertThat(properties.at("GlobalSecondaryIndexes").elements())
        .extracting(TablesTest::index)
        .containsExactlyElementsOf(
            table.globalSecondaryIndexes().stream().map(TablesTest::index).toList());
  }

  @Test
  void theModelsTableSaysWhichModelFormatTheFunctionsKnow() {
    assertThat(TEMPLATE.properties("ModelsTable").at("Tags").elements())
        .extracting(tag -> tag.at("Key").text() + "=" + tag.at("Value").text())
        .containsExactly(DeployedFormat.TAG + "=" + ModelFormat.NEWEST);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void tablesCanBeRestoredAreEncryptedAndOutliveTheStack(CreateTableRequest table) {
    var resource = TEMPLATE.root().at("Resources").at(table.tableName());
    var properties = resource.at("Properties");

    assertThat(resource.at("DeletionPolicy").text()).isEqualTo("Retain");
    assertThat(resource.at("UpdateReplacePolicy").text()).isEqualTo("Retain");
    assertThat(properties.at("TableName").exists())
        .as("a name would keep a second stack from being made beside a retained table")
        .isFalse();
    assertThat(properties.at("BillingMode").text()).isEqualTo("PAY_PER_REQUEST");
    assertThat(
            properties
                .at("PointInTimeRecoverySpecification")
                .at("PointInTimeRecoveryEnabled")
                .text())
        .isEqualTo("true");
    assertThat(properties.at("SSESpecification").at("SSEEnabled").text()).isEqualTo("true");
    assertThat(properties.at("TimeToLiveSpecification").at("AttributeName").text())
        .isEqualTo(EXPIRING.contains(table.tableName()) ? Schema.EXPIRES : "");
  }

  private static String keys(Tree properties) {
    return properties.at("KeySchema").elements().stream()
        .map(it -> it.at("AttributeName").text() + ":" + it.at("KeyType").text())
        .toList()
        .toString();
  }

  private static String keys(List<KeySchemaElement> keys) {
    return keys.stream()
        .map(it -> it.attributeName() + ":" + it.keyTypeAsString())
        .toList()
        .toString();
  }

  private static String index(Tree index) {
    return index.at("IndexName").text()
        + keys(index)
        + index.at("Projection").at("ProjectionType").text();
  }

  private static String index(GlobalSecondaryIndex index) {
    return index.indexName()
        + keys(index.keySchema())
        + index.projection().projectionTypeAsString();
  }
}
