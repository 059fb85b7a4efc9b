package dev.warmline.aws.dynamo;

import dev.warmline.event.ProfileKey;
import dev.warmline.event.Trust;
import dev.warmline.lead.Answer;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.Due;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Link;
import dev.warmline.lead.Listing;
import dev.warmline.lead.MergeRecord;
import dev.warmline.lead.Notice;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Pace;
import dev.warmline.lead.SameAddress;
import dev.warmline.lead.SameCompany;
import dev.warmline.lead.StageEntry;
import dev.warmline.lead.Timeline;
import dev.warmline.team.Company;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Leads, links and history in the leads table. */
public final class DynamoLeadStore implements LeadStore {
  private static final int MOST_CHANGES = 100;
  private static final Set<String> LOST_RACES =
      Set.of("ConditionalCheckFailed", "TransactionConflict");

  private final DynamoDbClient client;
  private final String table;
  private final DueIndex due;
  private final QueueIndex queue;

  /** A store in this table. */
  public DynamoLeadStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.due = new DueIndex(client, table);
    this.queue = new QueueIndex(client, table);
  }

  @Override
  public Optional<Lead> findLead(LeadId id) {
    return Calls.call("read a lead", () -> get(Keys.lead(id))).map(LeadItems::read);
  }

  @Override
  public Optional<Link> findLink(ProfileKey person) {
    return Calls.call("read a link", () -> get(Keys.link(person))).map(LinkItems::read);
  }

  @Override
  public Timeline findTimeline(ProfileKey device) {
    return Calls.call("read a timeline", () -> get(Keys.timeline(device)))
        .map(Item::of)
        .map(
            it ->
                IdentityJson.timeline(it.number(Schema.VERSION), Packed.json(it.get(Schema.BODY))))
        .orElse(Timeline.EMPTY);
  }

  @Override
  public SameAddress findSameAddress(ProfileKey address) {
    return Calls.call("read an address", () -> get(Keys.address(address)))
        .map(DynamoLeadStore::sameAddress)
        .orElse(SameAddress.NOBODYS);
  }

  private static SameAddress sameAddress(Map<String, AttributeValue> item) {
    var leads = new TreeMap<LeadId, Trust>();
    texts(item, Schema.LEADS).forEach(id -> leads.put(new LeadId(id), Trust.BROWSER));
    texts(item, Schema.LEADS_BY_SERVER).forEach(id -> leads.put(new LeadId(id), Trust.SERVER));
    return new SameAddress(Item.of(item).number(Schema.VERSION), leads);
  }

  private static List<String> texts(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::ss).orElse(List.of());
  }

  @Override
  public SameCompany findSameCompany(Company company) {
    return Calls.call("read a company", () -> get(Keys.company(company)))
        .map(DynamoLeadStore::sameCompany)
        .orElse(SameCompany.NOBODYS);
  }

  private static SameCompany sameCompany(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    var leads = item.get(Schema.COLLEAGUES).l().stream().map(id -> new LeadId(id.s())).toList();
    return new SameCompany(item.number(Schema.VERSION), leads);
  }

  @Override
  public List<MergeRecord> listMerges(LeadId id) {
    return Calls.call(
        "read merges", () -> beginning(id, Schema.MERGES).map(MergeItems::read).toList());
  }

  @Override
  public List<StageEntry> listHistory(LeadId id) {
    return Calls.call(
        "read a history", () -> beginning(id, Schema.STAGES).map(StageItems::read).toList());
  }

  @Override
  public List<CycleRecord> listCycles(LeadId id) {
    return Calls.call(
        "read cycles", () -> beginning(id, Schema.CYCLES).map(CycleItems::read).toList());
  }

  @Override
  public Optional<Notice> findNotice(NoticeId id) {
    return Calls.call("read notice " + id, () -> get(Keys.notice(id))).map(NoticeItems::read);
  }

  @Override
  public Optional<Answer> findAnswer(String act) {
    return Calls.call("read an answer", () -> get(Keys.act(act))).map(AnswerItems::read);
  }

  @Override
  public Optional<Pace> findPace(Optional<String> queue) {
    return Calls.call("read a pace", () -> get(Keys.pace(queue))).map(PaceItems::read);
  }

  /** The items of a lead whose sort keys begin so. */
  private Stream<Map<String, AttributeValue>> beginning(LeadId id, String prefix) {
    var request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression(Schema.PK + " = :pk AND begins_with(" + Schema.SK + ", :sk)")
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS(id.value()),
                    ":sk", AttributeValue.fromS(prefix)))
            .build();
    return client.queryPaginator(request).items().stream();
  }

  @Override
  public List<Due> listDue(Instant now, int limit) {
    return due.list(now, limit);
  }

  @Override
  public boolean moveDue(Due one, Instant now, Instant to) {
    return due.move(one, now, to);
  }

  @Override
  public List<LeadId> listWaiting(int limit) {
    return queue.list(Schema.WAITING, Optional.empty(), limit).stream().map(Listing::lead).toList();
  }

  @Override
  public List<Listing> listQueue(Optional<String> name, Optional<String> after, int limit) {
    return queue.list(QueueIndex.key(name), after, limit);
  }

  @Override
  public List<Listing> listReturned(Optional<String> after, int limit) {
    return queue.list(Schema.RETURNED, after, limit);
  }

  @Override
  public Committed commit(List<Change> changes) {
    if (changes.isEmpty() || changes.size() > MOST_CHANGES) {
      throw new IllegalArgumentException("a commit has 1 to " + MOST_CHANGES + " changes");
    }
    var puts = changes.stream().map(change -> LeadWrites.put(table, change)).toList();
    return Calls.call(
        "commit " + changes.size() + " changes",
        () -> puts.size() == 1 ? write(puts.getFirst()) : write(puts));
  }

  private Committed write(Put put) {
    try {
      client.putItem(
          request ->
              request
                  .tableName(put.tableName())
                  .item(put.item())
                  .conditionExpression(put.conditionExpression())
                  .expressionAttributeValues(
                      put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null)
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return Committed.SAVED;
    } catch (ConditionalCheckFailedException e) {
      return OwnWrite.isThere(e, put.item()) ? Committed.SAVED : Committed.CONFLICT;
    } catch (TransactionConflictException e) {
      return Committed.CONFLICT;
    }
  }

  private Committed write(List<Put> puts) {
    var items = puts.stream().map(put -> TransactWriteItem.builder().put(put).build()).toList();
    try {
      client.transactWriteItems(request -> request.transactItems(items));
      return Committed.SAVED;
    } catch (TransactionCanceledException e) {
      if (isLostRace(e)) {
        return Committed.CONFLICT;
      }
      throw e;
    }
  }

  static boolean isLostRace(TransactionCanceledException e) {
    return e.cancellationReasons().stream().anyMatch(why -> LOST_RACES.contains(why.code()));
  }

  private Optional<Map<String, AttributeValue>> get(Map<String, AttributeValue> key) {
    var answer = client.getItem(get -> get.tableName(table).key(key).consistentRead(true));
    return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
  }
}
