package dev.warmline.architecture.planted.functions.collect;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The SDK in a function. */
record NamesATable(DynamoDbClient client) {}
