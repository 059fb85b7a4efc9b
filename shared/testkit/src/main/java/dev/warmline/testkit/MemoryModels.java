package dev.warmline.testkit;

import dev.warmline.event.StoreUnavailable;
import dev.warmline.rule.Model;
import dev.warmline.rule.Models;
import dev.warmline.rule.Publication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Published models in memory, without the delay the contract allows. */
public final class MemoryModels implements Models {
  private final List<Publication> publications = new ArrayList<>();
  private final Faults faults = new Faults();

  /** Trouble to plan. */
  public Faults faults() {
    return faults;
  }

  /** Puts a model in force under the next number; what was kept quiet stays so. */
  public synchronized Publication publish(Model model) {
    var quiet = publications.isEmpty() ? Instant.EPOCH : newest().quietBefore();
    return publish(model, quiet);
  }

  /** Puts a model in force that keeps quiet whoever qualifies by what came until an instant. */
  public synchronized Publication publish(Model model, Instant quietBefore) {
    var publication = new Publication(publications.size() + 1, model, quietBefore);
    publications.add(publication);
    return publication;
  }

  @Override
  public Publication current(Instant now) {
    return faults.around("read the current model", this::newest);
  }

  private synchronized Publication newest() {
    if (publications.isEmpty()) {
      throw new StoreUnavailable(
          "read the current model", new IllegalStateException("nothing is published yet"));
    }
    return publications.getLast();
  }
}
