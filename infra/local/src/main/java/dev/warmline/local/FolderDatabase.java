package dev.warmline.local;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;

/**
 * DynamoDB Local over a file with a write-ahead log. As it comes, it waits four times for the disk
 * at each write (some 50 writes a second); so it waits only when the log is folded into the file.
 * What was written is with the operating system before the write is answered: a killed process
 * loses nothing; when the power fails the newest writes may be lost, the file stays whole.
 */
final class FolderDatabase extends SQLiteDBAccess {
  private static final String NAME = "shared-local-instance";
  private static final int THREADS = 10;

  private FolderDatabase(Path file) {
    super(file.toFile());
    queue.execute(new Tuning()).complete();
  }

  /** A server over the database in this folder, which is made if it is missing; not started. */
  static DynamoDBProxyServer server(Path folder, int port) throws Exception {
    var database =
        new FolderDatabase(folder.resolve(NAME + LocalDynamoDBRequestHandler.DB_FILE_EXTENSION));
    var jobs = new JobsRegister(Executors.newFixedThreadPool(THREADS), false);
    var requests = new LocalDynamoDBRequestHandler(0, false, folder.toString(), true, false);
    databases(requests).put(NAME, new LocalDBClient(database, jobs));
    return new DynamoDBProxyServer(port, new LocalDynamoDBServerHandler(requests, null));
  }

  /** As it comes, it leaves the file open for a while: whoever opens it next finds it locked. */
  @Override
  public void close() {
    super.close();
    try {
      queue.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where it looks for a database before it opens one of its own; there is no door to it. */
  @SuppressWarnings("unchecked") // a private field of that type
  private static Map<String, Object> databases(LocalDynamoDBRequestHandler requests)
      throws ReflectiveOperationException {
    var field = LocalDynamoDBRequestHandler.class.getDeclaredField("dbRequestHandlers");
    field.setAccessible(true);
    return (Map<String, Object>) field.get(requests);
  }

  private static final class Tuning extends SQLiteJob<@Nullable Void> {
    @Override
    protected @Nullable Void job(SQLiteConnection connection) throws SQLiteException {
      connection.exec("PRAGMA journal_mode=WAL");
      connection.exec("PRAGMA synchronous=NORMAL");
      connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      return null;
    }
  }
}
