package dev.warmline.architecture.planted.event;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The SDK in the domain. */
record NamesATable(DynamoDbClient client) {}
