package dev.warmline.cli;

import dev.warmline.event.ErasedPersons;
import dev.warmline.event.EventLog;
import dev.warmline.event.EventLog.Appended;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.Source;
import dev.warmline.usecase.ReplayedEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code warmline parked replay}: takes in what was refused, once its cause is mended. */
@Command(
    name = "replay",
    description =
        "Takes in again what was refused, as if it had arrived when it did; what is taken is no"
            + " longer parked. Replaying again counts nothing twice, also after a mending with"
            + " --set.")
final class ReplayParked extends DeploymentCommand {
  @Mixin private ParkedFilter filter = new ParkedFilter();

  @Option(
      names = "--set",
      paramLabel = "PLACE=VALUE",
      description =
          "put this value, JSON or else a text, into each of them first, for example"
              + " traits.role=CTO; may be repeated")
  private Map<String, String> values = Map.of();

  @Override
  int run(Connection connection, Output output) {
    var sources = new TreeMap<String, Source>();
    connection.sources().keys().values().forEach(source -> sources.put(source.name(), source));
    var taken = 0;
    var left = filter.of(connection.parked());
    for (var event : left) {
      var stores = connection.stores();
      var why = refusal(event, sources, stores.eventLog(), stores.erasedPersons());
      why.ifPresent(reason -> output.err().println(event.digest() + ": " + reason));
      if (why.isEmpty()) {
        connection.parked().remove(event);
        taken++;
      }
    }
    output.out().println("took %d of %d".formatted(taken, left.size()));
    return taken == left.size() ? Exit.OK : Exit.NO;
  }

  private Optional<String> refusal(
      ParkedEvent event, Map<String, Source> sources, EventLog log, ErasedPersons erased) {
    var source = sources.get(event.source());
    if (source == null) {
      return Optional.of("its source " + event.source() + " is not there");
    }
    return switch (ReplayedEvent.of(MendedEvent.of(event, values), source)) {
      case ReplayedEvent.Refused(var reason) -> Optional.of(reason);
      case ReplayedEvent.Taken(var whole) when erased.include(whole, whole.receivedAt()) ->
          Optional.of("whoever it names was erased");
      case ReplayedEvent.Taken(var whole) -> {
        var appended = log.append(List.of(whole)).getFirst();
        yield appended == Appended.STORED || appended == Appended.ALREADY_THERE
            ? Optional.empty()
            : Optional.of("the log does not take it: " + appended);
      }
    };
  }
}
