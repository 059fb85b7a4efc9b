package dev.warmline.aws.dynamo;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** Counts the units that calls consume, as DynamoDB reports them. */
final class UnitMeter implements ExecutionInterceptor {
  private double read;
  private double written;

  /** Units read and written. */
  record Units(double read, double written) {}

  /** What was consumed since the last call of this. */
  synchronized Units take() {
    var units = new Units(read, written);
    read = 0;
    written = 0;
    return units;
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    var total = ReturnConsumedCapacity.TOTAL;
    return switch (context.request()) {
      case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(total).build();
      case QueryRequest query -> query.toBuilder().returnConsumedCapacity(total).build();
      case PutItemRequest put -> put.toBuilder().returnConsumedCapacity(total).build();
      case TransactWriteItemsRequest all -> all.toBuilder().returnConsumedCapacity(total).build();
      default -> throw new IllegalArgumentException("not metered: " + context.request());
    };
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    count(context.response());
  }

  private synchronized void count(SdkResponse response) {
    switch (response) {
      case GetItemResponse get -> read += sum(List.of(get.consumedCapacity()));
      case QueryResponse query -> read += sum(List.of(query.consumedCapacity()));
      case PutItemResponse put -> written += sum(List.of(put.consumedCapacity()));
      case TransactWriteItemsResponse all -> written += sum(all.consumedCapacity());
      default -> throw new IllegalArgumentException("not metered: " + response);
    }
  }

  private static double sum(List<ConsumedCapacity> capacities) {
    return new ArrayList<>(capacities).stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
  }
}
