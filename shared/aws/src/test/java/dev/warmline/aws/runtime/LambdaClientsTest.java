package dev.warmline.aws.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class LambdaClientsTest {
  private static final String REGION = "AWS_REGION";
  private static final String KEY = "AWS_ACCESS_KEY_ID";

  @Test
  void theTablesAreReachedWhereTheZipHoldsNoOtherModuleOfTheSdk() throws Throwable {
    var clients = Class.forName(LambdaClients.class.getName(), true, new TablesOnly());

    var tables =
        MethodHandles.publicLookup()
            .findStatic(clients, "tables", MethodType.methodType(Class.class));

    assertThat((Class<?>) tables.invoke()).isEqualTo(DynamoDbClient.class);
  }

  @Test
  void regionAndCredentialsComeFromTheEnvironment() {
    try (var client = LambdaClients.in(Map.of(REGION, "eu-west-3", KEY, "k")).dynamoDb()) {
      var configuration = client.serviceClientConfiguration();

      assertThat(configuration.region()).isEqualTo(Region.EU_WEST_3);
      assertThat(configuration.credentialsProvider())
          .isInstanceOf(EnvironmentVariableCredentialsProvider.class);
    }
  }

  @Test
  void whatStartsFromASnapshotAsksForItsCredentials() {
    try (var client = LambdaClients.in(Map.of(REGION, "eu-west-3")).dynamoDb()) {
      assertThat(client.serviceClientConfiguration().credentialsProvider())
          .isInstanceOf(ContainerCredentialsProvider.class);
    }
  }

  /** Loads {@link LambdaClients} anew, and of the SDK's services the tables' alone. */
  private static final class TablesOnly extends ClassLoader {
    private static final String SERVICES = "software.amazon.awssdk.services.";

    TablesOnly() {
      super(LambdaClientsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(SERVICES) && !name.startsWith(SERVICES + "dynamodb.")) {
        throw new ClassNotFoundException(name);
      }
      return name.equals(LambdaClients.class.getName())
          ? define(name, bytes(name))
          : super.loadClass(name, resolve);
    }

    private Class<?> define(String name, byte[] bytes) {
      return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] bytes(String name) {
      var file = name.replace('.', '/') + ".class";
      try (var in = Objects.requireNonNull(getResourceAsStream(file))) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
