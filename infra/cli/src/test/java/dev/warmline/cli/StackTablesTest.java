package dev.warmline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.aws.dynamo.TableNames;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

class StackTablesTest {

  @Test
  void theTablesOfAStackAreFoundAmongOthers() {
    var client =
        listing(
            "crm-EventsTable-A1",
            "sales-EventsTable-B2",
            "sales-LeadsTable-C3",
            "sales-ModelsTable-D4",
            "sales-ParkedTable-E5",
            "sales-eu-EventsTable-F6");

    assertThat(StackTables.find(client, "sales"))
        .isEqualTo(
            new TableNames(
                "sales-EventsTable-B2",
                "sales-LeadsTable-C3",
                "sales-ParkedTable-E5",
                "sales-ModelsTable-D4"));
  }

  @Test
  void aStackThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> StackTables.find(listing("x"), "sales"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("stack sales has no table sales-EventsTable-");
  }

  private static DynamoDbClient listing(String... names) {
    return new DynamoDbClient() {
      @Override
      public ListTablesResponse listTables(ListTablesRequest request) {
        return ListTablesResponse.builder().tableNames(List.of(names)).build();
      }

      @Override
      public String serviceName() {
        return "dynamodb";
      }

      @Override
      public void close() {}
    };
  }
}
