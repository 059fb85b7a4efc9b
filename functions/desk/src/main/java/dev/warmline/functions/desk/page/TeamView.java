package dev.warmline.functions.desk.page;

import java.util.List;

/** Who there is, and what everybody has. */
public record TeamView(List<Member> people, List<Queue> queues) {
  public TeamView {
    people = List.copyOf(people);
    queues = List.copyOf(queues);
  }

  /**
   * Somebody of the team.
   *
   * @param isMe whether it is whoever looks
   * @param state {@code on}, {@code away}, {@code out of hours}; empty for whoever serves no queue
   * @param away when they are away, today or later
   * @param open how many open leads they have
   * @param forms what may be done about them
   */
  public record Member(
      String id,
      String name,
      boolean isMe,
      String role,
      String state,
      List<String> away,
      List<String> queues,
      int open,
      List<ActForm> forms) {
    public Member {
      away = List.copyOf(away);
      queues = List.copyOf(queues);
      forms = List.copyOf(forms);
    }
  }

  /**
   * A queue.
   *
   * @param members each with how many open leads they have of it
   */
  public record Queue(String name, String give, String capacity, List<String> members) {
    public Queue {
      members = List.copyOf(members);
    }
  }
}
