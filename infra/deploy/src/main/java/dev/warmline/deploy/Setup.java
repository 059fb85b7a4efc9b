package dev.warmline.deploy;

import dev.warmline.authoring.Finding;
import dev.warmline.authoring.ModelDescription;
import dev.warmline.authoring.YamlModels;
import dev.warmline.aws.dynamo.DeployedFormat;
import dev.warmline.aws.dynamo.DynamoLeadStore;
import dev.warmline.aws.dynamo.DynamoSources;
import dev.warmline.aws.dynamo.ModelPublisher;
import dev.warmline.aws.publish.SnsAlertPublisher;
import dev.warmline.aws.runtime.Clients;
import dev.warmline.aws.runtime.Environment;
import dev.warmline.event.Source;
import dev.warmline.event.Trust;
import dev.warmline.handoff.MessageJson;
import dev.warmline.lead.Notice;
import dev.warmline.lead.NoticeId;
import dev.warmline.rule.ModelFormat;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The steps behind {@code infra/deploy/init} and {@code infra/deploy/rebuild}: {@code model FILE},
 * {@code key browser|server NAME}, {@code alert}, {@code resend ALERT}, {@code rebuild}. Reads the
 * names of tables and the topic from the variables that functions read them from, and the usual AWS
 * settings. {@code --newest} is for tables that cannot say which model format their functions know,
 * as an emulator's: those built here are meant.
 */
public record Setup(Environment environment, PrintStream out) {
  private static final String USAGE =
      "usage: model FILE [--silent] [--newest] | key browser|server NAME | alert | resend ALERT"
          + " | rebuild [INSTANT] | restore leads|events|parked|models FROM";

  /** Does one step; says what went wrong and how to mend it, and ends with 1. */
  public static void main(String[] args) {
    try {
      new Setup(Environment.ofProcess(), System.out).run(List.of(args));
    } catch (IOException | RuntimeException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private void run(List<String> args) throws IOException {
    switch (args.isEmpty() ? "" : args.getFirst()) {
      case "model" -> publish(Path.of(argument(args, 1)), args);
      case "key" -> makeKey(trust(argument(args, 1)), argument(args, 2));
      case "alert" -> sendTestAlert();
      case "resend" -> resend(argument(args, 1));
      case "rebuild" -> recovery().rebuild(args.size() > 1 ? args.get(1) : "");
      case "restore" -> recovery().restore(argument(args, 1), argument(args, 2));
      default -> throw new IllegalArgumentException(USAGE);
    }
  }

  private void publish(Path file, List<String> options) throws IOException {
    var checked = YamlModels.read(file);
    checked.findings().stream().map(Finding::toString).forEach(System.err::println);
    var model =
        checked.model().orElseThrow(() -> new IllegalArgumentException(file + " is not published"));
    var table = required("MODELS_TABLE");
    var client = Clients.dynamoDb();
    var now = InstantSource.system().instant();
    var published =
        new ModelPublisher(
                client,
                table,
                () ->
                    options.contains("--newest")
                        ? ModelFormat.NEWEST
                        : DeployedFormat.of(client, table))
            .publish(
                model.source(),
                options.contains("--silent")
                    ? ModelPublisher.Quiet.FROM_NOW
                    : ModelPublisher.Quiet.KEEP,
                Optional.of(ModelDescription.of(model, Optional.empty(), now)),
                now);
    out.printf(
        "model %s version %d is in force (publication %d)%n",
        published.model(), published.version(), published.number());
  }

  private void makeKey(Trust trust, String name) {
    var key = WriteKey.random(trust, new SecureRandom());
    var sources = new DynamoSources(Clients.dynamoDb(), required("MODELS_TABLE"));
    sources.putSource(key.value(), Source.of(name, trust));
    out.println(key.value());
  }

  private void sendTestAlert() {
    var alert = TestAlert.at(InstantSource.system().instant());
    new SnsAlertPublisher(Clients.sns(), required("ALERT_TOPIC_ARN"))
        .publish(alert.id(), alert.message());
    out.println("test alert " + alert.id() + " is sent");
  }

  private void resend(String text) {
    var id =
        NoticeId.parse(text)
            .orElseThrow(() -> new IllegalArgumentException(text + " is no alert's id"));
    var leads = new DynamoLeadStore(Clients.dynamoDb(), required("LEADS_TABLE"));
    var message =
        leads
            .findNotice(id)
            .flatMap(Notice::body)
            .map(MessageJson::read)
            .orElseThrow(() -> new IllegalArgumentException("the leads table has no alert " + id));
    new SnsAlertPublisher(Clients.sns(), required("ALERT_TOPIC_ARN")).publish(id, message);
    out.println("alert " + id + " is published again");
  }

  private Recovery recovery() {
    return new Recovery(environment, out, InstantSource.system());
  }

  private String required(String name) {
    var value = environment.text(name);
    environment.verify();
    return value;
  }

  private static Trust trust(String word) {
    return Trust.parse(word).orElseThrow(() -> new IllegalArgumentException(USAGE));
  }

  private static String argument(List<String> args, int position) {
    if (args.size() <= position) {
      throw new IllegalArgumentException(USAGE);
    }
    return args.get(position);
  }
}
