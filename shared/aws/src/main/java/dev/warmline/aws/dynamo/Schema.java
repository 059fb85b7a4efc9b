package dev.warmline.aws.dynamo;

/**
 * Every stored name: attributes, sort keys, how keys begin, indexes. Each stands here, or for the
 * table of models in {@link ModelsSchema}, and nowhere else; what is written once under a name is
 * found under it for years, so a name never changes its meaning. {@link Keys} makes keys of them,
 * the {@code *Items} classes items; {@link Tables} says which table has which.
 */
public final class Schema {
  /** The partition key of every table. */
  public static final String PK = "pk";

  /** The sort key of every table. */
  public static final String SK = "sk";

  /** The epoch second at which DynamoDB may remove an item: behaviour, parked events, quotas. */
  public static final String EXPIRES = "expires";

  /** What is large, packed: an event, a lead's parts, a verdict, a message, a model, raw bytes. */
  public static final String BODY = "b";

  /**
   * The instant of a line of history, a cycle or a notice, or at which an event was parked, a team
   * published or a version of a model put in force.
   */
  public static final String AT = "at";

  /**
   * Why: the sentence of a line of history or a signal, the reason of a parked event or of the
   * publication of a team.
   */
  public static final String WHY = "why";

  /**
   * The number of a line of history or a publication; what a quota, a pace or a queue has counted.
   */
  public static final String NUMBER = "n";

  /**
   * The version of a lead, a pace or a queue, one more with every write; the version of a model.
   */
  public static final String VERSION = "v";

  /** The cycle of a lead, or that a line of history or a signal belongs to. */
  public static final String CYCLE = "cy";

  // Events: what stands beside the body, to be looked for

  /** The type of an event. */
  public static final String TYPE = "ty";

  /** The name of the source of an event, or of what is parked. */
  public static final String SOURCE_OF = "so";

  /** The epoch millisecond at which an event happened. */
  public static final String OCCURRED_AT = "oa";

  /** The epoch millisecond at which an event was received. */
  public static final String RECEIVED_AT = "ra";

  // Leads: the lead itself

  /** The sort key of a lead's own item. */
  public static final String LEAD = "LEAD";

  /** The stage of a lead, on these items alone. */
  public static final String STAGE = "stage";

  /** The set of the keys of a lead's persons; absent if it has none. */
  public static final String PERSONS = "pr";

  /** The lead that a tombstone was merged into. */
  public static final String MERGED_INTO = "mi";

  /** The number of the publication by which a lead was scored. */
  public static final String PUBLICATION = "pu";

  /** In the body of a lead or a merge: its devices. */
  public static final String DEVICES = "devices";

  /** In the body of a lead: its scorecard. */
  public static final String SCORECARD = "scorecard";

  /** In the body of a lead: where it stands. */
  public static final String STANDING = "standing";

  /** In the body of a lead: how many lines its history has. */
  public static final String ENTRIES = "entries";

  /** In the body of a lead: its traits. */
  public static final String TRAITS = "traits";

  /** In the body of a lead: the checkpoint of its settled past. */
  public static final String CHECKPOINT = "checkpoint";

  // Leads: the two sparse indexes

  /** The index of the leads that people work off: list, then place in it. */
  public static final String QUEUE_INDEX = "queue";

  /** The partition of {@link #QUEUE_INDEX}: the list. */
  public static final String QUEUE_KEY = "qk";

  /** The partition of {@link #QUEUE_INDEX} with those that sales has not heard of. */
  public static final String WAITING = "waiting";

  /** The partition of {@link #QUEUE_INDEX} with those that sales gave back. */
  public static final String RETURNED = "returned";

  /** The partition of {@link #QUEUE_INDEX} with those who lack what is required. */
  public static final String INCOMPLETE = "incomplete";

  /** The partition of {@link #QUEUE_INDEX} with the records of cycles that go on. */
  public static final String GOING_ON = "going-on";

  /**
   * How the partitions of {@link #QUEUE_INDEX} begin with the records of cycles that ended; the
   * Monday of that week follows.
   */
  public static final String ENDED = "ended#";

  /** How the partitions of {@link #QUEUE_INDEX} begin that are of sales; the queue follows. */
  public static final String OF_SALES = "sales#";

  /** The place in {@link #QUEUE_INDEX}: a text that sorts. */
  public static final String QUEUE_SORT = "qs";

  /** The index of the leads, notices and paces with a due instant: shard, then instant. */
  public static final String DUE_INDEX = "due";

  /** The partition of {@link #DUE_INDEX}: the shard. */
  public static final String DUE_KEY = "dk";

  /** The order in {@link #DUE_INDEX}: the due instant, of one width. */
  public static final String DUE_SORT = "ds";

  /** What {@link #DUE_SORT} was before the clock moved it. */
  public static final String DUE_BEFORE = "du";

  /** How the shards in {@link #DUE_KEY} begin. */
  public static final String DUE_SHARD = "due#";

  // Leads: links

  /** The sort key of a link from a person to its lead. */
  public static final String LINK = "LINK";

  /** The lead that a link points to. */
  public static final String LINKED_LEAD = "l";

  /** The user to whom a claim gives what is linked; absent with the other two without a claim. */
  public static final String CLAIMANT = "cp";

  /** The instant of the claim behind a link. */
  public static final String CLAIMED_AT = "co";

  /** The id of the event that made the claim behind a link. */
  public static final String CLAIM_EVENT = "ce";

  /** The sort key of the timeline of a device. */
  public static final String TIMELINE = "TIMELINE";

  /** The sort key of the leads that gave an address. */
  public static final String ADDRESS = "ADDRESS";

  /** The set of the ids of the leads that gave an address. */
  public static final String LEADS = "ls";

  /** The set of those of them whose address a server set. */
  public static final String LEADS_BY_SERVER = "lv";

  /**
   * Both the sort key of the leads of a company and, with {@code #}, how its partition key begins.
   */
  public static final String COMPANY = "COMPANY";

  /** The list of the ids of the leads of a company, the newest last. */
  public static final String COLLEAGUES = "lc";

  /** How the sort keys of merges begin; the id of the lead that was merged away follows. */
  public static final String MERGES = "MERGE#";

  // Leads: history and signals

  /** How the sort keys of lines of history begin; the number follows in six digits. */
  public static final String STAGES = "STAGE#";

  /** The stage before a line of history. */
  public static final String FROM = "f";

  /** The stage after a line of history. */
  public static final String TO = "t";

  /** Who caused a line of history, or published a team. */
  public static final String WHO = "who";

  /** The stage of a lead when a notice came about. */
  public static final String DURING = "st";

  // Leads: cycles, acts, notices and deliveries

  /** How the sort keys of records of cycles begin; the number follows in six digits. */
  public static final String CYCLES = "CYCLE#";

  /** The sort key of the answer to an act and, with {@code #}, how its partition key begins. */
  public static final String ACTS = "ACT";

  /** What became of an act. */
  public static final String ANSWER = "an";

  /** How the sort keys of notices begin; the id follows. */
  public static final String NOTICES = "NOTICE#";

  /** The instant before which a notice is not published. */
  public static final String NOT_BEFORE = "nb";

  /** How far a notice has come, in one text. */
  public static final String STATE = "sta";

  /** The sort key of a delivery. */
  public static final String DELIVERY = "SENT";

  /** How the partition keys of deliveries begin; channel and alert follow. */
  public static final String DELIVERIES = "SENT#";

  /** Who holds the lease on a delivery. */
  public static final String HOLDER = "ho";

  /** The epoch millisecond at which the lease runs out. */
  public static final String LEASE = "le";

  /** The instant at which a delivery was done; absent until then. */
  public static final String DONE = "done";

  /** Where the message of a cycle stands in a channel, in one text. */
  public static final String THREAD = "th";

  // Leads: paces

  /** Both the sort key of a pace and, with {@code #}, how its partition key begins. */
  public static final String PACE = "PACE";

  /** How many a pace releases a day. */
  public static final String PER_DAY = "pd";

  /** The day on which a pace has released {@link #NUMBER}. */
  public static final String DAY = "da";

  // Leads: queues

  /**
   * Both the sort key of the turns of a queue and, with {@code #}, how its partition key begins.
   */
  public static final String QUEUE = "QUEUE";

  // Leads: erasures

  /** Both the sort key of a mark and, with {@code #}, how its partition key begins. */
  public static final String ERASED = "ERASED";

  /** The partition key of the erasures that are not finished; the lead is the sort key. */
  public static final String ERASING = "ERASING";

  /** In the body of an erasure: the leads. */
  public static final String ERASED_LEADS = "leads";

  /** In the body of an erasure: the addresses. */
  public static final String ADDRESSES = "addresses";

  // Parked

  /** The sort key of a parked event. */
  public static final String PARKED = "PARKED";

  /** Both the sort key of a quota and, with {@code #}, how its partition key begins. */
  public static final String QUOTA = "QUOTA";

  /** The kilobytes that a quota has counted, or that a source may send a day; 0 for any number. */
  public static final String KILOBYTES = "kb";

  private Schema() {}
}
