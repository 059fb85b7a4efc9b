package dev.warmline.aws.dynamo;

/**
 * The stored names of the table of models, beside those that every table has: see {@link Schema}.
 */
public final class ModelsSchema {
  /** Both the sort key of a source and, with {@code #}, how its partition key begins. */
  public static final String SOURCE = "SOURCE";

  /** The name of a source. */
  public static final String SOURCE_NAME = "name";

  /** The trust in what a source sends. */
  public static final String SOURCE_TRUST = "trust";

  /** The set of origins that a source's browsers may come from; absent if all may. */
  public static final String SOURCE_ORIGINS = "origins";

  /** How many events a source may send a day; 0 for any number. */
  public static final String SOURCE_LIMIT = "limit";

  /** Whether its events are marked as history. */
  public static final String SOURCE_BACKFILL = "backfill";

  /** The trait that each field of its forms stands for. */
  public static final String SOURCE_FIELDS = "fields";

  /** The pages that its forms may answer with. */
  public static final String SOURCE_ANSWERS = "answers";

  /** The partition key of all publications. */
  public static final String PUBLICATIONS = "PUBLICATION";

  /** The partition key of all publications of the team file. */
  public static final String TEAMS = "TEAM";

  /** The sort key of the publication in force. */
  public static final String CURRENT = "CURRENT";

  /** How the sort keys of past publications begin; the number follows in six digits. */
  public static final String PAST = "n#";

  /** How the partition keys of models begin; the name follows. */
  public static final String MODELS = "MODEL#";

  /** How the sort keys of a model's versions begin; the version follows in six digits. */
  public static final String VERSIONS = "v#";

  /** The name of the model that a publication puts in force. */
  public static final String MODEL = "m";

  /** The instant up to which what came announces nobody, of a publication. */
  public static final String QUIET_BEFORE = "qb";

  /** The digest of a model's text. */
  public static final String DIGEST = "d";

  /** Both the partition key and the sort key of the key of erasures. */
  public static final String ERASURE_KEY = "ERASURE-KEY";

  private ModelsSchema() {}
}
